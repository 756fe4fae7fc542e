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

function subscriptionOver(client: LogClient) {
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
  const options = { silenceMs: 20 };
  const messages = new LogSubscription(context, new LogPages(context), START, options).messages();
  const next = async () => (await messages.next()).value as SubscriptionMessage;
  return { next, end: () => messages.return() };
}

describe('a subscription that is silent though there is something to say', () => {
  it('is made again', async () => {
    const { log, client, count } = silentServer();
    const { next, end } = subscriptionOver(client);
    expect([(await next()).kind, (await next()).kind]).toEqual(['events', 'caughtUp']);
    setTimeout(() => log.push(record(2)), 300);
    const late = await next();
    expect(late.kind === 'events' && numbersOf(late.events)).toEqual([2]);
    expect(count()).toBeGreaterThan(1);
    await end();
  });
});

/** A server that falls behind and catches up while it is asked for the end of its log. */
function hurriedServer() {
  const log = [record(1)];
  let sink: FollowSink | undefined;
  const take = (n: number) => sink?.take({ kind: 'record', record: record(n) });
  const client: Pick<LogClient, 'readAll' | 'follow'> = {
    readAll: async (_from, { count }: ReadPart) => {
      if (sink !== undefined && log.length === 1) {
        log.push(record(2), record(3));
        sink.take({ kind: 'fellBehind' });
        take(2);
        // The end as it was before the third was written, which comes a little later.
        sink.take({ kind: 'caughtUp' });
        setTimeout(() => take(3), 50);
      }
      return [...log].reverse().slice(0, count);
    },
    follow: (_after, _filter, given: FollowSink) => {
      setImmediate(() => {
        given.confirmed();
        given.take({ kind: 'record', record: record(1) });
        given.take({ kind: 'caughtUp' });
        sink = given;
      });
      return { resume: () => undefined, stop: () => undefined };
    },
  };
  return client as LogClient;
}

describe('an event that is written while the end of the log is looked for', () => {
  it('is not taken for one that was searched', async () => {
    const { next, end } = subscriptionOver(hurriedServer());
    const numbers: number[] = [];
    while (numbers.length < 3) {
      const message = await next();
      if (message.kind === 'events') numbers.push(...numbersOf(message.events));
    }
    expect(numbers).toEqual([1, 2, 3]);
    await end();
  });
});
