export * from './facts.fixtures.js';
export { type Opened, readModelsAfter } from './read-models-after.js';
export { recount, type Recounted } from './recount.js';
