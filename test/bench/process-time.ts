import { readdirSync, readFileSync } from 'node:fs';

/** Processor time used so far, seconds; NaN where the system does not tell. */
export type ProcessTime = () => number;

/** Linux counts in hundredths of a second, whatever its own clock does. */
const TICKS_PER_SECOND = 100;

/** Fields of /proc/PID/stat after the name, which may itself hold spaces and brackets. */
function statOf(pid: number | string): readonly string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

/** User and system time of a process; with `children` those that have ended and were waited for. */
function secondsOf(pid: number | string, children: boolean): number {
  const stat = statOf(pid);
  if (stat === undefined) return Number.NaN;
  const fields = children ? [11, 12, 13, 14] : [11, 12];
  return fields.reduce((sum, field) => sum + Number(stat[field]), 0) / TICKS_PER_SECOND;
}

export const timeOf =
  (pid: number): ProcessTime =>
  () =>
    secondsOf(pid, false);

/** Of a process and all it started directly, as PostgreSQL does for every connection. */
export const familyTimeOf =
  (pid: number): ProcessTime =>
  () =>
    childrenOf(pid).reduce(
      (sum, child) => sum + (secondsOf(child, true) || 0),
      secondsOf(pid, true),
    );

/** The process that started this one. */
export const parentOf = (pid: number): number => Number(statOf(pid)?.[1] ?? Number.NaN);

function childrenOf(pid: number): readonly string[] {
  try {
    const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    return all.filter((name) => statOf(name)?.[1] === String(pid));
  } catch {
    return [];
  }
}

/** Reads all clocks; the answer reads them again and gives the differences, seconds. */
export function stopwatch<Name extends string>(
  clocks: Readonly<Record<Name, ProcessTime>>,
): () => Readonly<Record<Name, number>> {
  const names = Object.keys(clocks) as Name[];
  const before = names.map((name) => clocks[name]());
  return () =>
    Object.fromEntries(
      names.map((name, index) => [name, clocks[name]() - before[index]!]),
    ) as Record<Name, number>;
}

/** "client 520 + log 310 µs of processor time": what each of `count` units took of each process. */
export function costs(seconds: Readonly<Record<string, number>>, count: number): string {
  const parts = Object.entries(seconds).map(
    ([name, spent]) => `${name} ${((spent * 1_000_000) / count).toFixed(0)}`,
  );
  return `${parts.join(' + ')} µs of processor time`;
}
