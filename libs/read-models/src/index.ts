export * from './cell-month/cell-month.queries.js';
export * from './findings/findings.queries.js';
export * from './honours/honours.queries.js';
export * from './oversight/oversight.queries.js';
export * from './year-sheet/year-sheet.queries.js';
export { openReadModels, type ReadDb, type ReadModelDb, type ReadModels } from './database.js';
export { dumpTables } from './dump-tables.js';
export {
  type Delegation,
  DelegationListQueries,
  runsOn,
} from './delegation-list/delegation-list.queries.js';
export { type Atom, atomsOf, INBOX_PATHS, type InboxPath } from './inbox/inbox.paths.js';
export {
  inboxOrder,
  type InboxPlace,
  type InboxProbe,
  InboxQueries,
  type InboxRow,
} from './inbox/inbox.queries.js';
export { foldedText } from './folded-text.js';
export { type Figure, type Figures, type Indicator, INDICATORS } from './figure-indicators.js';
export { CYCLE_INDICATORS } from './cycle-indicators/cycle-indicators.table.js';
export { REGISTRATION_INDICATORS } from './level-indicators/level-indicators.table.js';
export type { BehindFigure } from './level-indicators/behind-figure.js';
export {
  LevelIndicatorQueries,
  type MapChoice,
} from './level-indicators/level-indicators.queries.js';
export {
  type HistoryEntry,
  MemberHistoryQueries,
} from './member-history/member-history.queries.js';
export { READ_MODELS } from './projections.js';
export {
  type MemberDetails,
  type MemberItem,
  type Paged,
  type Paging,
  type RegistrationItem,
  RegistrationListQueries,
} from './registration-list/registration-list.queries.js';
export { type Found, SearchQueries } from './search/search.queries.js';
export { type DueTimer, TimerQueries } from './timers/timers.queries.js';
export { type Drawing, UnitMap } from './unit-map.js';
export {
  isOpen,
  type Unit,
  type UnitDetails,
  type UnitOfficer,
  type UnitTree,
  UnitTreeQueries,
} from './unit-tree/unit-tree.queries.js';
export { type RecordReading, WarrantListQueries } from './warrant-list/warrant-list.queries.js';
export {
  openPostgresReadModels,
  type PostgresReadModels,
  type PostgresReadModelsOptions,
} from './postgres-database.js';
