import { type NeedSource, stateOf, statesOf } from '#libs/kernel';
import type { CriticismSessionView } from '../criticism-session/criticism-session.events.js';
import type { MembershipView } from '../membership/membership.events.js';
import { countedUnit } from '../membership/membership.events.js';
import { cadenceIn, type OrgUnitView } from '../organisation/organisation.events.js';
import type { RatingListView } from '../rating-list/rating-list.events.js';
import type { RegistrationView } from '../registration/registration.events.js';
import type { ReviewView } from '../review/review.events.js';
import { type RulePack, rulesOf } from '../rules/index.js';
import { type ClassificationView, ratingId } from './classification.events.js';

/** What commands on a rating must know of other records. */

export const rules = rulesOf('year');
export const membership = stateOf<MembershipView>('membership', 'memberId');

const yearOf = ({ state }: NeedSource): number => state['year'] as number;
const member = ({ needs }: NeedSource) => needs['membership'] as MembershipView | undefined;

/** Where the subject counted in that year: a unit always with itself. */
const unitIn = (source: NeedSource, year: number): string | undefined => {
  const ratedUnitId = source.state['ratedUnitId'] as string | undefined;
  if (ratedUnitId !== undefined) return ratedUnitId;
  const view = member(source);
  return view && countedUnit(view, year);
};

/** Needs `membership` before it. */
export const countedIn = stateOf<OrgUnitView>('organisation', (source) =>
  unitIn(source, yearOf(source)),
);
export const unit = stateOf<OrgUnitView>('organisation', 'unitId');

const sessionId = (unitId: unknown, year: number): string | undefined =>
  typeof unitId === 'string' ? `${unitId}-${year}` : undefined;

/** The criticism session of the year; of members and of the unit the same. */
export const session = stateOf<CriticismSessionView>('criticism-session', (source) =>
  sessionId(source.state['unitId'], yearOf(source)),
);
/** The session of the year before, where the subject was then. Needs `membership` before it. */
export const earlierSession = stateOf<CriticismSessionView>('criticism-session', (source) =>
  sessionId(unitIn(source, yearOf(source) - 1), yearOf(source) - 1),
);
export const registration = stateOf<RegistrationView>('registration', (source) => {
  const { memberId } = source.state;
  return typeof memberId === 'string' ? `${memberId}-${yearOf(source)}` : undefined;
});

/** Ids of the reviews a member is due in a year, by the pace the unit has chosen. */
export function reviewIds(
  memberId: string | undefined,
  year: number,
  view: OrgUnitView | undefined,
  pack: RulePack,
): string[] {
  if (memberId === undefined) return [];
  const periods =
    cadenceIn(view, year, pack.review.cadence) === 'monthly'
      ? Array.from({ length: 12 }, (_, month) => String(month + 1).padStart(2, '0'))
      : ['q1', 'q2', 'q3', 'q4'];
  return periods.map((period) => `${memberId}-${year}-${period}`);
}

/** Needs `rules` and `unit` before it. */
export const reviews = statesOf<ReviewView>('review', 'every period of the year', (source) =>
  reviewIds(
    source.state['memberId'] as string | undefined,
    yearOf(source),
    source.needs['unit'] as OrgUnitView | undefined,
    source.needs['rules'] as RulePack,
  ),
);

export const list = stateOf<RatingListView>('rating-list', 'listId');
/** Of a unit: the list of what stands below it. */
export const listBelow = stateOf<RatingListView>('rating-list', (source) =>
  sessionId(source.state['ratedUnitId'], yearOf(source)),
);
/** Of a unit: the ratings of those who were expected at its session. Needs `session` before it. */
export const ratingsOfMembers = statesOf<ClassificationView>(
  'classification',
  'members of the session',
  (source) => {
    if (source.state['ratedUnitId'] === undefined) return [];
    const held = source.needs['session'] as CriticismSessionView | undefined;
    return (held?.attendance?.entries ?? [])
      .filter(({ presence }) => presence !== 'exempt')
      .map(({ memberId }) => ratingId('member', memberId, yearOf(source)));
  },
);
