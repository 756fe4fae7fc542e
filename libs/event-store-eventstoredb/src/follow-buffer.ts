import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import type { Following, FollowItem, FollowSink, LogRecord, Place } from './log-client.port.js';

/** What one look into the buffer found, in the order of the log. */
export interface Turn {
  readonly records: readonly LogRecord[];
  /** After the records, if there are any. */
  readonly checkpoint: Place | undefined;
  /** After both, the server said that the end was reached. */
  readonly caughtUp: boolean;
  readonly fellBehind: boolean;
}

/**
 * Between the server, which sends, and the consumer, who asks: holds a bounded number of items and
 * makes the sender wait when it is full.
 */
export class FollowBuffer implements FollowSink {
  isConfirmed = false;
  /** Set once nothing more comes, with what ended it. */
  end: { readonly error: unknown } | undefined;
  private items: FollowItem[] = [];
  private paused = false;
  private wake: (() => void) | undefined;
  private following: Following | undefined;

  constructor(
    private readonly batch: number,
    private readonly signal: AbortSignal,
  ) {}

  /** The sender, which is asked to go on when there is room again. */
  attach(following: Following): void {
    this.following = following;
  }

  get isEmpty(): boolean {
    return this.items.length === 0;
  }

  confirmed(): void {
    this.isConfirmed = true;
    this.wake?.();
  }

  take(item: FollowItem): boolean {
    this.items.push(item);
    this.wake?.();
    this.paused = this.items.length >= 2 * this.batch;
    return !this.paused;
  }

  ended(error: unknown): void {
    this.end = { error };
    this.wake?.();
  }

  /** What is there, at most a batch; waits for something to happen, at most so long. */
  async turn(waitMs: number): Promise<Turn> {
    if (this.isEmpty) await this.something(waitMs);
    // The sender needs the loop to turn to deliver what has arrived already.
    for (let before = 0; this.items.length > before && this.items.length < this.batch;) {
      before = this.items.length;
      await turnOfTheLoop();
    }
    const found = this.drain();
    if (this.paused && this.items.length < this.batch) {
      this.paused = false;
      this.following?.resume();
    }
    return found;
  }

  private drain(): Turn {
    const records: LogRecord[] = [];
    let checkpoint: Place | undefined;
    let [taken, caughtUp, fellBehind] = [0, false, false];
    for (const item of this.items) {
      if (item.kind === 'record') {
        if (records.length === this.batch) break;
        records.push(item.record);
        checkpoint = undefined;
      } else if (item.kind === 'checkpoint') checkpoint = item.place;
      else if (item.kind === 'fellBehind') fellBehind = true;
      else caughtUp = true;
      taken += 1;
      if (caughtUp) break;
    }
    this.items = this.items.slice(taken);
    return { records, checkpoint, caughtUp, fellBehind };
  }

  private something(waitMs: number): Promise<void> {
    if (this.end !== undefined || this.signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.signal.removeEventListener('abort', done);
        this.wake = undefined;
        resolve();
      };
      const timer = setTimeout(done, waitMs);
      this.signal.addEventListener('abort', done);
      this.wake = done;
    });
  }
}
