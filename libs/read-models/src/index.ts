export { openReadModels, type ReadDb, type ReadModelDb, type ReadModels } from './database.js';
export { dumpTables } from './dump-tables.js';
export { foldedText } from './folded-text.js';
export {
  type BehindFigure,
  type Figure,
  type Figures,
  LevelIndicatorQueries,
  type MapChoice,
} from './level-indicators/level-indicators.queries.js';
export { type Indicator, INDICATORS } from './level-indicators/level-indicators.table.js';
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
export { type Drawing, UnitMap } from './unit-map.js';
export {
  isOpen,
  type Unit,
  type UnitDetails,
  type UnitOfficer,
  type UnitTree,
  UnitTreeQueries,
} from './unit-tree/unit-tree.queries.js';
