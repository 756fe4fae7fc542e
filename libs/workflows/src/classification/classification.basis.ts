import type { CriticismSessionView } from '../criticism-session/criticism-session.events.js';
import { openRemediesOf } from '../criticism-session/criticism-session.events.js';
import type { OrgUnitView } from '../organisation/organisation.events.js';
import type { RatingListView } from '../rating-list/rating-list.events.js';
import type { RegistrationView } from '../registration/registration.events.js';
import type { ReviewView } from '../review/review.events.js';
import { judgeCap, type RulePack } from '../rules/index.js';
import type { CapNow, Rating, RatingBasis } from './classification.events.js';
import { reviewIds } from './classification.needs.js';
import type { ClassificationState } from './classification.state.js';

/** What a proposal reads of other records. */
export interface ProposalNeeds {
  rules: RulePack;
  unit: OrgUnitView | undefined;
  session: CriticismSessionView | undefined;
  earlierSession: CriticismSessionView | undefined;
  registration: RegistrationView | undefined;
  reviews: ReadonlyMap<string, ReviewView>;
  list: RatingListView | undefined;
}

/**
 * Shortcomings of the year before, and how many are not remedied: nothing was done, or something
 * is still open. A remedy explained away counts for nothing by itself.
 */
export function shortcomingsOf(
  earlier: CriticismSessionView | undefined,
  subjectId: string,
): { shortcomings: number; unremedied: number } {
  if (earlier === undefined) return { shortcomings: 0, unremedied: 0 };
  const found = earlier.shortcomings.filter((one) => one.subjectId === subjectId);
  const open = new Set(openRemediesOf(earlier, subjectId).map(({ basis }) => basis));
  const done = new Set(
    earlier.remedies.filter(({ status }) => status === 'done').map(({ basis }) => basis),
  );
  const unremedied = found.filter(({ id }) => open.has(id) || !done.has(id)).length;
  return { shortcomings: found.length, unremedied };
}

/** What the proposal cites, by stream id. */
export function basisOf(state: Readonly<ClassificationState>, needs: ProposalNeeds): RatingBasis {
  const { memberId, unitId, year, subjectId } = state;
  const due = reviewIds(memberId, year, needs.unit, needs.rules);
  return {
    session: needs.session === undefined ? null : `session-${unitId}-${year}`,
    reviews: due.filter((id) => needs.reviews.get(id)?.remarked).map((id) => `review-${id}`),
    reviewsDue: due.length,
    commitment: needs.registration?.endorsed ? `commitment-${memberId}-${year}` : null,
    ...shortcomingsOf(needs.earlierSession, subjectId),
  };
}

/** The list as it would stand with this proposal: only a warning, the list is judged later. */
export function capWith(
  state: Readonly<ClassificationState>,
  rating: Rating,
  { rules, list, unit }: Pick<ProposalNeeds, 'rules' | 'list' | 'unit'>,
): CapNow {
  const { cap } = rules.classification;
  const { subjectKind, subjectId } = state;
  const alike = Object.values(list?.entries ?? {}).filter(
    (entry) =>
      entry.subjectKind === subjectKind &&
      entry.subjectId !== subjectId &&
      (cap.scope[subjectKind] === 'BASE_ORG' || entry.group === unit?.level),
  );
  const { base, allowed, excellent } = judgeCap(cap, [
    ...alike.map((entry) => entry.decided ?? entry.rating),
    rating,
  ]);
  return { base, allowed, excellent, exceeded: excellent > allowed };
}
