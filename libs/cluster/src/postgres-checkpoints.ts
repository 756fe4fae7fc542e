import {
  CheckpointRefused,
  CheckpointsUnavailable,
  type ReactorCheckpoint,
  type ReactorCheckpoints,
} from '#libs/engine';
import type { Position } from '#libs/event-store';
import type { ClusterDatabase } from './cluster-database.js';

// Who loads takes over: from then on nothing of an older token is saved.
const LOAD = `insert into reactor_checkpoint (reactor, fence) values ($1, $2)
  on conflict (reactor) do update set fence = excluded.fence
    where reactor_checkpoint.fence <= excluded.fence
  returning position, state`;

const SAVE = `insert into reactor_checkpoint (reactor, fence, position, state)
  values ($1, $2, $3, $4)
  on conflict (reactor) do update
    set fence = excluded.fence, position = excluded.position, state = excluded.state
    where reactor_checkpoint.fence <= excluded.fence`;

interface CheckpointRow {
  readonly position: Position | null;
  readonly state: string | null;
}

/**
 * Checkpoints of reactors in PostgreSQL. `tokenOf` says under which token this process runs a
 * reactor; undefined: it does not.
 */
export function postgresCheckpoints(
  { pool }: Pick<ClusterDatabase, 'pool'>,
  tokenOf: (reactor: string) => number | undefined,
): ReactorCheckpoints {
  const asked = async (
    reactor: string,
    sql: string,
    values: readonly unknown[],
  ): Promise<readonly CheckpointRow[]> => {
    const token = tokenOf(reactor);
    if (token === undefined) throw new CheckpointRefused(reactor);
    const { rows, rowCount } = await pool
      .query<CheckpointRow>(sql, [reactor, token, ...values])
      .catch((cause: unknown) => {
        throw new CheckpointsUnavailable({ cause });
      });
    if (rowCount === 0) throw new CheckpointRefused(reactor);
    return rows;
  };
  return {
    async load(reactor): Promise<ReactorCheckpoint | undefined> {
      const [row] = await asked(reactor, LOAD, []);
      if (row?.position == null) return undefined;
      return { position: row.position, state: JSON.parse(row.state ?? 'null') as unknown };
    },
    async save(reactor, { position, state }) {
      await asked(reactor, SAVE, [position, JSON.stringify(state)]);
    },
  };
}
