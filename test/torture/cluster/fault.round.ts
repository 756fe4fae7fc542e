import { setTimeout as pause } from 'node:timers/promises';
import { join } from 'node:path';
import type { Position } from '#libs/event-store';
import type { EventStoreDb } from '#libs/event-store-eventstoredb';
import { type FaultName, type FaultTimes, missingSteps, runFault } from './cluster.faults.js';
import type { ClusterHands } from './cluster-hands.port.js';
import { History, type HistoryLine, type LogLine } from './history.js';
import { checkHistory } from './history.checker.js';
import { logLine, RARE, Subscriber, WriterLoad } from './load.js';

export interface RoundOptions {
  readonly fault: FaultName;
  readonly cluster: ClusterHands;
  readonly times: FaultTimes;
  /** Opens the log anew, as a process of its own would. */
  readonly open: () => EventStoreDb;
  /** Bound of one call, ms. */
  readonly limitMs: number;
  readonly run: string;
  readonly seed: number;
  readonly writers: number;
  readonly subscribers: number;
  readonly thinkMs?: number | undefined;
  /** Load before the fault and after it, ms. */
  readonly calmMs: number;
  /** Histories are kept in here, a folder for each round. */
  readonly out?: string | undefined;
}

export interface RoundReport {
  readonly fault: FaultName;
  /** Begins its streams and keys; also the folder of its history in `out`. */
  readonly run: string;
  /** Not run: the steps it needs that this cluster cannot do. */
  readonly missing: readonly string[];
  readonly problems: readonly string[];
  readonly acknowledged: number;
  readonly conflicts: number;
  readonly unknown: number;
  readonly unsent: number;
  readonly seen: number;
  /** The longest time without any acknowledgement from the first step on, ms. */
  readonly longestGapMs: number;
  /** From the first step to the acknowledgement that ended that time, ms. */
  readonly firstAckMs: number | undefined;
  /** The longest that any call took, ms. */
  readonly longestCallMs: number;
}

const PROCESSES = 3;
/** Commands from before the fault, and during it, that are sent once more when it is over. */
const SAID_AGAIN = 60;
/** For subscribers to reach the end once everything is calm. */
const CATCH_UP_MS = 120_000;

/**
 * One fault under load (22, 23, 24; 9 and 10 by what the writers repeat): writers and subscribers
 * over clients of three processes that are never restarted, then the checker of histories.
 */
export async function faultRound(options: RoundOptions): Promise<RoundReport> {
  const { fault, cluster, times, calmMs, run, seed, out } = options;
  const missing = missingSteps(fault, cluster);
  const history = new History(missing.length || !out ? undefined : join(out, run));
  if (missing.length > 0) return { run, missing, problems: [], ...figuresOf(fault, history.lines) };
  const stores = Array.from({ length: PROCESSES }, () => options.open());
  const problems: string[] = [];
  let log: LogLine[] = [];
  const subscribers = new Map<string, readonly string[] | undefined>();
  try {
    const after = await stores[0]!.head();
    const following = Array.from({ length: options.subscribers }, (_, index) => {
      const name = `subscriber${index}`;
      const types = index % 2 === 0 ? undefined : [RARE];
      subscribers.set(name, types);
      const store = stores[index % PROCESSES]!;
      return new Subscriber({ store, history, run, name, types, after, seed: seed + index });
    });
    const { writers, thinkMs } = options;
    const load = new WriterLoad({ stores, history, run, seed, writers, streams: writers, thinkMs });
    load.start();
    await pause(calmMs);
    // A busy machine may need longer before there is anything to lose.
    const begun = () => history.lines.filter(({ kind }) => kind === 'ok').length > 20;
    for (let waited = 0; !begun() && waited < CATCH_UP_MS; waited += 50) await pause(50);
    const note = (step: string): void => history.note({ kind: 'fault', name: fault, step });
    await runFault(fault, cluster, times, note).catch((error: unknown) => {
      problems.push(`${fault}: ${String(error)}`);
    });
    await load.sayAgain(SAID_AGAIN);
    await pause(calmMs);
    await load.stop();
    log = await ownLog(stores[0]!, after, run);
    problems.push(...(await caughtUp(following, log.at(-1)?.position ?? '')));
    await Promise.all(following.map((subscriber) => subscriber.stop()));
  } catch (error) {
    problems.push(`${fault}: ${String(error)}`);
  } finally {
    await Promise.all(stores.map((store) => store.close()));
    await history.keep(log);
  }
  const { lines } = history;
  problems.push(...checkHistory({ lines, log, subscribers, limitMs: options.limitMs }));
  return { run, missing, problems, ...figuresOf(fault, lines) };
}

/** Whether each subscriber gets to the last event. */
async function caughtUp(subscribers: readonly Subscriber[], last: string): Promise<string[]> {
  const end = performance.now() + CATCH_UP_MS;
  const behind = () => subscribers.filter(({ at, hasEnded }) => at < last && !hasEnded);
  while (behind().length > 0 && performance.now() < end) await pause(20);
  return behind().map(({ at }) => `I4: a subscriber stays at ${at}, before the end at ${last}`);
}

/** The events of a run, as the log has them at the end. */
async function ownLog(store: EventStoreDb, start: Position, run: string): Promise<LogLine[]> {
  const log: LogLine[] = [];
  for (let after = start; ;) {
    const page = await store.readAll(after, { limit: 5_000 });
    for (const event of page.events) {
      const line = logLine(run, event);
      if (line !== undefined) log.push(line);
    }
    after = page.next;
    if (page.atEnd) return log;
  }
}

function figuresOf(
  fault: FaultName,
  lines: readonly HistoryLine[],
): Omit<RoundReport, 'run' | 'missing' | 'problems'> {
  const begun = lines.find(({ kind }) => kind === 'fault')?.at ?? Number.POSITIVE_INFINITY;
  const sent = new Map<number, number>();
  const counts = { ok: 0, conflict: 0, unknown: 0, unsent: 0, seen: 0 };
  let firstAckMs: number | undefined;
  let [lastAck, longestGapMs, longestCallMs] = [begun, 0, 0];
  for (const line of lines) {
    if (line.kind in counts) counts[line.kind as keyof typeof counts] += 1;
    if (line.kind === 'invoke') sent.set(line.call, line.at);
    else if ('call' in line)
      longestCallMs = Math.max(longestCallMs, line.at - (sent.get(line.call) ?? line.at));
    if (line.kind !== 'ok' || line.at < begun) continue;
    if (line.at - lastAck > longestGapMs) {
      longestGapMs = line.at - lastAck;
      firstAckMs = Math.round(line.at - begun);
    }
    lastAck = line.at;
  }
  return {
    fault,
    acknowledged: counts.ok,
    conflicts: counts.conflict,
    unknown: counts.unknown,
    unsent: counts.unsent,
    seen: counts.seen,
    longestGapMs: Math.round(longestGapMs),
    firstAckMs,
    longestCallMs: Math.round(longestCallMs),
  };
}
