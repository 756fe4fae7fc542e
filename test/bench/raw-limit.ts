import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { perSecond } from './measure.js';

/** An event's texts, as they are stored. */
export interface Texts {
  readonly meta: string;
  readonly data: string;
}

export const BATCH = 64;
const PAGE = 5_000;

/** What node:sqlite does here without any of our code: durable inserts of given texts. */
export class RawAppends {
  private readonly db: DatabaseSync;
  private readonly insert: StatementSync;
  private stream = 0;

  constructor(file: string) {
    this.db = new DatabaseSync(file);
    this.db.exec(`pragma journal_mode = wal; pragma synchronous = full;
      pragma wal_autocheckpoint = 20000;
      create table event (position integer primary key, stream integer, revision integer,
        meta text, data text, unique (stream, revision))`);
    this.insert = this.db.prepare(
      'insert into event (stream, revision, meta, data) values (?, 0, ?, ?)',
    );
  }

  /** Events per second, `batch` in each transaction. */
  perSecond(count: number, batch: number, { meta, data }: Texts): Promise<number> {
    return perSecond(count, () => {
      for (let written = 0; written < count; written += batch) {
        this.db.exec('begin immediate');
        for (let i = 0; i < batch; i += 1) this.insert.run((this.stream += 1), meta, data);
        this.db.exec('commit');
      }
    });
  }

  close(): void {
    this.db.close();
  }
}

/** Reads the whole log of our own file and parses data and metadata of every event. */
export function readAndParse(file: string, count: number): Promise<number> {
  const db = new DatabaseSync(file, { readOnly: true });
  const page = db.prepare(
    `select position, meta, data from events where position > ? order by position limit ${PAGE}`,
  );
  return perSecond(count, () => {
    let read = 0;
    for (let after = 0, rows = page.all(after); rows.length > 0; rows = page.all(after))
      for (const row of rows) {
        JSON.parse(String(row['meta']));
        JSON.parse(String(row['data']));
        after = Number(row['position']);
        read += 1;
      }
    if (read !== count) throw new Error(`read ${read} of ${count} events`);
  }).finally(() => db.close());
}

/** The texts of the newest event of a type in our own file; a sealed part counts as data. */
export function textsOf(file: string, type: string): Texts {
  const db = new DatabaseSync(file, { readOnly: true });
  const row = db
    .prepare(
      `select meta, data || coalesce(sealed, '') as data from events
       where type_id in (select id from event_types where type = ?)
       order by position desc limit 1`,
    )
    .get(type);
  db.close();
  if (row === undefined) throw new Error(`no ${type} in the log`);
  return { meta: String(row['meta']), data: String(row['data']) };
}

/** Mean bytes of the events of a file. */
export function eventBytes(file: string): { meta: number; data: number; sealed: number } {
  const db = new DatabaseSync(file, { readOnly: true });
  const mean = (column: string): string =>
    `round(avg(coalesce(length(cast(${column} as blob)), 0))) as ${column}`;
  const row = db
    .prepare(`select ${mean('meta')}, ${mean('data')}, ${mean('sealed')} from events`)
    .get();
  db.close();
  return row as unknown as { meta: number; data: number; sealed: number };
}
