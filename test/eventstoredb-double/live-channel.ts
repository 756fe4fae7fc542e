import type { EventFilter } from './event.filter.js';
import type { NodeContext } from './node.js';
import type { Place, RecordedEvent } from './recorded.event.js';

/** One message of a live subscription: an event, or a checkpoint of a filter that let none by. */
export interface LiveMessage {
  readonly event?: RecordedEvent;
  readonly checkpoint?: Place;
  /** Whether older messages were dropped before this one. */
  readonly afterGap: boolean;
}

/** What has happened since a subscriber looked last: bounded, and the oldest is dropped first. */
export class LiveChannel {
  private readonly queue: Omit<LiveMessage, 'afterGap'>[] = [];
  private readonly off: () => void;
  private seen: number;
  private searched = 0;
  private gap = false;

  constructor(
    private readonly node: NodeContext,
    private readonly filter: EventFilter | undefined,
    private readonly wake: () => void,
  ) {
    this.seen = node.log.events.length;
    this.off = node.log.onWrite(() => this.look());
  }

  take(): LiveMessage | undefined {
    const message = this.queue.shift();
    if (!message) return undefined;
    const afterGap = this.gap;
    this.gap = false;
    return { ...message, afterGap };
  }

  close(): void {
    this.off();
    this.queue.length = 0;
  }

  private look(): void {
    const { events } = this.node.log;
    // After a truncation the log is shorter than what was seen of it.
    this.seen = Math.min(this.seen, events.length);
    for (; this.seen < events.length; this.seen += 1) {
      const event = events[this.seen];
      if (event) this.offer(event);
    }
    this.wake();
  }

  private offer(event: RecordedEvent): void {
    const { filter } = this;
    if (!filter) {
      this.push({ event });
      return;
    }
    this.node.counts.eventsSearched += 1;
    if (filter.matches(event)) this.push({ event });
    this.searched += 1;
    if (this.searched < filter.checkpointInterval) return;
    this.searched = 0;
    this.push({ checkpoint: { commit: event.commit, prepare: event.prepare } });
  }

  private push(message: Omit<LiveMessage, 'afterGap'>): void {
    this.queue.push(message);
    if (this.queue.length <= this.node.settings.liveBuffer) return;
    this.queue.shift();
    this.gap = true;
  }
}
