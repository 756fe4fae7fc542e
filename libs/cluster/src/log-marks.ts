import { type Position, START } from '#libs/event-store';
import type { ClusterDatabase } from './cluster-database.js';

/** Places in the log that all processes remember together. */
export interface LogMarks {
  /** `START`: nobody has remembered any. */
  load(name: string): Promise<Position>;
  /** The last one counts: after an older log was restored a mark goes back. */
  save(name: string, position: Position): Promise<void>;
}

/** Up to where settings and deletions were searched, and nothing dangerous was found. */
export const SAFE_UNTIL = 'safe_until';

const SAVE = `insert into log_mark values ($1, $2)
  on conflict (name) do update set position = excluded.position`;

export const logMarks = ({ pool }: Pick<ClusterDatabase, 'pool'>): LogMarks => ({
  async load(name) {
    const { rows } = await pool.query<{ position: Position }>(
      'select position from log_mark where name = $1',
      [name],
    );
    return rows[0]?.position ?? START;
  },
  async save(name, position) {
    await pool.query(SAVE, [name, position]);
  },
});
