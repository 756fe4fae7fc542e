import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { perSecond } from './measure.js';
import { SAMPLE_DATA, SAMPLE_META } from './sample-event.js';

const BATCH = 64;

export interface RawLimit {
  readonly single: number;
  readonly batched: number;
  readonly read: number;
}

/** What node:sqlite does on this machine without any of our code: durable inserts, read and parse. */
export async function rawLimit(
  folder: string,
  singles: number,
  batches: number,
): Promise<RawLimit> {
  const db = new DatabaseSync(join(folder, 'raw.db'));
  db.exec('pragma journal_mode=WAL; pragma synchronous=FULL; pragma wal_autocheckpoint=20000');
  db.exec(
    'create table event (position integer primary key, stream integer, revision integer, meta text, data text, unique (stream, revision))',
  );
  const insert = db.prepare('insert into event (stream, revision, meta, data) values (?, ?, ?, ?)');
  let stream = 0;
  const append = (): void => void insert.run((stream += 1), 0, SAMPLE_META, SAMPLE_DATA);
  const single = await perSecond(singles, () => {
    for (let i = 0; i < singles; i += 1) {
      db.exec('begin immediate');
      append();
      db.exec('commit');
    }
  });
  const batched = await perSecond(batches * BATCH, () => {
    for (let i = 0; i < batches; i += 1) {
      db.exec('begin immediate');
      for (let j = 0; j < BATCH; j += 1) append();
      db.exec('commit');
    }
  });
  const read = await readAndParse(db, singles + batches * BATCH);
  db.close();
  return { single, batched, read };
}

const readAndParse = (db: DatabaseSync, count: number): Promise<number> =>
  perSecond(count, () => {
    const page = db.prepare(
      'select position, meta, data from event where position > ? order by position limit 5000',
    );
    for (let after = 0, rows = page.all(after); rows.length > 0; rows = page.all(after))
      for (const row of rows) {
        JSON.parse(String(row['meta']));
        JSON.parse(String(row['data']));
        after = Number(row['position']);
      }
  });
