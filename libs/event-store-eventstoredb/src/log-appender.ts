import {
  type Appended,
  type Conflict,
  type Expected,
  type NewEvent,
  StoreError,
} from '#libs/event-store';
import { backOffMs, pause } from './deadline.js';
import { recordedAtOf } from './incoming-event.js';
import { type LogContext, readSafely, requireOpen } from './log-context.js';
import { type OutgoingEvents, outgoingEvents } from './outgoing-event.js';
import { isAfter, positionOf } from './place.js';
import { faultOf, knownCause, ServerFault, storeErrorOf } from './server-fault.js';
import { PendingStreams, plus, type Revision, SendOrder } from './send-order.js';

/**
 * No server takes more in one event: its records have 16 MiB, and a message beyond that breaks the
 * call it shares with other appends. Some room is left for names and for what the server adds.
 */
const EVENT_MAX_BYTES = 16 * 1024 * 1024 - 20_000;

/**
 * Writes. Always with an exact expected revision, because only then does the server recognise a
 * repeat for good; so every outcome that is not known is settled by sending the same again.
 * Appends are sent in call order without waiting for each other's answers.
 */
export class LogAppender {
  private readonly order = new SendOrder();
  private readonly streams = new PendingStreams();
  private readonly running = new Set<Promise<unknown>>();

  constructor(private readonly context: LogContext) {}

  async append(
    stream: string,
    expected: Expected,
    events: readonly NewEvent[],
  ): Promise<Appended | Conflict> {
    requireOpen(this.context);
    const outgoing = outgoingEvents(stream, events);
    if (outgoing.largestBytes > EVENT_MAX_BYTES)
      throw storeErrorOf(new ServerFault('tooLarge'), `stream ${stream}`);
    const until = performance.now() + this.context.giveUpMs;
    const running = this.sendInOrder(stream, expected, outgoing, until);
    this.running.add(running);
    try {
      return await running;
    } finally {
      this.running.delete(running);
    }
  }

  /** Resolves when what is under way has ended; each append is bounded by its own time. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.running);
  }

  private async sendInOrder(
    stream: string,
    expected: Expected,
    events: OutgoingEvents,
    until: number,
  ): Promise<Appended | Conflict> {
    const endTurn = await this.order.turn();
    const line = this.streams.of(stream);
    let answering: Promise<Appended | Conflict> | undefined;
    try {
      const at =
        expected === 'any' ? await line.revision(() => this.lastRevision(stream)) : expected;
      answering = this.appendAt(stream, at, events, until);
      line.pending.add(answering);
      line.sent(at, events.count);
      endTurn();
      const answer = await answering;
      line.pending.delete(answering);
      line.answered(answer.kind === 'appended' ? answer.revision : answer.actual);
      if (answer.kind === 'appended' || expected !== 'any') return answer;
      line.surprised();
      return await this.appendAnywhere(stream, events, until);
    } catch (error) {
      line.surprised();
      throw error;
    } finally {
      endTurn();
      if (answering !== undefined) line.pending.delete(answering);
    }
  }

  /** Somebody else came first: looks again and tries again. */
  private async appendAnywhere(
    stream: string,
    events: OutgoingEvents,
    until: number,
  ): Promise<Appended> {
    for (;;) {
      const answer = await this.appendAt(stream, await this.lastRevision(stream), events, until);
      if (answer.kind === 'appended') return answer;
      if (performance.now() >= until)
        throw new StoreError('STORE_UNAVAILABLE', 'other writers always came first');
    }
  }

  private async lastRevision(stream: string): Promise<Revision> {
    const { client, deadlineMs } = this.context;
    const part = { count: 1, backwards: true, deadlineMs };
    const [last] = await readSafely(this.context, () => client.readStream(stream, 'end', part));
    return last?.revision ?? 'none';
  }

  private async appendAt(
    stream: string,
    expected: Revision,
    events: OutgoingEvents,
    until: number,
  ): Promise<Appended | Conflict> {
    const { client, time, deadlineMs } = this.context;
    const knownBefore = time.reached;
    const recordedAtMs = time.next();
    const records = events.at(recordedAtMs);
    let unsure = false;
    let last: ServerFault | undefined;
    for (let retry = 0; ; retry += 1) {
      const left = until - performance.now();
      // A turn in the queue may have come too late to begin at all.
      if (left <= 0) throw outOfTime(unsure, last);
      try {
        const answer = await client.append(stream, expected, records, Math.min(deadlineMs, left));
        if (answer.kind === 'conflict') return { kind: 'conflict', actual: answer.actual };
        const { revision, place } = answer;
        this.requireWhole(stream, expected, events.count, revision);
        const isRepeat = !isAfter(place, knownBefore);
        time.wrote(place, !isRepeat && !unsure);
        const atMs = isRepeat ? await this.firstWritten(stream, revision) : undefined;
        const recordedAt = new Date(atMs ?? recordedAtMs).toISOString();
        return { kind: 'appended', revision, position: positionOf(place), recordedAt };
      } catch (error) {
        if (error instanceof StoreError) throw error;
        const fault = faultOf(error);
        // What was told before counts until something better is told.
        if (last === undefined || knownCause(fault).length > 0) last = fault;
        unsure = requireRetry(fault, stream, this.context.closing.aborted) || unsure;
        await pause(Math.min(backOffMs(retry), Math.max(0, until - performance.now())));
        if (this.context.closing.aborted) throw outOfTime(unsure, last);
      }
    }
  }

  /** A stream that was deleted takes events again, and goes on counting where it had been. */
  private requireWhole(stream: string, expected: Revision, count: number, revision: number): void {
    if (revision === plus(expected, count)) return;
    this.context.onAlarm({ code: 'LOG_STREAM_CUT', stream });
    throw new StoreError(
      'STORE_CORRUPT',
      `stream ${stream} goes on at a revision that was not free`,
    );
  }

  /** Of a repeat, the time of the first writing. It is told by its place, as far as known here. */
  private async firstWritten(stream: string, revision: number): Promise<number | undefined> {
    const { client, deadlineMs } = this.context;
    const part = { count: 1, deadlineMs };
    const [first] = await readSafely(this.context, () => client.readStream(stream, revision, part));
    return first === undefined ? undefined : recordedAtOf(first);
  }
}

/** Whether the append may have been done; throws what no retry can change. */
function requireRetry(fault: ServerFault, stream: string, closed: boolean): boolean {
  switch (fault.kind) {
    case 'unavailable':
      return false;
    case 'unknown':
      return true;
    case 'ended':
      // Only closing ends a call on purpose; else the connection was given up.
      if (closed) throw outOfTime(true);
      return true;
    case 'denied':
    case 'tooLarge':
    case 'deleted':
    case 'noStream':
    case 'invalidPosition':
      throw storeErrorOf(fault, `stream ${stream}`);
  }
}

function outOfTime(unsure: boolean, last?: ServerFault): StoreError {
  const [code, message] = unsure
    ? (['STORE_OUTCOME_UNKNOWN', 'the log did not answer; the same append again tells'] as const)
    : (['STORE_UNAVAILABLE', 'the log cannot be reached; nothing was written'] as const);
  return new StoreError(code, [message, ...(last ? knownCause(last) : [])].join(': '));
}
