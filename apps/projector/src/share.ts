/** One thing that projectors share among themselves. */
export interface Share<Work> {
  /** What a lease is taken of. */
  readonly item: string;
  readonly work: Work;
  /** How much work it is beside the others; above 0. */
  readonly weight: number;
}
