import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { BackgroundWriter } from './background-writer.js';

const step = (n: number) => ({ one: 'insert into t values (?)', width: 1, values: [n] });

describe('the writing thread', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'writer-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('writes an order whole or not at all, and again after it was ended', async () => {
    const file = join(folder, 'rows.db');
    const database = new DatabaseSync(file);
    database.exec('create table t (n integer primary key) strict');
    const writer = new BackgroundWriter(file, 'pragma synchronous = normal');
    await writer.write([step(1), step(2)]);
    await expect(writer.write([step(3), step(1)])).rejects.toMatchObject({ errcode: 1555 });
    const ended = writer.close();
    await writer.write([step(4)]);
    await ended;
    await writer.close();
    const rows = database.prepare('select n from t').all();
    expect(rows.map(({ n }) => n)).toEqual([1, 2, 4]);
    database.close();
  });

  it('says so when the thread fails, and tries another the next time', async () => {
    const file = join(folder, 'later', 'rows.db');
    const writer = new BackgroundWriter(file, '');
    await expect(writer.write([step(1)])).rejects.toThrow('unable to open database file');
    await expect(writer.write([step(1)])).rejects.toThrow('unable to open database file');
    await writer.close();
  });
});
