import { setTimeout as delay } from 'node:timers/promises';
import type { AnyWorkflow } from '#libs/kernel';
import { BackOff, type Rest } from './back-off.js';
import type { CommandRequest, Outcome } from './command-request.js';
import { firingOf } from './timer-firing.js';
import { ParkedTimers, type ParkedTimer } from './timer-parking.js';
import { type Pause, TimerPace } from './timer-pace.js';
import type { TimerStep, TimerTable } from './timer-table.port.js';

export interface TimerRunnerOptions {
  readonly table: TimerTable;
  readonly execute: (request: CommandRequest) => Promise<Outcome>;
  /** The definition by which a record is timed. */
  readonly definition: (workflow: string, id: string) => Promise<AnyWorkflow | undefined>;
  /** Now, ISO 8601; the same clock as the engine's. */
  readonly clock: () => string;
  /** A clock that only measures durations, ms. */
  readonly elapsedMs: () => number;
  /** Milliseconds between two looks at the table; default 1,000. */
  readonly everyMs?: number | undefined;
  /** Steps read at a time; default 512. */
  readonly batch?: number | undefined;
  /** Commands under way at the same time, at most; default 16. */
  readonly atOnce?: number | undefined;
  readonly pause?: Pause | undefined;
  /** How it waits between two looks. */
  readonly rest?: Rest | undefined;
}

export interface TimerStatus {
  readonly kind: 'running' | 'stopped' | 'failed';
  /** Steps fired since the process began, and steps that had become moot. */
  readonly fired: number;
  readonly moot: number;
  /** Steps that could not be fired; tried again from time to time. */
  readonly parked: readonly ParkedTimer[];
  /** Code of the last failure of store or views, while it lasts; it goes on by itself. */
  readonly failure?: string;
}

const CONFLICT_ATTEMPTS = 8;
/** While store or views fail, the table is looked at ever more rarely, up to this. */
const LONGEST_REST_MS = 30_000;

/** Fires what is due, as commands of the system, each with exactly one effect. */
export class TimerRunner {
  readonly #parked: ParkedTimers;
  readonly #pace: TimerPace;
  readonly #pause: Pause;
  readonly #repeated = new Set<string>();
  #fired = 0;
  #moot = 0;
  #failure: string | undefined;
  #stop: AbortController | undefined;
  #polling: Promise<void> | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: TimerRunnerOptions) {
    const { elapsedMs, pause = delay, atOnce = 16 } = options;
    this.#pause = pause;
    this.#parked = new ParkedTimers(elapsedMs);
    this.#pace = new TimerPace({ pause, elapsedMs, most: atOnce });
  }

  get status(): TimerStatus {
    const failed = this.#failure !== undefined;
    return {
      kind: failed ? 'failed' : this.#polling ? 'running' : 'stopped',
      fired: this.#fired,
      moot: this.#moot,
      parked: this.#parked.list(),
      ...(failed && { failure: this.#failure }),
    };
  }

  /** Begins to look at the table from time to time. Started already: nothing. */
  start(): void {
    if (this.#polling !== undefined) return;
    const stop = (this.#stop = new AbortController());
    this.#polling = this.#poll(stop.signal).finally(() => (this.#polling = undefined));
  }

  /** Finishes what is under way and stops looking. */
  async stop(): Promise<void> {
    this.#stop?.abort();
    await this.#polling;
    await this.#turn;
  }

  /**
   * Fires everything that is due now, what comes of it included, and returns; for virtual time.
   * Rejects when store or views are broken.
   */
  runDue(): Promise<void> {
    return this.#inTurn(async () => {
      await this.options.table.shown();
      while ((await this.#pass()) > 0) await this.options.table.shown();
    });
  }

  /** One after the other: two passes at once would fire everything twice, for nothing. */
  #inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #poll(signal: AbortSignal): Promise<void> {
    const { everyMs = 1_000, rest } = this.options;
    const mostMs = Math.max(everyMs, LONGEST_REST_MS);
    const backOff = new BackOff({ firstMs: everyMs, mostMs, rest });
    while (!signal.aborted) {
      try {
        await this.#inTurn(async () => void (await this.#pass(signal)));
        this.#failure = undefined;
        backOff.reset();
      } catch (error) {
        this.#failure = codeOf(error);
      }
      await backOff.rest(signal);
    }
  }

  /** Goes once through what is due; says how many steps had an effect. */
  async #pass(signal?: AbortSignal): Promise<number> {
    const { table, batch = 512, clock } = this.options;
    const seen = new Set<string>();
    let fired = 0;
    for (let last: TimerStep | undefined; ;) {
      const steps = await table.due(clock(), batch, last);
      for (const step of steps) seen.add(keyOf(step));
      const effects = await this.#fireAll(steps, signal);
      fired += effects;
      if (steps.length < batch || signal?.aborted) break;
      last = steps.at(-1);
      if (effects > 0) await table.shown(signal);
      if (signal?.aborted) break;
    }
    if (!signal?.aborted) this.#forgetAllBut(seen);
    return fired;
  }

  /** What is not due any more needs no remembering. */
  #forgetAllBut(seen: ReadonlySet<string>): void {
    this.#parked.keepOnly(seen);
    for (const key of this.#repeated) if (!seen.has(key)) this.#repeated.delete(key);
  }

  /** Several streams at once, the clocks of one stream one after the other. */
  async #fireAll(steps: readonly TimerStep[], signal?: AbortSignal): Promise<number> {
    const groups = [
      ...Map.groupBy(
        steps.filter((step) => this.#parked.mayTry(keyOf(step))),
        ({ stream }) => stream,
      ).values(),
    ];
    let effects = 0;
    for (let next = 0; next < groups.length && !signal?.aborted;) {
      const handful = groups.slice(next, next + this.#pace.handful);
      next += handful.length;
      const fired = await this.#pace.paced(() =>
        Promise.all(handful.map((group) => this.#fireGroup(group))),
      );
      effects += fired.reduce((sum, count) => sum + count, 0);
    }
    return effects;
  }

  async #fireGroup(steps: readonly TimerStep[]): Promise<number> {
    let effects = 0;
    for (const step of steps) if (await this.#fire(step)) effects += 1;
    return effects;
  }

  /** Whether it had an effect. Only a broken store throws: anything else concerns one timer. */
  async #fire(step: TimerStep): Promise<boolean> {
    const definition = await this.options.definition(step.workflow, step.instance);
    const request = firingOf(step, definition, this.options.clock());
    if (request === undefined) return this.#park(step, ['DEADLINE_NOT_DECLARED']);
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await this.#execute(request);
      if (outcome === 'thrown') return this.#park(step, ['TIMER_FAILED']);
      if (outcome.kind === 'accepted') return this.#done(step, outcome.repeated);
      if (outcome.kind === 'refused') {
        const codes = outcome.reasons.map(({ code }) => code);
        return isMoot(codes) ? this.#isMoot(step) : this.#park(step, codes);
      }
      if (attempt >= CONFLICT_ATTEMPTS) return this.#park(step, ['CONFLICT']);
      await this.#pause(2 ** attempt);
    }
  }

  async #execute(request: CommandRequest): Promise<Outcome | 'thrown'> {
    try {
      return await this.options.execute(request);
    } catch (error) {
      if (codeOf(error).startsWith('STORE_')) throw error;
      return 'thrown';
    }
  }

  /** Known already: the table is about to show it. Still there next time: it changes nothing. */
  #done(step: TimerStep, isRepeated: boolean): boolean {
    const key = keyOf(step);
    if (isRepeated && this.#repeated.has(key)) return this.#park(step, ['NO_EFFECT']);
    this.#parked.forget(key);
    if (isRepeated) this.#repeated.add(key);
    else this.#fired += 1;
    return !isRepeated;
  }

  /** Somebody acted meanwhile; the table will show it. */
  #isMoot(step: TimerStep): boolean {
    this.#parked.forget(keyOf(step));
    this.#moot += 1;
    return false;
  }

  #park(step: TimerStep, codes: readonly string[]): boolean {
    this.#parked.park(keyOf(step), step, codes);
    return false;
  }
}

const isMoot = (codes: readonly string[]): boolean =>
  codes.every((code) => code === 'DEADLINE_NOT_RUNNING');

const keyOf = ({ stream, clock, step, due, revision }: TimerStep): string =>
  `${stream} ${clock} ${step} ${due} ${revision}`;

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : 'TIMERS_FAILED';
