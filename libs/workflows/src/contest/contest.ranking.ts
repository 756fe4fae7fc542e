import type { ContestNomination, ContestResult, Prize } from './contest.events.js';
import type { ContestEntry, ContestState } from './contest.state.js';

const mean = ({ scores }: ContestEntry): number => {
  const sum = scores.reduce((total, { points }) => total + points, 0);
  return Math.round((100 * sum) / scores.length) / 100;
};

/** Entries by the mean of their points, best first; equal points share a rank. */
export function ranked(
  entries: readonly ContestEntry[],
  prizes: readonly { entryId: string; prize: Prize }[],
): ContestResult[] {
  const scored = entries.map((entry) => ({ entry, points: mean(entry) }));
  return scored
    .toSorted((left, right) => right.points - left.points)
    .map(({ entry: { entryId, subjectKind, subjectId }, points }) => {
      const prize = prizes.find((one) => one.entryId === entryId)?.prize;
      const rank = 1 + scored.filter((other) => other.points > points).length;
      return { entryId, subjectKind, subjectId, rank, points, ...(prize && { prize }) };
    });
}

/** One nomination per prize; the award's id is made of the contest's and the entry's. */
export const nominated = ({ contestId, entries, results }: Readonly<ContestState>) =>
  results.flatMap(({ entryId, subjectKind, subjectId, prize }): ContestNomination[] => {
    const { subjectUnitId } = entries.find((entry) => entry.entryId === entryId)!;
    const awardId = `${contestId}-${entryId}`;
    return prize === undefined ? [] : [{ awardId, subjectKind, subjectId, subjectUnitId, prize }];
  });
