/** Runs once and gives units of work per second. */
export async function perSecond(count: number, work: () => Promise<void> | void): Promise<number> {
  const start = performance.now();
  await work();
  return (count / (performance.now() - start)) * 1000;
}

/** The value below which `share` (0..1) of the samples lie; NaN without samples. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (samples: readonly number[]): number => percentile(samples, 0.5);

/** Keeps `width` calls under way until `count` have been made; gives each one's time in ms. */
export async function concurrently(
  count: number,
  width: number,
  call: (index: number) => Promise<unknown>,
): Promise<number[]> {
  const times: number[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < count; index = next++) {
      const start = performance.now();
      await call(index);
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  return times;
}

/** One contestant's turn; `round` is -1 while everything is warming up. */
export type Turn = (round: number) => Promise<number> | number;

/**
 * Lets the contestants take turns (A B C A B C …), so that a machine that slows down for a while
 * slows all of them down; gives the median of each over `rounds`, after one that only warms up.
 */
export async function inTurns<Name extends string>(
  rounds: number,
  contestants: Readonly<Record<Name, Turn>>,
): Promise<Record<Name, number>> {
  const entries = Object.entries(contestants) as [Name, Turn][];
  const results = new Map<Name, number[]>(entries.map(([name]) => [name, []]));
  for (let round = -1; round < rounds; round += 1)
    for (const [name, turn] of entries) {
      const result = await turn(round);
      if (round >= 0) results.get(name)!.push(result);
    }
  return Object.fromEntries(entries.map(([name]) => [name, median(results.get(name)!)])) as Record<
    Name,
    number
  >;
}
