export type { AccessLogFacts, Denial, ViewBasis } from './access-log.events.js';
export { accessLog, type AccessLogState } from './access-log.workflow.js';
