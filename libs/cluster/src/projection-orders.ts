import type { ProjectionControl } from '#libs/projections';
import type { ClusterDatabase } from './cluster-database.js';
import type { Notifications } from './notifications.js';

/** Told when an order waits, or has been answered. */
export const ORDERS = 'guong_order';

export type OrderKind = 'resume' | 'rebuild' | 'cancelRebuild';

/** Who runs the projection carries it out, so it is asked for through the database. */
export interface ProjectionOrders {
  /**
   * What the owner of the projection answers. Throws OrderFailed: ORDER_UNTAKEN, nobody runs the
   * projection and nobody will carry it out; ORDER_UNANSWERED, somebody has taken it and did not
   * answer in time; ORDER_FAILED, the owner failed at it.
   */
  ask(kind: OrderKind, projection: string): Promise<boolean>;
}

export class OrderFailed extends Error {
  constructor(
    readonly code: 'ORDER_UNTAKEN' | 'ORDER_UNANSWERED' | 'ORDER_FAILED',
    readonly projection: string,
  ) {
    super(`${code}: ${projection}`);
    this.name = 'OrderFailed';
  }
}

/** Orders older than this are carried out by nobody: whoever asked is long gone. */
const VALID_MS = 60_000;
const LOOK_EVERY_MS = 100;
const KEPT_DAYS = 7;

const ASK = `with old as (
    delete from projection_order where asked < clock_timestamp() - $3 * interval '1 day')
  insert into projection_order (projection, kind, asked) values ($1, $2, clock_timestamp())
  returning id`;

const WITHDRAW = `update projection_order set taken = clock_timestamp(), answer = 'withdrawn'
  where id = $1 and taken is null`;

const TAKE = `update projection_order set taken = clock_timestamp()
  where id = (
    select id from projection_order
    where taken is null and projection = any($1::text[])
      and asked > clock_timestamp() - $2 * interval '1 ms'
    order by id limit 1 for update skip locked)
  returning id, projection, kind`;

interface OrderRow {
  readonly id: number;
  readonly projection: string;
  readonly kind: OrderKind;
}

/** Asks whoever runs a projection; waits for an answer at most `patienceMs` (default 10,000). */
export function projectionOrders(
  { pool }: Pick<ClusterDatabase, 'pool'>,
  patienceMs = 10_000,
): ProjectionOrders {
  return {
    async ask(kind, projection) {
      const { rows } = await pool.query<{ id: number }>(ASK, [projection, kind, KEPT_DAYS]);
      await pool.query(`notify ${ORDERS}`);
      const id = rows[0]?.id;
      for (let waited = 0; ; waited += LOOK_EVERY_MS) {
        const answers = await pool.query<{ answer: string | null }>(
          'select answer from projection_order where id = $1',
          [id],
        );
        const answer = answers.rows[0]?.answer;
        if (answer === 'failed') throw new OrderFailed('ORDER_FAILED', projection);
        if (answer != null) return answer === 'true';
        if (waited >= patienceMs) break;
        await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
      }
      const { rowCount } = await pool.query(WITHDRAW, [id]);
      throw new OrderFailed(rowCount === 0 ? 'ORDER_UNANSWERED' : 'ORDER_UNTAKEN', projection);
    },
  };
}

export interface AnswerOrdersOptions {
  readonly database: Pick<ClusterDatabase, 'pool'>;
  readonly notifications: Notifications;
  /** The runner of this process. */
  readonly control: Pick<ProjectionControl, OrderKind>;
  /** Names of the projections that it keeps now. */
  readonly owned: () => readonly string[];
  /** How often to look without having been told, ms; default 1,000. */
  readonly everyMs?: number | undefined;
  readonly onFailure?: ((error: unknown) => void) | undefined;
}

/** Carries out orders for the projections of this process, one after another, until closed. */
export function answerOrders(options: AnswerOrdersOptions): { close(): Promise<void> } {
  const { notifications, everyMs = 1_000 } = options;
  const closed = new AbortController();
  const { signal } = closed;
  let looking: Promise<void> | undefined;
  let isToldAgain = false;
  const isTold = (): boolean => isToldAgain;
  const lookAll = async (): Promise<void> => {
    do {
      isToldAgain = false;
      while (!signal.aborted && (await answerNext(options)));
    } while (isTold());
  };
  const look = (): void => {
    isToldAgain = true;
    if (signal.aborted) return;
    looking ??= lookAll()
      .catch((error: unknown) => options.onFailure?.(error))
      .finally(() => (looking = undefined));
  };
  const timer = setInterval(look, everyMs);
  const leave = notifications.on(ORDERS, look);
  return {
    async close() {
      closed.abort();
      clearInterval(timer);
      leave();
      await looking;
    },
  };
}

/** Carries out the oldest order for one of ours; false: there is none. */
async function answerNext({
  database: { pool },
  control,
  owned,
  onFailure,
}: AnswerOrdersOptions): Promise<boolean> {
  const names = owned();
  if (names.length === 0) return false;
  const { rows } = await pool.query<OrderRow>(TAKE, [names, VALID_MS]);
  const order = rows[0];
  if (order === undefined) return false;
  let answer: string;
  try {
    answer = String(await control[order.kind](order.projection));
  } catch (error) {
    onFailure?.(error);
    answer = 'failed';
  }
  await pool.query('update projection_order set answer = $2 where id = $1', [order.id, answer]);
  return true;
}
