/** What pages of workflows use of the generic record page. */
export { BeginRecord } from './begin-record.js';
export { DataView, ValueView } from './data-view.js';
export { RecordHead } from './record-head.js';
export { RecordTimeline } from './record-timeline.js';
