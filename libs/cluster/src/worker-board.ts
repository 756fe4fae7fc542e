import type { ReactorStatus, TimerStatus } from '#libs/engine';
import { type Position, START } from '#libs/event-store';
import type { LineStatus } from '#libs/projections';
import type { ClusterDatabase } from './cluster-database.js';

/** What a worker says of itself with every beat. */
export interface WorkerReport {
  readonly reactors?: readonly ReactorStatus[];
  readonly timers?: TimerStatus;
  /** The lines of the projections that it keeps. */
  readonly lines?: readonly LineStatus[];
  /** Codes of what does not work at the moment. */
  readonly failures?: readonly string[];
}

export interface WorkerOnBoard {
  readonly worker: string;
  /** ISO 8601, by the database's clock. */
  readonly startedAt: string;
  readonly seenAt: string;
  /** It was heard of within the time of a lease. */
  readonly isAlive: boolean;
  readonly report: WorkerReport;
}

export interface ItemOnBoard {
  readonly item: string;
  /** Who does it; undefined: nobody. */
  readonly owner: string | undefined;
  readonly token: number;
  readonly since: string;
  /** Nobody has done it for longer than a lease lasts. */
  readonly isUnowned: boolean;
}

/** How the work was when the board was read. */
export interface BoardView {
  readonly workers: readonly WorkerOnBoard[];
  readonly items: readonly ItemOnBoard[];
}

/** How the work of all processes is, for those who have no part in it. */
export interface WorkerBoard {
  read(): Promise<BoardView>;
  /**
   * How these reactors are, as their owners say. Where nobody says anything: `stopped`; or
   * `running`, at its checkpoint, while it may still be passing from one worker to the next.
   */
  reactors(names: readonly string[]): Promise<readonly ReactorStatus[]>;
  timers(): Promise<TimerStatus>;
}

const WORKERS = `select id, started, seen, report,
    seen > clock_timestamp() - lease_ms * interval '1 ms' as alive
  from worker order by id`;

const ITEMS = `select item, token, since,
    case when owner is not null and expires > now then owner end as owner,
    (owner is null or expires <= now)
      and expires + lease_ms * interval '1 ms' < now as unowned
  from lease, (select clock_timestamp() as now) clock order by item`;

interface WorkerRow {
  readonly id: string;
  readonly started: Date;
  readonly seen: Date;
  readonly alive: boolean;
  readonly report: string;
}
interface ItemRow {
  readonly item: string;
  readonly token: number;
  readonly since: Date;
  readonly owner: string | null;
  readonly unowned: boolean;
}

/** Reads what workers write with every beat. Rejects while the database cannot be reached. */
export function workerBoard({ pool }: Pick<ClusterDatabase, 'pool'>): WorkerBoard {
  const read = async (): Promise<BoardView> => {
    const workers = await pool.query<WorkerRow>(WORKERS);
    const items = await pool.query<ItemRow>(ITEMS);
    return {
      workers: workers.rows.map(({ id, started, seen, alive, report }) => ({
        worker: id,
        startedAt: started.toISOString(),
        seenAt: seen.toISOString(),
        isAlive: alive,
        report: JSON.parse(report) as WorkerReport,
      })),
      items: items.rows.map(({ item, token, since, owner, unowned }) => ({
        item,
        owner: owner ?? undefined,
        token,
        since: since.toISOString(),
        isUnowned: unowned,
      })),
    };
  };
  return {
    read,
    async reactors(names) {
      const view = await read();
      const { rows } = await pool.query<{ reactor: string; position: Position | null }>(
        'select reactor, position from reactor_checkpoint where reactor = any($1::text[])',
        [names],
      );
      const positions = new Map(rows.map(({ reactor, position }) => [reactor, position]));
      return names.map((name): ReactorStatus => {
        const said = reportOf(view, `reactor:${name}`)?.reactors?.find((one) => one.name === name);
        const kind = isBetween(view, `reactor:${name}`) ? 'running' : 'stopped';
        return said ?? { name, kind, position: positions.get(name) ?? START };
      });
    },
    async timers() {
      const view = await read();
      const said = reportOf(view, 'timers')?.timers;
      const kind = isBetween(view, 'timers') ? 'running' : 'stopped';
      return said ?? { kind, fired: 0, moot: 0, parked: [] };
    },
  };
}

/** What the owner of an item says, if it has one. */
export function reportOf(view: BoardView, item: string): WorkerReport | undefined {
  const owner = view.items.find((one) => one.item === item)?.owner;
  return view.workers.find(({ worker }) => worker === owner)?.report;
}

/** It has an owner that has not said anything yet, or will have one within a lease. */
const isBetween = ({ items }: BoardView, item: string): boolean =>
  items.some((one) => one.item === item && !one.isUnowned);
