import { createCodec, START, type SubscriptionMessage } from '#libs/event-store';
import { handClock, newEvents, numbersOf } from '#libs/event-store/testing';
import { FollowBuffer } from './follow-buffer.js';
import type { FollowSink, LogClient, LogRecord, ReadPart } from './log-client.port.js';
import type { LogContext } from './log-context.js';
import { LogPages } from './log-pages.js';
import { LogSubscription } from './log-subscription.js';
import { outgoingEvents } from './outgoing-event.js';
import { RecordedTime } from './recorded-time.js';

const never = new AbortController().signal;

const record = (n: number): LogRecord => {
  const [outgoing] = outgoingEvents('s', newEvents(1, n)).at(0);
  const metadata: unknown = JSON.parse(Buffer.from(outgoing!.metadata).toString());
  const place = { commit: BigInt(n), prepare: BigInt(n) };
  return { ...outgoing!, stream: 's', revision: n - 1, place, metadata, createdMs: 0 };
};

describe('the buffer of a subscription (18)', () => {
  it('takes no more than two batches, and asks for more when there is room', async () => {
    const buffer = new FollowBuffer(10, never);
    let resumed = 0;
    buffer.attach({ resume: () => void (resumed += 1), stop: () => undefined });
    const taken = Array.from({ length: 20 }, (_, n) =>
      buffer.take({ kind: 'record', record: record(n + 1) }),
    );
    expect(taken.lastIndexOf(true)).toBe(18);
    expect((await buffer.turn(1)).records).toHaveLength(10);
    expect(resumed).toBe(0);
    expect((await buffer.turn(1)).records).toHaveLength(10);
    expect(resumed).toBe(1);
  });

  it('keeps the order of events, checkpoints and the end of the log', async () => {
    const buffer = new FollowBuffer(10, never);
    const place = (n: bigint) => ({ commit: n, prepare: n });
    buffer.take({ kind: 'checkpoint', place: place(1n) });
    buffer.take({ kind: 'record', record: record(2) });
    buffer.take({ kind: 'checkpoint', place: place(3n) });
    buffer.take({ kind: 'checkpoint', place: place(4n) });
    buffer.take({ kind: 'caughtUp' });
    buffer.take({ kind: 'record', record: record(5) });
    expect(await buffer.turn(1)).toMatchObject({
      records: [record(2)],
      checkpoint: place(4n),
      caughtUp: true,
    });
    expect(await buffer.turn(1)).toMatchObject({ records: [record(5)], caughtUp: false });
  });
});

/** A server whose first subscription falls silent for ever once it has caught up. */
function silentServer() {
  const log = [record(1)];
  let subscriptions = 0;
  const client: Pick<LogClient, 'readAll' | 'follow'> = {
    readAll: async (_from, { count, backwards }: ReadPart) =>
      (backwards === true ? [...log].reverse() : log).slice(0, count),
    follow: (after, _filter, sink: FollowSink) => {
      subscriptions += 1;
      const from = after === 'start' ? 0 : Number(after.commit);
      setImmediate(() => {
        sink.confirmed();
        for (const one of log.slice(from)) sink.take({ kind: 'record', record: one });
        sink.take({ kind: 'caughtUp' });
      });
      return { resume: () => undefined, stop: () => undefined };
    },
  };
  return { log, client: client as LogClient, count: () => subscriptions };
}

describe('a subscription that is silent though there is something to say', () => {
  it('is made again', async () => {
    const { log, client, count } = silentServer();
    const clock = handClock();
    const context: LogContext = {
      client,
      clock,
      codec: createCodec(),
      time: new RecordedTime(clock, () => undefined),
      deadlineMs: 20,
      giveUpMs: 100,
      onAlarm: () => undefined,
      closing: never,
    };
    const subscription = new LogSubscription(context, new LogPages(context), START, {
      silenceMs: 20,
    });
    const messages = subscription.messages();
    const next = async () => (await messages.next()).value as SubscriptionMessage;
    expect([(await next()).kind, (await next()).kind]).toEqual(['events', 'caughtUp']);
    setTimeout(() => log.push(record(2)), 300);
    const late = await next();
    expect(late.kind === 'events' && numbersOf(late.events)).toEqual([2]);
    expect(count()).toBeGreaterThan(1);
    await messages.return();
  });
});
