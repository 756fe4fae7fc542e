import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { compareWithRebuild, type TableComparison } from './compare-with-rebuild.js';
import { type Guong, openEmbedded } from './open-embedded.js';

const SYSTEM = { id: 'system.spec', kind: 'system' } as const;

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'guong-compare-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function within<T>(work: (guong: Guong) => Promise<T>): Promise<T> {
  const guong = await openEmbedded({ folder });
  await guong.start();
  await guong.settled();
  try {
    return await work(guong);
  } finally {
    await guong.close();
  }
}

const oneMember = (): Promise<void> =>
  within(async ({ engine, settled }) => {
    const common = { actor: SYSTEM, commandId: 'spec' } as const;
    const cell = { name: 'Chi bộ 1', level: 'cell', on: '2025-01-01', decisionNo: '1' };
    const person = { unitId: 'c1', status: 'official', on: '2025-02-01', fullName: 'Trần Khải' };
    for (const [workflow, id, command, input] of [
      ['organisation', 'c1', 'found', cell],
      ['membership', 'm1', 'admit', person],
    ] as const)
      expect(await engine.execute({ ...common, workflow, id, command, input })).toMatchObject({
        kind: 'accepted',
      });
    await settled();
  });

const compared = (): Promise<readonly TableComparison[]> =>
  within((guong) => compareWithRebuild(guong.store, guong.views));

/** Changes the rows behind a view, as no code of ours would. */
function tamper(view: string, sql: (table: string) => string): void {
  const db = new DatabaseSync(join(folder, 'views.db'));
  const row = db
    .prepare("select sql from sqlite_master where type = 'view' and name = ?")
    .get(view);
  const [, table] = /from "?([a-z_0-9]+)"?/i.exec(String(row?.['sql'])) ?? [];
  expect(db.prepare(sql(table!)).run().changes).toBe(1);
  db.close();
}

const wrong = (tables: readonly TableComparison[]) =>
  tables.filter(({ differing }) => differing.length > 0).map(({ table }) => table);

describe('the read models compared with a rebuild', () => {
  it('are the same after ordinary work', async () => {
    await oneMember();
    const tables = await compared();
    expect(wrong(tables)).toEqual([]);
    expect(tables.find(({ table }) => table === 'member')).toMatchObject({ rows: 1 });
  });

  it.each([
    ['a row changed', 'member', (t: string) => `update ${t} set unit_id = 'elsewhere'`],
    ['a row gone', 'unit', (t: string) => `delete from ${t}`],
    ['a row twice', 'member_history', (t: string) => `insert into ${t} select * from ${t} limit 1`],
  ])('show %s', async (_name, view, sql) => {
    await oneMember();
    tamper(view, sql);
    expect(wrong(await compared())).toEqual([view]);
  });
});
