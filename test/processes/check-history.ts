import type { Moment } from './history.js';

/** What the checker looks at of an event of the log. */
export interface Recorded {
  readonly stream: string;
  readonly revision: number;
  readonly position: string;
  readonly commandId: string;
}

/** One command, with everything that was ever asked and heard about it. */
interface Write {
  readonly key: string;
  readonly stream: string;
  readonly invokedMs: number;
  /** When somebody first knew that it was done; never: Infinity. */
  answeredMs: number;
  readonly answers: { revision: number; position: string }[];
  isRefused: boolean;
  events: Recorded[];
}

/**
 * What contradicts a log in which every command takes effect at one moment between its call and its
 * answer: answers that are not in the log, keys with two outcomes, halves, commands that stand
 * before one that was answered before they were asked. `log` is the whole log, in its order.
 */
export function checkHistory(moments: readonly Moment[], log: readonly Recorded[]): string[] {
  const writes = writesOf(moments, log);
  return [
    ...[...writes.values()].flatMap(outcomeOf),
    ...inRealTime([...writes.values()]),
    ...readsOf(moments, log, writes),
  ];
}

const keyOf = (commandId: string): string => commandId.slice(commandId.indexOf('/') + 1);

function writesOf(moments: readonly Moment[], log: readonly Recorded[]): Map<string, Write> {
  const writes = new Map<string, Write>();
  for (const { op, key, kind, stream, atMs, revision, position } of moments) {
    if (op !== 'write' || key === undefined) continue;
    let write = writes.get(key);
    if (write === undefined) {
      const never = { answeredMs: Infinity, isRefused: false };
      write = { key, stream, invokedMs: atMs, ...never, answers: [], events: [] };
      writes.set(key, write);
    }
    if (kind === 'ok' && revision !== undefined && position !== undefined) {
      write.answers.push({ revision, position });
      write.answeredMs = Math.min(write.answeredMs, atMs);
    }
    if (kind === 'fail') write.isRefused = true;
  }
  for (const event of log) writes.get(keyOf(event.commandId))?.events.push(event);
  return writes;
}

/** Each key has one outcome, in one piece, and everybody was told that one. */
function outcomeOf({ key, stream, answers, isRefused, events }: Write): string[] {
  const last = events.at(-1);
  const wrong: string[] = [];
  const isOnePiece = events.every(
    (event, index) => event.stream === stream && event.revision === events[0]!.revision + index,
  );
  if (!isOnePiece) wrong.push(`${key} stands in the log in pieces`);
  for (const { revision, position } of answers)
    if (last?.revision !== revision || last.position !== position)
      wrong.push(`${key} was answered ${revision} and is ${last?.revision ?? 'nowhere'}`);
  if (isRefused && events.length > 0) wrong.push(`${key} was refused and is in the log`);
  if (isRefused && answers.length > 0) wrong.push(`${key} was refused and accepted`);
  return wrong;
}

/** Whoever asked after another was answered stands behind it, in its stream and in the log. */
function inRealTime(writes: readonly Write[]): string[] {
  const placed = writes
    .filter(({ events }) => events.length > 0)
    .map((write) => ({ write, position: write.events[0]!.position }))
    .sort((a, b) => (a.position < b.position ? -1 : 1));
  let latest: Write | undefined;
  return placed.flatMap(({ write }) => {
    const isEarly = latest !== undefined && write.answeredMs < latest.invokedMs;
    const wrong = isEarly ? [`${write.key} was answered before ${latest!.key} was asked`] : [];
    if (latest === undefined || write.invokedMs > latest.invokedMs) latest = write;
    return wrong;
  });
}

/** A read shows what it was asked to show at least, and nothing that nobody had asked to write. */
function readsOf(
  moments: readonly Moment[],
  log: readonly Recorded[],
  writes: ReadonlyMap<string, Write>,
): string[] {
  const byPlace = new Map(log.map((event) => [`${event.stream} ${event.revision}`, event]));
  const byPosition = new Map(log.map((event) => [event.position, event]));
  return moments.flatMap(({ op, kind, client, stream, revision, after, atMs }) => {
    if (op !== 'read' || kind !== 'ok' || revision === undefined) return [];
    const wrong: string[] = [];
    const shown = byPlace.get(`${stream} ${revision}`);
    const least = after === undefined ? undefined : byPosition.get(after);
    if (revision >= 0 && shown === undefined)
      wrong.push(`${client} read revision ${revision} of ${stream}, which is not there`);
    if (least?.stream === stream && revision < least.revision)
      wrong.push(`${client} read ${revision} of ${stream} after ${least.revision}`);
    const write = shown && writes.get(keyOf(shown.commandId));
    if (write !== undefined && write.invokedMs > atMs)
      wrong.push(`${client} read ${write.key} before anybody had asked for it`);
    return wrong;
  });
}
