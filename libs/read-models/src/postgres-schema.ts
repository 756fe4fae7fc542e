import type { Pool } from 'pg';

/** Raised with the names of projections that were claimed by somebody else. */
export const FENCED = 'GF001';
/** Raised with the names of projections that somebody else wrote, or that were set back. */
export const MOVED = 'GF002';

/** Any number of our own: one process at a time makes the tables. */
const MAKING = 4_842_701;

/*
 * `batch` names the transaction that wrote a line last: one that was answered by silence is looked
 * for by it, and one that follows checks that nothing came between.
 */
const LINES = `create table if not exists projection_line (
  name text collate "C" not null, version bigint not null, generation bigint not null,
  shape text not null, role text not null, position text collate "C" not null,
  parked_position text collate "C", parked_id text, parked_type text, parked_error text,
  batch text not null default '', primary key (name, version, generation))`;

const FENCES = `create table if not exists projection_fence (
  projection text collate "C" primary key, fence bigint not null)`;

/*
 * Called first in every transaction that saves or removes lines: from then on until its end nobody
 * can claim their projections, and nobody else writes their lines. Everybody locks fences before
 * lines and both by name, so that no two wait for each other.
 */
const HOLD = `create or replace function projection_hold_1(
  names text[], fences bigint[], line_names text[], versions bigint[], generations bigint[],
  batches text[]) returns void language plpgsql as $$
declare lost text;
begin
  perform 1 from projection_fence where projection = any (names) order by projection for share;
  select string_agg(h.name, ' ') into lost from unnest(names, fences) as h (name, fence)
    left join projection_fence f on f.projection = h.name where f.fence is distinct from h.fence;
  if lost is not null then
    raise exception 'projections were claimed' using errcode = '${FENCED}', detail = lost;
  end if;
  perform 1 from projection_line l
    join unnest(line_names, versions, generations) as h (name, version, generation)
    using (name, version, generation) order by name, version, generation for update of l;
  select string_agg(distinct h.name, ' ') into lost
    from unnest(line_names, versions, generations, batches) as h (name, version, generation, batch)
    left join projection_line l using (name, version, generation)
    where l.batch is distinct from h.batch;
  if lost is not null then
    raise exception 'lines were moved' using errcode = '${MOVED}', detail = lost;
  end if;
end $$`;

const IS_MADE = `select to_regclass('projection_line') is not null
  and to_regclass('projection_fence') is not null
  and to_regproc('projection_hold_1') is not null as made`;

/** Makes the tables of our own, once, however many processes begin at once. */
export async function makeSchema(pool: Pool): Promise<void> {
  const isMade = async (): Promise<boolean> => {
    const { rows } = await pool.query<{ made: boolean }>(IS_MADE);
    return rows[0]?.made === true;
  };
  if (await isMade()) return;
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(`select pg_advisory_xact_lock(${MAKING})`);
    for (const text of [LINES, FENCES, HOLD]) await client.query(text);
    await client.query('commit');
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}
