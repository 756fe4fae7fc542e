import type { Rating } from '../classification/classification.events.js';
import type { CapVerdict } from '../rating-list/rating-list.events.js';
import type { CapRule } from './classification.rules.js';

/**
 * How many of these ratings may be the best, and how many are. The share is of those rated good,
 * or good or better, as the rule says, and rounded down: of four people rated good none may be
 * the best at 20 percent.
 */
export function judgeCap(
  rule: CapRule,
  ratings: readonly Rating[],
  exceptionNo?: string,
): CapVerdict {
  const excellent = ratings.filter((rating) => rating === 'excellent').length;
  const good = ratings.filter((rating) => rating === 'good').length;
  const base = rule.denominator === 'GOOD_ONLY' ? good : good + excellent;
  const percent =
    exceptionNo === undefined ? rule.percent : (rule.exceptionalPercent ?? rule.percent);
  return {
    percent,
    denominator: rule.denominator,
    base,
    allowed: Math.floor((percent * base) / 100),
    excellent,
    ...(exceptionNo !== undefined && { exceptionNo }),
  };
}
