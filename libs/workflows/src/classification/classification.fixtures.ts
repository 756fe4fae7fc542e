import type { OldFact } from '#libs/kernel/testing';
import { situation } from '#libs/kernel/testing';
import { authority, memberView, rulesIn, unitView } from '../testing/index.js';
import { type ClassificationFacts, RATINGS } from './classification.events.js';
import { everybodyRated, registrationView, sessionView } from './classification-views.fixtures.js';
import { classification } from './classification.workflow.js';

export const of = {
  subjectKind: 'member' as const,
  subjectId: 'khai',
  memberId: 'khai',
  unitId: 'kp4',
  listId: 'anbinh-2026',
  year: 2026,
};
const ofUnit = { ...{ subjectKind: 'unit' as const, subjectId: 'kp4', unitId: 'kp4' } };

const fact = <Type extends keyof ClassificationFacts>(
  type: Type,
  data: Omit<ClassificationFacts[Type]['data'], keyof typeof of>,
  more: Partial<OldFact> = {},
): OldFact => ({ type, data: { ...of, ...data }, ...more });

const on = '2026-12-20';
export const rule = {
  quorumPercent: 67,
  threshold: 'more_than_half',
  of: 'returned',
  tie: 'failed',
  secret: true,
} as const;
export const selfRated = fact('SelfRated', { rating: 'good', by: 'khai' }, { actor: 'khai' });
export const commented = fact('ParticipantCommented', { id: 'c1', authorId: 'lan' });
export const ballotOpened = fact('BallotOpened', {
  ...{ voteId: 'b1', options: RATINGS, electorate: ['ha', 'loc', 'lan'], rule, on },
});
/** Two of three for good. */
export const tallied = fact('BallotTallied', {
  ...{ voteId: 'b1', electorate: 3, outcome: 'passed', winner: 'good', tellers: ['ha', 'lan'], on },
  tally: {
    ...{ issued: 3, returned: 3, valid: 3 },
    votes: [
      { option: 'good', count: 2 },
      { option: 'excellent', count: 1 },
    ],
  },
});
const basis = {
  ...{ session: 'session-kp4-2026', reviews: [], reviewsDue: 4 },
  ...{ commitment: 'commitment-khai-2026', shortcomings: 0, unremedied: 0 },
};
export const proposed = fact(
  'RatingProposed',
  { rating: 'good', score: 80, basis, disciplined: false },
  { actor: 'ha' },
);
const appraised = fact('RatingAppraised', { rating: 'good', proposed: 'good' }, { actor: 'minh' });
const decision = { decisionNo: '31-QĐ/ĐU', on };
export const decided = fact('RatingDecided', { rating: 'good', ...decision, decidedBy: 'tam' });
export const notified = fact('RatingNotified', {
  ...{ rating: 'good', on: '2026-12-22', complaintUntil: '2027-01-21' },
});
export const filed = fact('ComplaintFiled', { by: 'khai', on: '2026-12-28' });
const upheld = fact('ComplaintDecided', { by: 'khai', outcome: 'upheld', on: '2027-01-10' });
const finalised = fact('RatingFinalised', { rating: 'good', on: '2027-01-22' });
const notRated = fact('NotRated', { reason: 'long_illness', on });
const annulled = fact('RatingAnnulled', { rating: 'good', reason: 'error', ...decision });

const BALLOTED = [selfRated, commented, ballotOpened, tallied];
const DECIDED = [...BALLOTED, proposed, appraised, decided];
const NOTIFIED = [...DECIDED, notified];
/** Facts that lead to each state. */
export const HISTORIES = {
  open: [],
  self_rated: [selfRated],
  commented: [selfRated, commented],
  balloted: BALLOTED,
  proposed: [...BALLOTED, proposed],
  appraised: [...BALLOTED, proposed, appraised],
  decided: DECIDED,
  notified: NOTIFIED,
  complaint: [...NOTIFIED, filed],
  complaint_decided: [...NOTIFIED, filed, upheld],
  final: [...NOTIFIED, finalised],
  not_rated: [notRated],
  annulled: [...NOTIFIED, finalised, annulled],
} satisfies Record<string, OldFact[]>;

const needsIn = (year: number, level: string) => ({
  ...{ rules: rulesIn(year), membership: memberView(), countedIn: unitView(), unit: unitView() },
  ...{ session: sessionView(), earlierSession: undefined, registration: registrationView() },
  ...{ reviews: new Map(), list: undefined, listBelow: undefined, level },
  ratingsOfMembers: everybodyRated,
});

/** Khải's rating of a year, dealt with on the 20th of its December. */
export const givenIn = (year: number) =>
  situation(classification, {
    id: `member.khai-${year}`,
    actor: 'khai',
    now: `${year}-12-20T05:00:00.000Z`,
    authority,
    needs: needsIn(year, 'cell'),
  });
export const given = givenIn(2026);

/** The rating of the cell of quarter 4, rated by its secretary. */
export const givenUnit = (year: number) =>
  situation(classification, {
    id: `unit.kp4-${year}`,
    actor: 'tam',
    now: `${year}-12-24T05:00:00.000Z`,
    authority,
    needs: { ...needsIn(year, 'cell'), membership: undefined, registration: undefined },
  })({
    type: 'SelfRated',
    data: { ...ofUnit, listId: `anbinh-${year}`, year, rating: 'excellent', score: 92, by: 'ha' },
    actor: 'ha',
  });
