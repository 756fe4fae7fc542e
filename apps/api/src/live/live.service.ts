import { randomInt } from 'node:crypto';
import { Inject, Injectable, type MessageEvent, type OnModuleDestroy } from '@nestjs/common';
import { Observable, Subject } from 'rxjs';
import type { ProjectionStanding } from '#libs/projections';
import { CLOCK, PROJECTIONS } from '../ports.js';

const FLUSH_MS = 50;
const HEARTBEAT_MS = 15_000;
const STEPS_PER_HEARTBEAT = HEARTBEAT_MS / FLUSH_MS;
/** When readers come back after the server has gone: not all in the same moment. */
const RETRY_MS = { from: 500, to: 3_000 };

/** What changed in which units, and how far the views are. */
interface Change {
  readonly position: string;
  readonly units: readonly string[];
}

/** What a connection has not been told yet: any number of changes, as one. */
class Untold {
  #position = '';
  #isNew = false;
  readonly #units = new Set<string>();

  add({ position, units }: Change): void {
    this.#position = position;
    this.#isNew = true;
    for (const unit of units) this.#units.add(unit);
  }

  /** Everything since the last time as one message, or `undefined`. */
  take(at: string): object | undefined {
    if (!this.#isNew) return undefined;
    const told = { position: this.#position, units: [...this.#units], at };
    this.#isNew = false;
    this.#units.clear();
    return told;
  }
}

/** Tells browsers which figures and records have changed, so that they read them again. */
@Injectable()
export class LiveService implements OnModuleDestroy {
  readonly #applied = new Subject<Change>();
  /** Open connections, each with how it is told that the server goes. */
  readonly #open = new Set<() => void>();
  #isOver = false;
  /** What the views showed last; empty: nothing was applied since the start. */
  #position = '';
  readonly #unsubscribe: () => void;

  constructor(
    @Inject(PROJECTIONS) projections: ProjectionStanding,
    @Inject(CLOCK) private readonly clock: () => number,
  ) {
    this.#unsubscribe = projections.onApplied((applied) => {
      // What another process tells may be older than what is known already.
      if (applied.position > this.#position) this.#position = applied.position;
      this.#applied.next({ ...applied, position: this.#position });
    });
  }

  /** Something was written in a unit; the figures it changes are told once they show it. */
  written(unitId: string): void {
    this.#applied.next({ position: this.#position, units: [unitId] });
  }

  onModuleDestroy(): void {
    this.#unsubscribe();
    this.#isOver = true;
    for (const end of this.#open) end();
    this.#applied.complete();
  }

  /**
   * Changes for one connection. While its socket is full nothing is handed over: changes merge into
   * one, so a stalled reader costs no more than the set of units there are.
   */
  stream(isFull: () => boolean): Observable<MessageEvent> {
    return new Observable<MessageEvent>((subscriber) => {
      const end = (): void => {
        subscriber.next({ retry: randomInt(RETRY_MS.from, RETRY_MS.to) });
        subscriber.complete();
      };
      if (this.#isOver) return end();
      this.#open.add(end);
      const untold = new Untold();
      const listening = this.#applied.subscribe((applied) => untold.add(applied));
      let steps = 0;
      const timer = setInterval(() => {
        steps += 1;
        if (isFull()) return;
        const data = untold.take(new Date(this.clock()).toISOString());
        if (data !== undefined) subscriber.next({ type: 'position', data });
        else if (steps % STEPS_PER_HEARTBEAT === 0) subscriber.next({ comment: 'still here' });
      }, FLUSH_MS);
      return () => {
        this.#open.delete(end);
        clearInterval(timer);
        listening.unsubscribe();
      };
    });
  }
}
