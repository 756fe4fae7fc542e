import { LinesFenced, type RowDatabase } from '#libs/projections';

/** A database of rows that counts what it refused. */
export type CountingRows = RowDatabase & {
  /** How many transactions were not stored because somebody else had taken the projection over. */
  readonly refused: () => number;
};

/** Counts refusals: the one sign that a process worked on after its lease. */
export function countingRefusals(rows: RowDatabase): CountingRows {
  let refused = 0;
  const counted = async <T>(outcome: Promise<T>): Promise<T> => {
    try {
      return await outcome;
    } catch (error) {
      if (error instanceof LinesFenced) refused += 1;
      throw error;
    }
  };
  return {
    ...rows,
    transaction: (work) => counted(rows.transaction(work)),
    ...(rows.writeBehind !== undefined && {
      writeBehind: (batch) => counted(rows.writeBehind!(batch)),
    }),
    refused: () => refused,
  };
}
