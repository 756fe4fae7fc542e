import { memoryRows } from './memory-rows.js';
import { rowDatabaseContract } from './testing/row-database.contract.js';

rowDatabaseContract('memory', () => memoryRows());
