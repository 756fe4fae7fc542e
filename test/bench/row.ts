/** One line of the table: the raw limit of this machine, a peer and ours, measured in one run. */
export interface Row {
  /** Stable; `--only` selects by its beginning. */
  readonly id: string;
  readonly what: string;
  readonly unit: '/s' | 'ms' | 'µs' | 's' | '×' | 'failed';
  readonly raw?: number | undefined;
  readonly peer?: number | undefined;
  /** Of a row of the cluster: the same by one process on a data folder, in the same run. */
  readonly embedded?: number | undefined;
  readonly ours: number;
  /** What design and issue ask for; `most` for times, `least` for rates. */
  readonly target?: { readonly least?: number; readonly most?: number } | undefined;
  readonly note?: string | undefined;
}

/** Whether a row meets its target; `undefined` when it has none. */
export const meets = ({ ours, target }: Row): boolean | undefined =>
  target &&
  (target.least === undefined || ours >= target.least) &&
  (target.most === undefined || ours <= target.most);

/** Ours as a share of another figure: above 1 is better for rates, below 1 for times. */
export const ratio = (ours: number, other: number | undefined): number | undefined =>
  other === undefined || other === 0 ? undefined : ours / other;
