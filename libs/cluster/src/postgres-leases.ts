import type { ClusterDatabase } from './cluster-database.js';
import type { Lease, LeaseStanding, LeaseTable } from './lease-table.port.js';

/** Told to all holders when something has become free. */
export const LEASES_FREED = 'guong_lease';

/** A worker that was not heard of for so many leases is forgotten. */
const LEASES_REMEMBERED = 100;

const REGISTER = `insert into lease (item, token, since, expires, lease_ms)
  select item, 0, clock_timestamp(), clock_timestamp(), $2 from unnest($1::text[]) item
  on conflict (item) do nothing`;

const SEEN = `insert into worker (id, started, seen, lease_ms, report)
  values ($1, clock_timestamp(), clock_timestamp(), $2, $3)
  on conflict (id) do update
    set seen = excluded.seen, lease_ms = excluded.lease_ms, report = excluded.report`;

const RENEW = `update lease set expires = clock_timestamp() + $4 * interval '1 ms', lease_ms = $4
  where owner = $1 and expires > clock_timestamp()
    and (item, token) in (select * from unnest($2::text[], $3::bigint[]))
  returning item`;

const LEASES = `select item, token, since,
    case when owner is not null and expires > now then owner end as owner,
    extract(epoch from expires - now)::float8 * 1000 as left_ms
  from lease, (select clock_timestamp() as now) clock order by item`;

const WORKERS = `select id from worker
  where seen > clock_timestamp() - $1 * interval '1 ms' order by id`;

const FORGET = `delete from worker
  where seen < clock_timestamp() - $1 * interval '1 ms'`;

// Who comes second waits for nobody and gets nothing.
const ACQUIRE = `with free as (
    select item from lease
    where item = any($2::text[]) and (owner is null or expires <= clock_timestamp())
    order by item for update skip locked)
  update lease set owner = $1, token = token + 1, since = clock_timestamp(),
    expires = clock_timestamp() + $3 * interval '1 ms', lease_ms = $3
  from free where lease.item = free.item
  returning lease.item, lease.token, lease.since`;

const RELEASE = `update lease set owner = null, expires = least(expires, clock_timestamp())
  where owner = $1 and (item, token) in (select * from unnest($2::text[], $3::bigint[]))`;

interface LeaseRow {
  readonly item: string;
  readonly token: number;
  readonly since: Date;
  readonly owner: string | null;
  readonly left_ms: number;
}

const standing = (row: LeaseRow): LeaseStanding => ({
  item: row.item,
  owner: row.owner ?? undefined,
  token: row.token,
  since: row.since.toISOString(),
  remainsMs: row.owner === null ? 0 : Math.max(0, row.left_ms),
  idleMs: row.owner === null ? Math.max(0, -row.left_ms) : 0,
});

const columns = (leases: readonly Lease[]): [string[], number[]] => [
  leases.map(({ item }) => item),
  leases.map(({ token }) => token),
];

/** Leases in PostgreSQL, by its clock. `leaseMs`: how long one lasts that nobody renews. */
export function postgresLeases(database: ClusterDatabase, leaseMs: number): LeaseTable {
  const { pool } = database;
  const freed = async (): Promise<void> => void (await pool.query(`notify ${LEASES_FREED}`));
  return {
    leaseMs,
    async register(items) {
      await pool.query(REGISTER, [items, leaseMs]);
    },
    async beat(worker, held, report) {
      await pool.query(SEEN, [worker, leaseMs, JSON.stringify(report)]);
      const renewed =
        held.length === 0
          ? []
          : (await pool.query<LeaseRow>(RENEW, [worker, ...columns(held), leaseMs])).rows;
      const leases = await pool.query<LeaseRow>(LEASES);
      const workers = await pool.query<{ id: string }>(WORKERS, [leaseMs]);
      return {
        renewed: renewed.map(({ item }) => item),
        view: {
          leases: leases.rows.map(standing),
          workers: workers.rows.map(({ id }) => id),
        },
      };
    },
    async acquire(worker, items) {
      const { rows } = await pool.query<LeaseRow>(ACQUIRE, [worker, items, leaseMs]);
      return rows.map(({ item, token, since }) => ({ item, token, since: since.toISOString() }));
    },
    async release(worker, leases) {
      const { rowCount } = await pool.query(RELEASE, [worker, ...columns(leases)]);
      if (rowCount !== 0) await freed();
    },
    async leave(worker) {
      await pool.query('delete from worker where id = $1', [worker]);
      await pool.query(
        `update lease set owner = null, expires = least(expires, clock_timestamp())
          where owner = $1`,
        [worker],
      );
      await pool.query(FORGET, [leaseMs * LEASES_REMEMBERED]);
      await freed();
    },
  };
}
