import { sql } from 'kysely';
import type { ReadModelDb } from '../database.js';

/** A step that is due. */
export interface DueTimer {
  readonly stream: string;
  readonly clock: string;
  readonly workflow: string;
  readonly instance: string;
  /** ISO date by which it had to be done. */
  readonly due: string;
  readonly revision: number;
  /** Days from the due date. */
  readonly step: number;
  /** ISO moment from which it is to be fired. */
  readonly at: string;
}

/** Questions about the clocks that run. */
export class TimerQueries {
  constructor(private readonly db: ReadModelDb) {}

  /** Steps due at a moment, earliest first, at most `limit`, after one already seen. */
  async due(
    now: string,
    limit: number,
    after?: Pick<DueTimer, 'at' | 'stream' | 'clock'>,
  ): Promise<readonly DueTimer[]> {
    let query = this.db.selectFrom('timer').selectAll().where('fire_at', '<=', now);
    if (after !== undefined)
      query = query.where(
        sql<boolean>`(fire_at, stream, clock) > (${after.at}, ${after.stream}, ${after.clock})`,
      );
    const rows = await query
      .orderBy('fire_at')
      .orderBy('stream')
      .orderBy('clock')
      .limit(limit)
      .execute();
    return rows.map(({ fire_at, step, ...row }) => ({ ...row, step: step!, at: fire_at! }));
  }

  /** How many steps are due at a moment, and since when the first of them is. */
  async waiting(now: string): Promise<{ readonly count: number; readonly since: string | null }> {
    const { count, since } = await this.db
      .selectFrom('timer')
      .select((eb) => [
        eb.fn.countAll<number>().as('count'),
        eb.fn.min<string | null>('fire_at').as('since'),
      ])
      .where('fire_at', '<=', now)
      .executeTakeFirstOrThrow();
    return { count, since };
  }
}
