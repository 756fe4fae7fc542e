import { dayOf, guard, precondition, reason } from '#libs/kernel';
import type { CriticismSessionView } from '../criticism-session/criticism-session.events.js';
import type { MembershipView } from '../membership/membership.events.js';
import { countedUnit } from '../membership/membership.events.js';
import type { OrgUnitView } from '../organisation/organisation.events.js';
import type { RatingListView } from '../rating-list/rating-list.events.js';
import type { RulePack } from '../rules/index.js';
import type { ClassificationView, Rating } from './classification.events.js';
import { RATINGS } from './classification.events.js';
import type { ClassificationState } from './classification.state.js';

interface OfState {
  state: Readonly<ClassificationState>;
}
type Counting = OfState & {
  occurredAt: string;
  needs: { membership: MembershipView | undefined; countedIn: OrgUnitView | undefined };
};

/** A member who counts somewhere that year, or an open unit, from the year itself on. */
export const subjectIsRated = precondition<Counting>(
  ['RATING_TOO_EARLY', 'NOT_ACTIVE_MEMBER', 'NOT_RATED_THAT_YEAR', 'UNIT_UNKNOWN', 'UNIT_CLOSED'],
  ({ state, occurredAt, needs: { membership, countedIn } }) => {
    const { year, subjectKind } = state;
    if (Number(dayOf(occurredAt).slice(0, 4)) < year) return [reason('RATING_TOO_EARLY', { year })];
    if (subjectKind === 'member') {
      if (!membership?.active) return [reason('NOT_ACTIVE_MEMBER')];
      if (countedUnit(membership, year) === undefined)
        return [reason('NOT_RATED_THAT_YEAR', { year })];
    }
    if (countedIn === undefined) return [reason('UNIT_UNKNOWN')];
    return subjectKind === 'unit' && countedIn.closedOn !== undefined
      ? [reason('UNIT_CLOSED')]
      : [];
  },
);

/** Where nothing is on record yet, the unit named must be the one where the subject counts. */
export const unitFits = guard<Counting & { input: { unitId?: string } }>(
  ['UNIT_UNKNOWN', 'UNIT_MISMATCH'],
  ({ state, input, needs: { countedIn } }) => {
    const unitId = state.unitId ?? countedIn?.unitId;
    if (unitId === undefined || (state.listId === undefined && countedIn === undefined))
      return [reason('UNIT_UNKNOWN', undefined, 'unitId')];
    return input.unitId === undefined || input.unitId === unitId
      ? []
      : [reason('UNIT_MISMATCH', undefined, 'unitId')];
  },
);

type InSession = OfState & { needs: { session: CriticismSessionView | undefined } };

/** A ballot asks which of the four ratings, nothing else. */
export const optionsAreRatings = guard<{ input: { options: readonly string[] } }>(
  'BALLOT_OPTIONS',
  ({ input: { options } }) =>
    options.length === RATINGS.length && RATINGS.every((rating) => options.includes(rating))
      ? []
      : [reason('BALLOT_OPTIONS', undefined, 'options')],
);

/** Tellers are among those who vote, so never the subject. */
export const tellersVote = guard<OfState & { input: { voteId: string; tellers: string[] } }>(
  'TELLER_UNKNOWN',
  ({ state, input: { voteId, tellers } }) => {
    const electorate = state.ballots.find(({ id }) => id === voteId)?.electorate ?? tellers;
    return tellers.flatMap((teller, index) =>
      electorate.includes(teller) ? [] : [reason('TELLER_UNKNOWN', undefined, `tellers[${index}]`)],
    );
  },
);

/** Nobody is rated before the criticism session of the year is concluded. */
export const sessionIsConcluded = precondition<InSession>(
  'SESSION_NOT_CONCLUDED',
  ({ needs: { session } }) => (session?.closedOrConcluded ? [] : [reason('SESSION_NOT_CONCLUDED')]),
);

/** A collective is proposed after its members and the units below it. */
export const collectiveComesLast = precondition<
  InSession & {
    needs: {
      ratingsOfMembers: ReadonlyMap<string, ClassificationView>;
      listBelow: RatingListView | undefined;
    };
  }
>(['MEMBERS_NOT_RATED', 'LIST_BELOW_NOT_DECIDED'], ({ state, needs }) => {
  if (state.subjectKind !== 'unit') return [];
  const expected = (needs.session?.attendance?.entries ?? []).filter(
    ({ presence }) => presence !== 'exempt',
  );
  const rated = [...needs.ratingsOfMembers.values()].filter(
    ({ proposed, notRated }) => proposed !== undefined || notRated !== undefined,
  );
  const missing = expected.length - rated.length;
  return [
    ...(missing > 0 ? [reason('MEMBERS_NOT_RATED', { missing })] : []),
    ...(needs.listBelow !== undefined && !needs.listBelow.decided
      ? [reason('LIST_BELOW_NOT_DECIDED')]
      : []),
  ];
});

/** The last ballot that counts: it has been tallied and had its quorum. */
export const lastBallot = ({ ballots }: Pick<ClassificationState, 'ballots'>) =>
  ballots.filter(({ outcome }) => outcome !== undefined && outcome !== 'no_quorum').at(-1);

/** Members are proposed on a secret ballot. */
export const ballotIsTallied = precondition<OfState & { needs: { rules: RulePack } }>(
  'TALLY_MISSING',
  ({ state, needs: { rules } }) =>
    !rules.classification.ballot || state.subjectKind === 'unit' || lastBallot(state) !== undefined
      ? []
      : [reason('TALLY_MISSING')],
);

/** Another rating than most voted for, or than was proposed, has a reason. */
export const differenceHasReason = (expected: (state: ClassificationState) => string | undefined) =>
  guard<OfState & { input: { rating: Rating; reason?: string } }>(
    'REASON_MISSING',
    ({ state, input }) => {
      const rating = expected(state);
      return rating === undefined || rating === input.rating || input.reason?.trim()
        ? []
        : [reason('REASON_MISSING', { rating }, 'reason')];
    },
  );

/** Nobody is raised to the best without having been judged worthy of it. */
export const notRaisedToExcellent = guard<OfState & { input: { rating: Rating } }>(
  'EXCELLENT_NOT_PROPOSED',
  ({ state, input }) =>
    input.rating === 'excellent' && state.proposed !== 'excellent'
      ? [reason('EXCELLENT_NOT_PROPOSED', undefined, 'rating')]
      : [],
);
