import type { HistoryLine, LogLine } from './history.js';

export interface Recorded {
  readonly lines: readonly HistoryLine[];
  /** All events of the run, in the order of the whole log. */
  readonly log: readonly LogLine[];
  /** Event types each subscriber asked for; undefined: all. */
  readonly subscribers: ReadonlyMap<string, readonly string[] | undefined>;
  /** No call may take longer, ms. */
  readonly limitMs: number;
}

type Line<Kind extends HistoryLine['kind']> = Extract<HistoryLine, { kind: Kind }>;
type Answer = Line<'ok'> | Line<'conflict'> | Line<'unsent' | 'unknown' | 'error'>;

/** One call and how it ended; no answer: it hung. */
interface Call {
  readonly invoke: Line<'invoke'>;
  readonly answer: Answer | undefined;
}

/** A command: all calls under its key that meant the same. */
interface Command {
  readonly key: string;
  readonly calls: readonly Call[];
  readonly oks: readonly Line<'ok'>[];
  readonly from: Line<'invoke'>;
}

/**
 * What is wrong with a history and the log it left; empty: nothing. Looks for: acknowledged appends
 * that are missing, moved or doubled (I1), half batches (I2), gaps in a stream (I3), subscribers
 * who saw another order, a gap or a repeat (I4), keys with two outcomes (I8), answers that
 * contradict the real order of calls, and calls that took too long or were never answered.
 */
export function checkHistory(recorded: Recorded): string[] {
  const calls = callsOf(recorded.lines);
  const commands = commandsOf(calls);
  return [
    ...dense(recorded.log),
    ...whole(recorded.log, commands),
    ...kept(recorded.log, commands),
    ...oneOutcome(commands, calls),
    ...inRealOrder(commands),
    ...honestConflicts(commands, calls),
    ...inTime(calls, recorded),
    ...sameForAll(recorded),
  ];
}

function callsOf(lines: readonly HistoryLine[]): Call[] {
  const answers = new Map<number, Answer>();
  for (const line of lines)
    if ('call' in line && line.kind !== 'invoke') answers.set(line.call, line);
  return lines
    .filter((line) => line.kind === 'invoke')
    .map((invoke) => ({ invoke, answer: answers.get(invoke.call) }));
}

function commandsOf(calls: readonly Call[]): Map<string, Command> {
  const byKey = Map.groupBy(
    calls.filter(({ invoke: { variant } }) => variant === 'same' || variant === 'again'),
    ({ invoke }) => invoke.key,
  );
  const commands = new Map<string, Command>();
  for (const [key, own] of byKey) {
    const oks = own.flatMap(({ answer }) => (answer?.kind === 'ok' ? [answer] : []));
    const from = own[0]?.invoke;
    if (from !== undefined) commands.set(key, { key, calls: own, oks, from });
  }
  return commands;
}

/** I3, and the order of positions. */
function dense(log: readonly LogLine[]): string[] {
  const next = new Map<string, number>();
  const problems: string[] = [];
  log.forEach(({ position, stream, revision }, index) => {
    const before = log[index - 1];
    if (before !== undefined && before.position >= position)
      problems.push(`I4: position ${position} does not follow ${before.position}`);
    const due = next.get(stream) ?? 0;
    if (revision !== due) problems.push(`I3: ${stream} has ${revision} where ${due} was due`);
    next.set(stream, revision + 1);
  });
  return problems;
}

/** I2: what is there of a command is all of it, once, in one piece. */
function whole(log: readonly LogLine[], commands: ReadonlyMap<string, Command>): string[] {
  const problems: string[] = [];
  for (const [key, events] of Map.groupBy(log, (event) => event.key)) {
    const command = commands.get(key);
    const [first] = events;
    if (command === undefined || first === undefined) {
      problems.push(`I2: ${key} was never sent`);
      continue;
    }
    const { count, stream } = command.from;
    if (events.length !== count)
      problems.push(`I2: ${key} left ${events.length} of ${count} events`);
    const inPiece = events.every(
      (event, index) =>
        event.index === index &&
        event.stream === stream &&
        event.revision === first.revision + index &&
        event.variant === 'same',
    );
    if (!inPiece) problems.push(`I2: the events of ${key} are not its own, in one piece`);
  }
  return problems;
}

/** I1: what was acknowledged is where the answer said; what was refused for good is not there. */
function kept(log: readonly LogLine[], commands: ReadonlyMap<string, Command>): string[] {
  const at = new Map(log.map((event) => [event.position, event]));
  const present = new Set(log.map(({ key }) => key));
  return [...commands.values()].flatMap(({ key, oks, calls, from }) => {
    const lost = oks.filter(({ position, revision }) => {
      const event = at.get(position);
      return event?.key !== key || event.revision !== revision || event.index !== from.count - 1;
    });
    if (lost.length > 0) return [`I1: acknowledged ${key} is not where the answer said`];
    const refused = calls.some(({ answer }) => answer?.kind === 'conflict');
    const unsent = calls.every(({ answer }) => answer?.kind === 'unsent');
    return oks.length === 0 && (refused || unsent) && present.has(key)
      ? [`I8: ${key} is there although the answer said that nothing was written`]
      : [];
  });
}

/** I8. */
function oneOutcome(commands: ReadonlyMap<string, Command>, calls: readonly Call[]): string[] {
  const problems: string[] = [];
  for (const { key, oks, calls: own, from } of commands.values()) {
    const outcomes = new Set(oks.map(({ revision, position }) => `${revision} at ${position}`));
    if (outcomes.size > 1) problems.push(`I8: ${key} has the outcomes ${[...outcomes].join(', ')}`);
    if (oks.length > 0 && own.some(({ answer }) => answer?.kind === 'conflict'))
      problems.push(`I8: ${key} was written and is a conflict`);
    const due = (from.expected === 'none' ? -1 : from.expected) + from.count;
    if (oks.some(({ revision }) => revision !== due))
      problems.push(`I8: ${key} is not at the revision it expected`);
  }
  for (const { invoke, answer } of calls) {
    if ((invoke.variant === 'changed' || invoke.variant === 'longer') && answer?.kind === 'ok')
      problems.push(`I8: ${invoke.key} was taken once more, ${invoke.variant}`);
    if (answer?.kind === 'error') problems.push(`${invoke.key} failed with ${answer.code}`);
  }
  return problems;
}

/** What was acknowledged before another was sent stands before it in the log. */
function inRealOrder(commands: ReadonlyMap<string, Command>): string[] {
  const done = [...commands.values()].flatMap(({ key, oks, from }) => {
    const [ok] = oks;
    return ok === undefined ? [] : [{ key, from: from.at, to: ok.at, position: ok.position }];
  });
  const byEnd = done.toSorted((a, b) => a.to - b.to);
  const problems: string[] = [];
  let [ended, furthest] = [0, { key: '', position: '' }];
  for (const { key, from, position } of done.toSorted((a, b) => a.from - b.from)) {
    for (let next = byEnd[ended]; next !== undefined && next.to < from; next = byEnd[ended]) {
      if (next.position > furthest.position) furthest = next;
      ended += 1;
    }
    if (furthest.position > position)
      problems.push(`order: ${key} was sent after ${furthest.key} was there, and stands before it`);
  }
  return problems;
}

/** A conflict names a revision that is not behind what was acknowledged before the call. */
function honestConflicts(commands: ReadonlyMap<string, Command>, calls: readonly Call[]): string[] {
  const acknowledged = furthestByTime(commands);
  return calls.flatMap(({ invoke, answer }) => {
    if (answer?.kind !== 'conflict') return [];
    const actual = answer.actual === 'none' ? -1 : answer.actual;
    const before = acknowledged.get(invoke.stream)?.findLast(({ at }) => at < invoke.at);
    const stale = before !== undefined && before.revision > actual;
    return [
      ...(stale ? [`I8: the conflict of ${invoke.key} names revision ${actual}, long past`] : []),
      ...(answer.actual === invoke.expected
        ? [`I8: the conflict of ${invoke.key} names what it expected`]
        : []),
    ];
  });
}

interface Reached {
  readonly at: number;
  readonly revision: number;
}

/** By stream, the times at which a further revision was acknowledged. */
function furthestByTime(commands: ReadonlyMap<string, Command>): Map<string, Reached[]> {
  const byStream = new Map<string, Reached[]>();
  const oks = [...commands.values()]
    .flatMap(({ oks: own, from }) => own.map((ok) => ({ ...ok, stream: from.stream })))
    .toSorted((a, b) => a.at - b.at);
  for (const { stream, at, revision } of oks) {
    const reached = byStream.get(stream) ?? [];
    if (revision > (reached.at(-1)?.revision ?? -1)) reached.push({ at, revision });
    byStream.set(stream, reached);
  }
  return byStream;
}

function inTime(calls: readonly Call[], { lines, limitMs }: Recorded): string[] {
  const slow = calls.flatMap(({ invoke, answer }) => {
    if (answer === undefined) return [`hung: ${invoke.key} was never answered`];
    const ms = Math.round(answer.at - invoke.at);
    return ms > limitMs ? [`hung: ${invoke.key} took ${ms} ms`] : [];
  });
  const reads = lines
    .filter((line) => line.kind === 'read')
    .filter(({ ms }) => ms > limitMs)
    .map(({ stream, ms }) => `hung: reading ${stream} took ${Math.round(ms)} ms`);
  return [...slow, ...reads];
}

/** I4: each subscriber saw what it asked for, all of it, once, in the order of the log. */
function sameForAll({ lines, log, subscribers }: Recorded): string[] {
  const seen = Map.groupBy(
    lines.filter((line) => line.kind === 'seen'),
    ({ subscriber }) => subscriber,
  );
  const ended = lines.filter((line) => line.kind === 'ended');
  const problems = ended.map(({ subscriber, code }) => `I4: ${subscriber} ended with ${code}`);
  for (const [name, types] of subscribers) {
    const due = log.filter(({ type }) => types?.includes(type) ?? true);
    const got = seen.get(name) ?? [];
    const wrong = due.findIndex((event, index) => {
      const other = got[index];
      return (
        other?.position !== event.position || other.key !== event.key || other.index !== event.index
      );
    });
    if (wrong >= 0)
      problems.push(`I4: ${name} did not see ${due[wrong]?.position} as its event ${wrong + 1}`);
    if (got.length > due.length)
      problems.push(`I4: ${name} saw ${got.length} events where ${due.length} were due`);
  }
  return problems;
}
