import type { ChangeReason, Rating } from '../classification/classification.events.js';
import { type CapRule, judgeCap } from '../rules/index.js';
import type { CapVerdict, GroupCapVerdict, ListEntry } from './rating-list.events.js';
import { entryKey, type RatingListState } from './rating-list.state.js';

export interface Change {
  subjectKind: 'member' | 'unit';
  subjectId: string;
  rating: Rating;
  reason: ChangeReason;
}

/** An entry as a decision would leave it. */
export interface Outcome {
  readonly entry: ListEntry;
  readonly rating: Rating;
  readonly reason: ChangeReason | undefined;
}

/**
 * All entries with the changes made; what was decided before stays unless it is changed. Of a
 * decided list whatever came later does not count until it is decided too.
 */
export function outcomesOf(
  state: Readonly<RatingListState>,
  changes: readonly Change[],
): readonly Outcome[] {
  const changed = new Map(
    changes.map((change) => [entryKey(change.subjectKind, change.subjectId), change]),
  );
  return Object.entries(state.entries).flatMap(([key, entry]) => {
    const change = changed.get(key);
    if (state.decided && entry.decided === undefined && change === undefined) return [];
    const rating = change?.rating ?? entry.decided ?? entry.rating;
    return { entry, rating, reason: change?.reason };
  });
}

export interface Verdicts {
  readonly cap: CapVerdict;
  readonly unitCaps: GroupCapVerdict[];
}

/** Members are judged together; units together or with those of their level, as the pack says. */
export function judgeList(
  rule: CapRule,
  outcomes: readonly Outcome[],
  exceptionNo: string | undefined,
): Verdicts {
  const members = outcomes.filter(({ entry }) => entry.subjectKind === 'member');
  const groups = new Map<string, Rating[]>();
  for (const { entry, rating } of outcomes) {
    if (entry.subjectKind === 'member') continue;
    const group = rule.scope.unit === 'BASE_ORG' ? 'all' : (entry.group ?? 'all');
    groups.set(group, [...(groups.get(group) ?? []), rating]);
  }
  return {
    cap: judgeCap(
      rule,
      members.map(({ rating }) => rating),
      exceptionNo,
    ),
    unitCaps: [...groups].map(([group, ratings]) => ({
      group,
      ...judgeCap(rule, ratings, exceptionNo),
    })),
  };
}
