export { type MemoryRows, memoryRows } from '../memory-rows.js';
export { projectionContract } from './projection.contract.js';
export { given, rowsAfter } from './projection-specification.js';
export { emptyLog, type GivenFact, record, repeatingLog } from './recorded-log.js';
export { rowDatabaseContract } from './row-database.contract.js';
