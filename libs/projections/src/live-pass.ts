import {
  codeOf,
  type Position,
  START,
  type SubscriptionMessage,
  type Tracer,
} from '#libs/event-store';
import { applyTogether } from './apply-together.js';
import { batchSpan } from './batch-trace.js';
import type { Line } from './line.js';
import { type Projection, wantedBy } from './projection.js';
import type { Applied } from './runner.port.js';
import type { RunnerParts } from './runner-parts.js';
import { pause } from './turn.js';

/** A live batch holds the event loop: some 5 ms. */
const LIVE_BATCH = 128;
/**
 * Between two live batches: under load a dozen commands then share the commit of their rows, which
 * otherwise costs the event loop as much as the commands themselves.
 */
const LIVE_GAP_MS = 4;
/** There is nothing to follow for; whoever is adopted interrupts it. */
const IDLE_MS = 60_000;

type LiveMessage = Exclude<SubscriptionMessage, { kind: 'caughtUp' }>;

interface LiveOptions {
  /** Those for which the log is followed. */
  readonly owned: () => readonly Projection[];
  readonly onFailure: ((error: unknown) => void) | undefined;
  readonly tracer: Tracer | undefined;
  /** Lines have left for the other pass. */
  readonly onBehind: () => void;
}

/** Follows the end of the log for all lines that are live, in one transaction. */
export class LivePass {
  /** Where the live lines follow from. */
  private cursor: Position = START;
  private following: Promise<void> | undefined;
  private subscription = new AbortController();
  private readonly listeners = new Set<(applied: Applied) => void>();

  constructor(
    private readonly parts: RunnerParts,
    private readonly options: LiveOptions,
  ) {}

  /** Takes in a line that has caught up; false: the live ones are further on by now. */
  join(line: Line): boolean {
    const { live, behind } = this.parts.book;
    if (live.size === 0) {
      // Nobody needs what lies between.
      this.cursor = line.position;
      this.resubscribe();
      this.following ??= this.follow();
    }
    if (line.position < this.cursor) return false;
    behind.delete(line);
    live.add(line);
    line.watched = true;
    return true;
  }

  /** Follows for those that are owned now; what was read for others before is not applied. */
  resubscribe(): void {
    this.subscription.abort();
  }

  onApplied(listener: (applied: Applied) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** Resolves when the runner has stopped and nothing is under way. */
  async ended(): Promise<void> {
    await this.following;
  }

  private async follow(): Promise<void> {
    const { signal, retries } = this.parts;
    while (!signal.aborted) await retries.untilItWorks((itWorks) => this.followOnce(itWorks));
  }

  /** One subscription, until it breaks or another is wanted. */
  private async followOnce(itWorks: () => void): Promise<void> {
    const { store, turn, retries } = this.parts;
    const subscription = (this.subscription = new AbortController());
    const signal = AbortSignal.any([this.parts.signal, subscription.signal]);
    const wanted = wantedBy(this.options.owned());
    if (wanted.types.length === 0) return pause(IDLE_MS, signal);
    const options = { ...wanted, signal, batch: LIVE_BATCH };
    for await (const message of store.subscribe(this.cursor, options)) {
      if (signal.aborted) return;
      if (message.kind === 'caughtUp') continue;
      await turn.take(async () => {
        if (!subscription.signal.aborted) await this.apply(message);
      });
      itWorks();
      await pause(LIVE_GAP_MS, signal);
    }
    if (!signal.aborted) await retries.rest();
  }

  private async apply(message: LiveMessage): Promise<void> {
    const { live, behind } = this.parts.book;
    await this.applyToThoseLeft(message);
    for (const line of live) {
      if (line.position >= message.next) continue;
      // It could not take an event: from its checkpoint on it goes its own way.
      live.delete(line);
      behind.add(line);
      line.watched = false;
    }
    this.cursor = message.next;
    this.parts.waiters.notify();
    this.tell();
    this.options.onBehind();
  }

  /** Who was taken over takes no part any more; for the others the batch begins anew. */
  private async applyToThoseLeft(message: LiveMessage): Promise<void> {
    const { rows, book, letGo } = this.parts;
    const events = message.kind === 'events' ? message.events : [];
    const span = batchSpan(this.options.tracer, events, book.live.size);
    try {
      for (;;)
        try {
          await applyTogether(rows, book.live, events, message.next);
          return;
        } catch (error) {
          if (letGo(error)) continue;
          span?.fail(codeOf(error));
          throw error;
        }
    } finally {
      span?.end();
    }
  }

  private tell(): void {
    const units = new Set<string>();
    for (const line of this.parts.book.live) {
      for (const unit of line.touched) units.add(unit);
      line.touched.clear();
    }
    const applied: Applied = { position: this.cursor, units: [...units] };
    for (const listener of this.listeners)
      try {
        listener(applied);
      } catch (error) {
        // A listener is a guest: its failure must not look like one of the database.
        this.options.onFailure?.(error);
      }
  }
}
