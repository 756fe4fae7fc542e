import type { CapVerdict, Rating, RatingItem } from '../../api/cycle-types.js';

/** The rating that stands for now: decided, else appraised, else proposed. */
export const standingOf = ({ decided, appraised, proposed }: RatingItem): Rating | null =>
  decided ?? appraised ?? proposed;

/** `member.m.khai`: whom a line is about. */
export const keyOf = ({ subjectKind, subjectId }: RatingItem): string =>
  `${subjectKind}.${subjectId}`;

/** Id of the rating's own record. */
export const ratingIdOf = (row: RatingItem): string => `${keyOf(row)}-${String(row.year)}`;

type Rule = Pick<CapVerdict, 'percent' | 'denominator'>;

/** How many of these may be the best, rounded down as the server does, and how many are. */
export function judge(rule: Rule, ratings: readonly (Rating | null)[]): CapVerdict {
  const excellent = ratings.filter((rating) => rating === 'excellent').length;
  const good = ratings.filter((rating) => rating === 'good').length;
  const base = rule.denominator === 'GOOD_ONLY' ? good : good + excellent;
  return { ...rule, base, excellent, allowed: Math.floor((rule.percent * base) / 100) };
}

export type CapTone = 'within' | 'full' | 'beyond';

export const toneOf = ({
  excellent,
  allowed,
}: Pick<CapVerdict, 'excellent' | 'allowed'>): CapTone =>
  excellent > allowed ? 'beyond' : excellent === allowed && allowed > 0 ? 'full' : 'within';

/** What is changed of one line before the list is decided. */
export interface Change {
  rating: Rating;
  reason: string;
}

/** Only those that differ from what stands, as the command takes them. */
export const changesOf = (
  rows: readonly RatingItem[],
  changes: Readonly<Record<string, Change>>,
): { subjectKind: string; subjectId: string; rating: Rating; reason?: string }[] =>
  rows.flatMap((row) => {
    const change = changes[keyOf(row)];
    if (!change || change.rating === standingOf(row)) return [];
    const { subjectKind, subjectId } = row;
    const { rating, reason } = change;
    return [{ subjectKind, subjectId, rating, ...(reason !== '' && { reason }) }];
  });
