export { describePostgres, type GivenDatabase } from './describe-postgres.js';
export * from './facts.fixtures.js';
export { describeEachDatabase, emptyReadModels } from './each-database.js';
export { type Opened, readModelsAfter } from './read-models-after.js';
export { recount, type Recounted } from './recount.js';
export {
  isPostgresHere,
  type OwnServer,
  type PostgresServer,
  postgresServer,
  startPostgres,
  type TestDatabase,
} from './postgres-server.js';
export { inDatabase, schemaOf } from './schemas.js';
