import { rowDatabaseContract } from '#libs/projections/testing';
import { openPostgresReadModels } from './postgres-database.js';
import { describePostgres } from './testing/describe-postgres.js';
import { schemaOf } from './testing/schemas.js';

describePostgres('rows', (database) => {
  rowDatabaseContract('postgres', async () => {
    const models = await openPostgresReadModels({ url: await schemaOf(database.url) });
    return { ...models.rows, close: () => models.close() };
  });

  rowDatabaseContract('postgres, fenced', async () => {
    const url = await schemaOf(database.url);
    const models = await openPostgresReadModels({ url, fence: () => 1 });
    for (const projection of ['p', 'q']) await models.claimFence(projection, 1);
    return { ...models.rows, close: () => models.close() };
  });
});
