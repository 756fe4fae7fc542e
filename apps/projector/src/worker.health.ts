import { Inject, Injectable } from '@nestjs/common';
import { HealthIndicatorService } from '@nestjs/terminus';
import type { HeldItem, WorkerStatus } from '#libs/assembly';
import { HEALTH_CLOCK, type ObservedWorker, WORKER } from './ports.js';

/** States that do not mend themselves: somebody has to look, and to order the work resumed. */
const STUCK: ReadonlySet<string> = new Set(['parked', 'ahead', 'failed']);
/** Whoever is fenced gives the item up within a lease; three of them are not passing trouble. */
const LEASES_FENCED_MAX = 3;

/** Since when items are fenced is remembered from one look to the next. */
export interface HealthClock {
  /** A clock that only measures durations, ms. */
  readonly elapsedMs: () => number;
  readonly leaseMs: number;
}

/** Red when the work of this process does not go on, or when it leaves work lying. */
@Injectable()
export class WorkerHealth {
  readonly #fencedSince = new Map<string, number>();

  constructor(
    @Inject(WORKER) private readonly worker: ObservedWorker,
    @Inject(HEALTH_CLOCK) private readonly clock: HealthClock,
    @Inject(HealthIndicatorService) private readonly health: HealthIndicatorService,
  ) {}

  /** Log and database answer. */
  reached({ failures }: WorkerStatus) {
    const session = this.health.check('reached');
    return failures.length === 0 ? session.up() : session.down({ failures });
  }

  /** Nothing held is parked, ahead of the log or fenced for ever. */
  items({ items }: WorkerStatus) {
    const session = this.health.check('items');
    const fenced = this.#fencedForEver(items);
    const stuck = items.filter(({ item, state }) => STUCK.has(state) || fenced.has(item));
    const detail = {
      held: items.map(({ item, token, since, state }) => ({
        item,
        token,
        since,
        state,
        ...(state === 'parked' && resumeOf(item)),
      })),
    };
    return stuck.length === 0 ? session.up(detail) : session.down(detail);
  }

  /** A process that holds nothing while something waits is of no use, however well it feels. */
  share({ owner, items, waiting }: WorkerStatus) {
    const session = this.health.check('share');
    const detail = { owner, held: items.length, waiting };
    return items.length === 0 && waiting.length > 0 ? session.down(detail) : session.up(detail);
  }

  status(): Promise<WorkerStatus> {
    return this.worker.status();
  }

  #fencedForEver(items: readonly HeldItem[]): ReadonlySet<string> {
    const now = this.clock.elapsedMs();
    const fenced = items.filter(({ state }) => state === 'fenced').map(({ item }) => item);
    for (const item of this.#fencedSince.keys())
      if (!fenced.includes(item)) this.#fencedSince.delete(item);
    for (const item of fenced) if (!this.#fencedSince.has(item)) this.#fencedSince.set(item, now);
    const longest = LEASES_FENCED_MAX * this.clock.leaseMs;
    return new Set(fenced.filter((item) => now - (this.#fencedSince.get(item) ?? now) > longest));
  }
}

/** The command that lets a parked projection go on; a reactor goes on with the next start. */
const resumeOf = (item: string): { readonly resume: string } | undefined => {
  const [kind, name] = item.split(':');
  return kind === 'projection' ? { resume: `guong views resume ${name}` } : undefined;
};
