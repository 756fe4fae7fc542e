/** What rooms of several people share; the criticism session is made of the same parts. */
export { isAllowed } from './agenda-panel.js';
export { PRESENCES, roomCounts } from './attendance-counts.js';
export { AttendancePanel } from './attendance-panel.js';
export { Composer } from './composer.js';
export { LatestActs } from './latest-acts.js';
export type { Said } from './meeting-data.js';
export { LeftText } from './left-text.js';
export { MinutesPanel } from './minutes-panel.js';
export { RoomHead } from './room-head.js';
export { peopleOf, PeopleContext, usePeople } from './room-people.js';
export { roomEventsQuery, roomPeopleQuery, roomRecordQuery, unitOfRoom } from './room-queries.js';
export { RoomSections } from './room-sections.js';
export { SaidLines } from './said-lines.js';
export { entriesOf } from './use-attendance.js';
