import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStore } from '#libs/event-store';
import { projectionRunner } from '#libs/projections';
import { emptyLog, record } from '#libs/projections/testing';
import { openReadModels } from './database.js';
import { dumpTables } from './dump-tables.js';
import { READ_MODELS } from './projections.js';
import { describeEachDatabase, emptyReadModels } from './testing/each-database.js';
import * as facts from './testing/facts.fixtures.js';

describe('the file of the read models', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'views-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const shown = async (store: EventStore): Promise<string> => {
    const models = openReadModels({ file: join(folder, 'views.db') });
    const runner = projectionRunner({ store, rows: models.rows, projections: READ_MODELS });
    await runner.start();
    await runner.caughtUp();
    const dump = await dumpTables(models.db);
    await runner.stop();
    await models.close();
    return dump;
  };

  it('keeps rows and checkpoints over a restart', async () => {
    const store = emptyLog();
    await record(store, [facts.founded('c1', null), facts.admitted('a', 'c1', 2019)]);
    const first = await shown(store);
    expect(first).toContain('"name":"Nguyễn Văn a"');
    expect(await shown(store)).toBe(first);
    await record(store, [facts.endorsed('a', 'c1', 2019)]);
    expect(await shown(store)).toContain('"registrations":1');
  });
});

describeEachDatabase(() => {
  it('lets queries read and nothing else', async () => {
    const models = await emptyReadModels();
    const runner = projectionRunner({
      store: emptyLog(),
      rows: models.rows,
      projections: READ_MODELS,
    });
    await runner.start();
    await runner.caughtUp();
    await expect(models.db.deleteFrom('unit').execute()).rejects.toThrow(
      /read-?only|cannot modify/,
    );
    await runner.stop();
    await models.close();
  });
});
