import {
  type Position,
  START,
  type StoredEvent,
  StoreError,
  type SubscribeOptions,
  type SubscriptionMessage,
} from '#libs/event-store';
import { backOffMs, pause } from './deadline.js';
import { FollowBuffer, type Turn } from './follow-buffer.js';
import { isSystem } from './incoming-event.js';
import type { LogFilter, Place } from './log-client.port.js';
import type { LogContext } from './log-context.js';
import type { LogPages } from './log-pages.js';
import { placeOf, positionOf } from './place.js';
import { faultOf, storeErrorOf } from './server-fault.js';
import { typeRegex } from './type-filter.js';

const DEFAULT_BATCH = 500;
/** Entries between two checkpoints while catching up; with few the server reads in drops. */
const CATCH_UP_WINDOW = 500;
const SMALLEST_WINDOW = 32;
/** Checkpoints without an event of ours after which even an unfiltered reader hears of one. */
const SILENT_CHECKPOINTS = 32;
/** Sooner, right after the end was reached: the last entry may have been none of ours. */
const SETTLE_MS = 100;
/** Full batches in a row after which a filtered reader is no longer taken for a live one. */
const FULL_BATCHES = 8;
/** After so long without a word it is looked whether there was nothing to say. */
const SILENCE_MS = 30_000;
/** Attempts in a row after which an outage is told. */
const TOLD_AFTER = 4;

export interface FollowOptions extends SubscribeOptions {
  readonly silenceMs?: number | undefined;
}

/**
 * What silence means. `settling`: just caught up; `silent`: nothing to say, as far as known;
 * `suspect`: there was something to say; `unconfirmed`: the server has not taken it yet.
 */
type Quiet = 'unconfirmed' | 'settling' | 'silent' | 'suspect';

/**
 * One subscription of the port over as many of the server's as it takes. Each goes on after the
 * last place that was handed on, so that nothing is lost or repeated when one breaks.
 *
 * With a filter there are two: one catches up, its checkpoints far apart; at the end another takes
 * over whose checkpoints come with every entry, so that a reader who waits for a place in the log
 * hears of it though the entry there is none of its own.
 */
export class LogSubscription {
  /** Where to go on; may be further than what was said. */
  private at: Position;
  /** What the consumer was last told. */
  private said: Position;
  private live: boolean;
  private caughtUpSaid = false;
  private atEnd = false;
  private silent = 0;
  private full = 0;
  /** The last event of ours when the running subscription began. */
  private head: Position = START;
  private failures = 0;
  private readonly signal: AbortSignal;
  private readonly batch: number;
  private readonly wanted: ReadonlySet<string> | undefined;

  constructor(
    private readonly context: LogContext,
    private readonly pages: LogPages,
    after: Position,
    private readonly options: FollowOptions,
  ) {
    placeOf(after);
    this.at = this.said = after;
    this.batch = options.batch ?? DEFAULT_BATCH;
    this.wanted = options.types === undefined ? undefined : new Set(options.types);
    this.live = this.wanted === undefined;
    const { signal } = options;
    this.signal = signal ? AbortSignal.any([signal, context.closing]) : context.closing;
  }

  /** Ends quietly when aborted or closed. Throws StoreError: STORE_AHEAD, STORE_DENIED. */
  async *messages(): AsyncGenerator<SubscriptionMessage, void, undefined> {
    while (!this.isOver()) {
      try {
        this.head = await this.pages.head();
        await this.requireNotAhead(this.head);
        if (!this.isOver()) yield* this.follow();
      } catch (error) {
        if (this.isOver()) return;
        if (!(error instanceof StoreError && error.code === 'STORE_UNAVAILABLE')) throw error;
        this.failures += 1;
        if (this.failures === TOLD_AFTER) this.context.onAlarm({ code: 'LOG_UNREACHABLE' });
      }
      if (this.failures > 0) await pause(backOffMs(this.failures - 1), this.signal);
    }
  }

  /** One of the server's subscriptions, until it ends. Throws STORE_UNAVAILABLE when it broke. */
  private async *follow(): AsyncGenerator<SubscriptionMessage, void, undefined> {
    const buffer = new FollowBuffer(this.batch, this.signal);
    const following = this.context.client.follow(placeOf(this.at), this.filter(), buffer);
    buffer.attach(following);
    this.atEnd = false;
    let quiet: Quiet = 'unconfirmed';
    try {
      while (!this.isOver()) {
        if (quiet === 'unconfirmed' && buffer.isConfirmed) quiet = 'silent';
        const turn = await buffer.turn(this.patienceMs(quiet));
        if (this.isOver()) return;
        if (isNothing(turn)) {
          if (buffer.end !== undefined) throw this.broken(buffer.end.error);
          const next = await this.afterSilence(quiet, buffer);
          if (next === 'again') return;
          quiet = next;
          continue;
        }
        this.failures = 0;
        quiet = turn.caughtUp ? 'settling' : 'silent';
        for (const message of this.messagesOf(turn)) {
          yield message;
          if (this.isOver()) return;
        }
        if (this.changesPace(turn)) return;
        if (turn.caughtUp) this.atEnd = true;
        if (turn.fellBehind) this.atEnd = false;
        if (this.atEnd && buffer.isEmpty && !this.caughtUpSaid) {
          this.caughtUpSaid = true;
          yield { kind: 'caughtUp', next: this.said };
        }
      }
    } finally {
      following.stop();
    }
  }

  /** From catching up to live and, for who cannot keep up, back; only where there is a filter. */
  private changesPace({ records, caughtUp }: Turn): boolean {
    if (this.wanted === undefined) return false;
    this.full = this.live && records.length >= this.batch ? this.full + 1 : 0;
    if (this.live ? this.full < FULL_BATCHES : !caughtUp) return false;
    this.live = !this.live;
    this.full = 0;
    return true;
  }

  private filter(): LogFilter {
    const few = Math.max(SMALLEST_WINDOW, Math.min(CATCH_UP_WINDOW, this.batch));
    const window = this.live && this.wanted !== undefined ? 1 : few;
    return { on: 'type', regex: typeRegex(this.options.types), window };
  }

  private patienceMs(quiet: Quiet): number {
    if (quiet === 'settling') return SETTLE_MS;
    return quiet === 'silent' ? this.silenceMs : this.context.deadlineMs;
  }

  /** Nothing came: because there was nothing, or because the subscription is dead? */
  private async afterSilence(quiet: Quiet, buffer: FollowBuffer): Promise<Quiet | 'again'> {
    if (quiet === 'unconfirmed' || quiet === 'suspect') {
      if (buffer.isConfirmed && quiet === 'unconfirmed') return 'silent';
      throw this.broken(undefined);
    }
    // Not the head of this subscription: it says how far was searched when the end was reached, and
    // what is written by now may come after an end that is already on its way here.
    const head = await this.pages.head();
    await this.requireNotAhead(head);
    if (head <= this.at || !buffer.isEmpty) return 'silent';
    return quiet === 'settling' ? 'again' : 'suspect';
  }

  private *messagesOf({ records, checkpoint, caughtUp }: Turn): Generator<SubscriptionMessage> {
    const events: StoredEvent[] = [];
    let passed: Position = this.at;
    for (const record of records) {
      const position = positionOf(record.place);
      if (position <= passed) continue;
      passed = position;
      if (isSystem(record)) continue;
      const event = this.pages.ours(record);
      if (event !== undefined && (this.wanted?.has(event.type) ?? true)) events.push(event);
    }
    if (events.length > 0) {
      this.at = passed;
      yield this.say({ kind: 'events', events, next: passed });
    }
    passed = later(passed, this.searched(checkpoint));
    // What had been stored when this subscription began has been searched when it has caught up.
    if (caughtUp) passed = later(passed, this.head);
    if (passed <= this.at) return;
    this.at = passed;
    this.silent += 1;
    // Without a filter only the server's own entries were held back, and few of those are no news.
    if (this.wanted !== undefined || this.silent >= SILENT_CHECKPOINTS)
      yield this.say({ kind: 'checkpoint', next: passed });
  }

  /**
   * Up to where a checkpoint says that everything was searched. While catching up it may be no
   * event's place but the end of the log, which could not be told from a place beyond it.
   */
  private searched(checkpoint: Place | undefined): Position {
    if (checkpoint === undefined) return START;
    const position = positionOf(checkpoint);
    return this.atEnd || position < this.head ? position : this.head;
  }

  /** Asked at every turn: it changes while this waits. */
  private isOver(): boolean {
    return this.signal.aborted;
  }

  private say<M extends SubscriptionMessage>(message: M): M {
    this.said = message.next;
    this.silent = 0;
    this.caughtUpSaid = false;
    return message;
  }

  /** The server would wait without a word until the log has grown past such a position. */
  private async requireNotAhead(head: Position): Promise<void> {
    if (this.at <= head) return;
    if (!(await this.pages.isBeyondEnd(this.at, this.signal))) return;
    this.context.onAlarm({ code: 'LOG_TRUNCATED', position: this.at });
    throw new StoreError('STORE_AHEAD', `position ${this.at} is beyond the end of the log`);
  }

  private broken(error: unknown): StoreError {
    const fault = faultOf(error);
    if (fault.kind === 'invalidPosition') {
      this.context.onAlarm({ code: 'LOG_TRUNCATED', position: this.at });
      return storeErrorOf(fault, `position ${this.at}`);
    }
    if (fault.kind === 'denied') return storeErrorOf(fault, 'reading the whole log');
    return new StoreError('STORE_UNAVAILABLE', 'a subscription broke');
  }

  private get silenceMs(): number {
    return this.options.silenceMs ?? SILENCE_MS;
  }
}

const later = (a: Position, b: Position): Position => (a > b ? a : b);

const isNothing = ({ records, checkpoint, caughtUp, fellBehind }: Turn): boolean =>
  records.length === 0 && checkpoint === undefined && !caughtUp && !fellBehind;
