export { PositionWaiters, type Waited } from './position-waiters.js';
export {
  defineProjection,
  type NeedOf,
  type ProjectedEvent,
  type Projection,
  type ProjectionSpec,
  type RowsOf,
} from './projection.js';
export {
  type Batch,
  type LineRecord,
  LinesFenced,
  type ParkedEvent,
  type RowDatabase,
  type RowReader,
  RowRefused,
  type RowTransaction,
  type TableChanges,
} from './row-database.port.js';
export { projectionRunner } from './runner.js';
export {
  type Applied,
  EVERY_UNIT,
  type LineState,
  type LineStatus,
  type ProjectionControl,
  type ProjectionRunner,
  type ProjectionStanding,
  type RunnerOptions,
  type RunnerStatus,
} from './runner.port.js';
export {
  type AnyTable,
  type Columns,
  type ColumnType,
  counterTable,
  type Key,
  keyedTable,
  keyText,
  logTable,
  type PhysicalTable,
  residentTable,
  type Row,
  type RowOf,
  type Tables,
  type TableSpec,
  type Value,
} from './table.js';
