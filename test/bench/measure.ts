/** One line of the table: the raw limit of this machine, a peer and ours, measured in one run. */
export interface Row {
  readonly id: string;
  readonly what: string;
  readonly unit: '/s' | 'ms' | '%' | 'µs';
  readonly raw?: number | undefined;
  readonly peer?: number | undefined;
  readonly ours: number;
  /** What design and issue ask for; `most` for times, `least` for rates. */
  readonly target?: { readonly least?: number; readonly most?: number } | undefined;
  readonly note?: string | undefined;
}

/** Runs once and gives units of work per second. */
export async function perSecond(count: number, work: () => Promise<void> | void): Promise<number> {
  const start = performance.now();
  await work();
  return (count / (performance.now() - start)) * 1000;
}

/** The value below which `share` (0..1) of the samples lie. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

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

/** Whether a row meets its target; `undefined` when it has none. */
export const meets = ({ ours, target }: Row): boolean | undefined =>
  target &&
  (target.least === undefined || ours >= target.least) &&
  (target.most === undefined || ours <= target.most);
