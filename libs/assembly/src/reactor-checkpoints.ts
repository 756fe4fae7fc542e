import { DatabaseSync } from 'node:sqlite';
import type { ReactorCheckpoint, ReactorCheckpoints } from '#libs/engine';

const BUSY_TIMEOUT_MS = 5_000;

/**
 * Reactors' checkpoints in a small file of their own: a rebuild of the views must not touch them,
 * and losing them repeats nothing, so they need not be flushed on every commit.
 */
export function sqliteCheckpoints(file: string): ReactorCheckpoints & { close(): void } {
  const db = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS });
  db.exec(`pragma journal_mode = wal; pragma synchronous = normal;
    create table if not exists reactor (
      name text primary key, position text not null, state text not null) strict`);
  const select = db.prepare('select position, state from reactor where name = ?');
  const upsert = db.prepare(
    `insert into reactor (name, position, state) values (?, ?, ?) on conflict (name)
     do update set position = excluded.position, state = excluded.state`,
  );
  return {
    load(reactor) {
      const row = select.get(reactor);
      return Promise.resolve(
        row &&
          ({
            position: row['position'],
            state: JSON.parse(String(row['state'])),
          } as ReactorCheckpoint),
      );
    },
    save(reactor, { position, state }) {
      upsert.run(reactor, position, JSON.stringify(state));
      return Promise.resolve();
    },
    close: () => db.close(),
  };
}
