import { randomUUID } from 'node:crypto';
import type streams from '@eventstore/db-client/generated/streams_pb.js';
import { LiveChannel } from './live-channel.js';
import type { NodeContext } from './node.js';
import type { Outlet } from './outlet.js';
import {
  caughtUpMessage,
  checkpointMessage,
  confirmationMessage,
  eventMessage,
} from './read.messages.js';
import type { ReadRequest } from './read.request.js';
import { checkPosition, visibility } from './reading.rules.js';
import { comparePlaces, type Place, type RecordedEvent, sizeInLog } from './recorded.event.js';
import { Refused } from './refusal.js';

/** Events one page of catching up holds at most. */
const PAGE = 32;

/**
 * A subscription: confirmed, then what is there (catching up), then what comes (live). A live
 * subscriber who takes more slowly than events come goes back to catching up, and is told again
 * when it has caught up. Ends with the call.
 */
export async function subscribe(
  node: NodeContext,
  outlet: Outlet<streams.ReadResp>,
  request: ReadRequest,
): Promise<void> {
  const { stream } = request;
  if (stream !== undefined && node.log.isTombstoned(stream)) {
    throw new Refused({ kind: 'stream-deleted', stream });
  }
  node.counts.subscribers += 1;
  const feed = stream === undefined ? new AllFeed(node, outlet, request) : undefined;
  try {
    await outlet.send(confirmationMessage(randomUUID()));
    if (feed) await feed.run();
    else await followStream(node, outlet, { ...request, stream: stream ?? '' });
  } finally {
    feed?.stop();
    node.counts.subscribers -= 1;
  }
}

/** A subscription to $all, with or without a filter. */
class AllFeed {
  private readonly channel: LiveChannel;
  /** The event or checkpoint sent last; everything at or before it is done. */
  private done: Place;
  private lastCheckpoint: Place = { commit: -1, prepare: -1 };

  constructor(
    private readonly node: NodeContext,
    private readonly outlet: Outlet<streams.ReadResp>,
    private readonly request: ReadRequest,
  ) {
    this.channel = new LiveChannel(node, request.filter, () => outlet.poke());
    this.done = this.firstPlace();
  }

  stop(): void {
    this.channel.close();
  }

  async run(): Promise<void> {
    const { log } = this.node;
    const last = log.events.at(-1);
    const behind = last !== undefined && comparePlaces(this.done, last) < 0;
    if (behind) checkPosition(log, this.done);
    if (!behind) await this.goLive();
    while (this.outlet.isOpen()) {
      await this.catchUp();
      await this.goLive();
    }
  }

  private firstPlace(): Place {
    const { start } = this.request;
    const nowhere = { commit: -1, prepare: -1 };
    if (start === 'end') return this.node.log.events.at(-1) ?? nowhere;
    return start === 'start' || 'revision' in start ? nowhere : start;
  }

  /** Page after page, until a page ends at the head of the log. */
  private async catchUp(): Promise<void> {
    const { log, counts } = this.node;
    const { filter } = this.request;
    const window = filter?.window ?? PAGE;
    let index = log.indexAfter(this.done);
    let searched = 0;
    let pageStart: Place = this.done;
    for (;;) {
      const page = this.node.log.events.slice(index, index + window);
      for (const event of page) {
        if (!this.outlet.isOpen()) return;
        counts.eventsSearched += 1;
        if (!filter || filter.matches(event)) await this.sendEvent(event);
      }
      // Without a match a page moves the checkpoint only to where the page began.
      if (page.length > 0 && comparePlaces(this.done, pageStart) < 0) this.done = pageStart;
      index += page.length;
      searched += page.length;
      const end = page.at(-1);
      if (end) pageStart = { commit: end.commit + sizeInLog(end.stream, end), prepare: 0 };
      if (page.length < window && index >= log.events.length) break;
      if (filter && searched >= filter.checkpointInterval) {
        searched %= filter.checkpointInterval;
        await this.sendCheckpoint(this.done);
      }
    }
    if (!filter) return;
    if (this.done.commit < 0 && index > 0) this.done = { commit: 0, prepare: 0 };
    await this.sendCheckpoint(this.done);
  }

  /** Until the client goes, or the channel has overflowed. */
  private async goLive(): Promise<void> {
    if (!this.outlet.isOpen()) return;
    this.node.counts.caughtUp += 1;
    await this.outlet.send(caughtUpMessage());
    while (this.outlet.isOpen()) {
      const message = this.channel.take();
      if (!message) {
        await this.outlet.something();
        continue;
      }
      const { event, checkpoint, afterGap } = message;
      if (event && comparePlaces(event, this.done) <= 0) continue;
      if (checkpoint && comparePlaces(checkpoint, this.done) < 0) continue;
      if (afterGap) {
        this.node.counts.fellBehind += 1;
        if (this.request.filter) await this.sendCheckpoint(this.done);
        return;
      }
      if (event) await this.sendEvent(event);
      else if (checkpoint) {
        await this.sendCheckpoint(checkpoint);
        this.done = checkpoint;
      }
    }
  }

  private async sendEvent(event: RecordedEvent): Promise<void> {
    await unmuted(this.node, this.outlet, '$all');
    this.done = event;
    this.node.counts.eventsSent += 1;
    await this.outlet.send(eventMessage(event));
  }

  private async sendCheckpoint(place: Place): Promise<void> {
    if (place.commit < 0 || comparePlaces(place, this.lastCheckpoint) <= 0) return;
    await unmuted(this.node, this.outlet, '$all');
    this.lastCheckpoint = place;
    this.node.counts.checkpointsSent += 1;
    await this.outlet.send(checkpointMessage(place));
  }
}

/** Waits out a fault that keeps subscriptions silent. */
async function unmuted(
  { faults }: NodeContext,
  outlet: Outlet<streams.ReadResp>,
  stream: string,
): Promise<void> {
  if (!faults.mutes(stream)) return;
  const off = faults.onEnd(() => outlet.poke());
  while (faults.mutes(stream) && outlet.isOpen()) await outlet.something();
  off();
}

/** A subscription to one stream, exclusive of the revision it starts from. */
async function followStream(
  node: NodeContext,
  outlet: Outlet<streams.ReadResp>,
  { stream, start }: ReadRequest & { stream: string },
): Promise<void> {
  const { log, counts } = node;
  const off = log.onWrite(() => outlet.poke());
  let index = 0;
  if (start === 'end') index = log.stream(stream).length;
  else if (typeof start === 'object' && 'revision' in start) index = start.revision + 1;
  try {
    for (let told = false; outlet.isOpen();) {
      const event = log.stream(stream)[index];
      if (event) {
        index += 1;
        if (!visibility(log, stream)(event)) continue;
        await unmuted(node, outlet, stream);
        counts.eventsSent += 1;
        await outlet.send(eventMessage(event));
        continue;
      }
      if (!told) {
        told = true;
        counts.caughtUp += 1;
        await outlet.send(caughtUpMessage());
      } else await outlet.something();
    }
  } finally {
    off();
  }
}
