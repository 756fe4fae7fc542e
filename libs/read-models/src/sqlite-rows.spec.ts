import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { rowDatabaseContract } from '#libs/projections/testing';
import { openReadModels } from './database.js';
import { sqliteRows } from './sqlite-rows.js';

rowDatabaseContract('sqlite', () => sqliteRows(new DatabaseSync(':memory:')));

rowDatabaseContract('sqlite, with a second thread', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rows-'));
  const models = openReadModels({ file: join(folder, 'views.db') });
  expect('writeBehind' in models.rows).toBe(true);
  return {
    ...models.rows,
    async close() {
      await models.close();
      rmSync(folder, { recursive: true });
    },
  };
});
