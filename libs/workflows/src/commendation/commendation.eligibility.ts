import { type Reason, reason } from '#libs/kernel';
import {
  type ClassificationView,
  eventRef,
  ratingId,
  type SubjectKind,
} from '../classification/classification.events.js';
import type { OrgUnitView } from '../organisation/organisation.events.js';
import type { AwardRule, CommendationRules, DecidingLevel } from '../rules/index.js';
import type { AwardForm, CitedRating, Occasion, Track } from './commendation.events.js';
import { yearsOf } from './commendation.state.js';

/** What is asked for, whether it is only being nominated or stands already. */
export interface Wanted {
  readonly subjectKind: SubjectKind;
  readonly track: Track;
  readonly form: AwardForm;
  readonly occasion: Occasion;
}

/** A cell under a base committee is one of its cells; any other cell is a base cell. */
export function decidingLevel(
  unit: OrgUnitView | undefined,
  parent: OrgUnitView | undefined,
): DecidingLevel | undefined {
  if (unit?.level !== 'cell') return unit?.level;
  return parent?.level === 'base' ? 'cell' : 'base_cell';
}

/** Lines of the rule pack for what is wanted, at whatever level. */
export const rulesFor = (rules: CommendationRules, wanted: Wanted): readonly AwardRule[] =>
  rules.awards.filter(
    ({ track, form, subjects, occasions }) =>
      track === wanted.track &&
      form === wanted.form &&
      subjects.includes(wanted.subjectKind) &&
      occasions.includes(wanted.occasion),
  );

/** The line that applies at that level; undefined: nobody at that level may do so. */
export const ruleFor = (
  rules: CommendationRules,
  wanted: Wanted,
  level: DecidingLevel | undefined,
): AwardRule | undefined =>
  rulesFor(rules, wanted).find(({ levels }) => level !== undefined && levels.includes(level));

const isEnough = (rating: string, needed: 'excellent' | 'good'): boolean =>
  rating === 'excellent' || rating === needed;

interface Honoured {
  readonly subjectKind: SubjectKind;
  readonly subjectId: string;
  readonly fromYear: number;
  readonly toYear: number;
}
type Ratings = ReadonlyMap<string, ClassificationView>;

const eachYear = (honoured: Honoured, ratings: Ratings) =>
  yearsOf(honoured).map((year) => {
    const id = ratingId(honoured.subjectKind, honoured.subjectId, year);
    return { year, id, view: ratings.get(id) };
  });

/** Why the final ratings of the years honoured do not do; empty: they do, or none are asked for. */
export const ratingReasons = (
  needed: AwardRule['rating'],
  honoured: Honoured,
  ratings: Ratings,
): readonly Reason[] =>
  needed === undefined
    ? []
    : eachYear(honoured, ratings).flatMap(({ year, view }) => {
        if (view?.rating === undefined) return [reason('RATING_MISSING', { year })];
        if (view.finalRevision === undefined) return [reason('RATING_NOT_FINAL', { year })];
        return isEnough(view.rating, needed)
          ? []
          : [reason(needed === 'good' ? 'RATING_NOT_GOOD' : 'RATING_NOT_EXCELLENT', { year })];
      });

/** The final ratings of the years honoured, each with the event that made it final. */
export const citedRatings = (honoured: Honoured, ratings: Ratings): CitedRating[] =>
  eachYear(honoured, ratings).flatMap(({ year, id, view }) =>
    view?.rating === undefined || view.finalRevision === undefined
      ? []
      : [{ year, rating: view.rating, eventId: eventRef(`rating-${id}`, view.finalRevision) }],
  );
