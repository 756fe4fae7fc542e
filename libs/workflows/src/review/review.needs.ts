import { addDays, stateOf } from '#libs/kernel';
import type { MeetingView } from '../meeting/meeting.events.js';
import type { MembershipView } from '../membership/membership.events.js';
import type { OrgUnitView } from '../organisation/organisation.events.js';
import type { DeedFacts, RegistrationView } from '../registration/registration.events.js';
import { type RulePack, rulesOf } from '../rules/index.js';
import type { OfReview, ReviewView } from './review.events.js';
import { periodBefore } from './review.period.js';
import type { ReviewState } from './review.state.js';

/** What a review must know of the registration whose deeds it marks. */
export interface RegisteredDeeds extends Pick<RegistrationView, 'endorsed' | 'countedUnitId'> {
  readonly deeds: readonly Pick<DeedFacts, 'key'>[];
}

/** Which unit reviews: as written already, as named, or where the member is. */
const reviewing = (
  state: { unitId?: unknown },
  input: { unitId?: unknown },
  needs: { membership?: unknown; registration?: unknown },
): string | undefined => {
  const { unitId } = (needs.membership ?? {}) as { unitId?: unknown };
  const { countedUnitId } = (needs.registration ?? {}) as { countedUnitId?: unknown };
  const found = [state.unitId, input.unitId, unitId, countedUnitId];
  return found.find((one): one is string => typeof one === 'string');
};

/** What decides whether a review is owed at all, and where. */
export const OWED = {
  rules: rulesOf('year'),
  membership: stateOf<MembershipView>('membership', 'memberId'),
  registration: stateOf<RegisteredDeeds>(
    'registration',
    ({ state }) => `${String(state['memberId'])}-${String(state['year'])}`,
  ),
  unit: stateOf<OrgUnitView>('organisation', ({ state, input, needs }) =>
    reviewing(state, input, needs),
  ),
} as const;

/** The review of the period before: the same words again are a finding. */
export const previousReview = stateOf<ReviewView>(
  'review',
  ({ state }) => `${String(state['memberId'])}-${periodBefore(String(state['period']))}`,
);

/** The meeting in which the remark was heard. */
export const meetingNamed = stateOf<MeetingView>('meeting', 'meetingId');

/** The last day on which the remark is in time, ISO. */
export const dueOf = (state: Readonly<ReviewState>, rules: RulePack): string =>
  state.due ?? addDays(state.periodEnd, rules.review.graceDays);

/** What every fact repeats, from the state or, before anything is written, from what is needed. */
export const begun = (
  state: Readonly<ReviewState>,
  input: { unitId?: string },
  needs: { membership: MembershipView | undefined; registration: RegisteredDeeds | undefined },
): OfReview => ({
  memberId: state.memberId,
  unitId: reviewing(state, input, needs)!,
  countedUnitId: state.countedUnitId ?? needs.registration!.countedUnitId!,
  year: state.year,
  period: state.period,
  periodEnd: state.periodEnd,
});
