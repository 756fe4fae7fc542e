export { openReadModels, type ReadDb, type ReadModelDb, type ReadModels } from './database.js';
export { READ_MODELS } from './projections.js';
