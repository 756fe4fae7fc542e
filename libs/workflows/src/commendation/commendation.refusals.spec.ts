import type { OldFact } from '#libs/kernel/testing';
import { declaredRefusals, memberView, provenRefusals, unitView } from '../testing/index.js';
import {
  appraised,
  decided,
  given,
  HISTORIES,
  nominated,
  nomination,
  on,
  province,
  ratingsOf,
  recordView,
  refused,
  voted,
  voteOpened,
} from './commendation.fixtures.js';
import { commendation } from './commendation.workflow.js';

type Command = Parameters<ReturnType<typeof given>['when']>[0];
interface Row {
  readonly command: Command;
  readonly from: keyof typeof HISTORIES | readonly OldFact[];
  readonly input: object;
  readonly codes: readonly string[];
  readonly path?: string;
  readonly needs?: Readonly<Record<string, unknown>>;
}

const nominate = (fields: object, code: string, path: string, needs?: Row['needs']): Row => ({
  ...{ command: 'nominate', from: 'none', input: nomination(fields), codes: [code], path },
  ...(needs && { needs }),
});
const year = { occasion: 'year', period: { fromYear: 2025, toYear: 2025 } };

const NOMINATIONS: Row[] = [
  nominate({}, 'NOT_ACTIVE_MEMBER', 'subjectId', { membership: undefined }),
  nominate({}, 'UNIT_UNKNOWN', 'unitId', { unit: undefined }),
  nominate({}, 'UNIT_MISMATCH', 'unitId', {
    membership: memberView({ unitId: 'kp5', counted: [{ from: 2015, unitId: 'kp5' }] }),
  }),
  nominate({ subjectKind: 'unit', subjectId: 'kp5' }, 'UNIT_MISMATCH', 'unitId'),
  nominate({}, 'DECIDING_UNIT_UNKNOWN', 'decidedAt', { deciding: undefined }),
  nominate({}, 'DECIDING_UNIT_UNKNOWN', 'decidedAt', {
    deciding: unitView({ closedOn: '2025-07-01' }),
  }),
  nominate({ form: 'praise' }, 'AWARD_UNKNOWN', 'form'),
  nominate({}, 'WRONG_LEVEL', 'decidedAt', { deciding: unitView() }),
  // The ward may honour units with this; never itself.
  nominate(
    { subjectKind: 'unit', subjectId: 'anbinh', unitId: 'anbinh' },
    'WRONG_LEVEL',
    'decidedAt',
  ),
  nominate({ period: { fromYear: 2025, toYear: 2021 } }, 'PERIOD_ORDER', 'period'),
  nominate({ period: { fromYear: 2023, toYear: 2027 } }, 'PERIOD_NOT_OVER', 'period.toYear'),
  nominate({ occasion: 'year' }, 'PERIOD_NOT_ONE_YEAR', 'period'),
  nominate({ period: year.period }, 'PERIOD_NOT_FIVE_YEARS', 'period'),
  nominate({ occasion: 'contest' }, 'CONTEST_MISSING', 'contestId'),
  nominate({ ...year, form: 'badge', badgeYears: 33 }, 'BADGE_YEARS_UNKNOWN', 'badgeYears', {
    deciding: province,
  }),
  nominate({ procedure: 'simplified' }, 'SIMPLIFIED_NOT_ALLOWED', 'procedure'),
];

const RATINGS = ratingsOf({
  ...{ 2021: undefined, 2022: { finalRevision: undefined }, 2023: { rating: 'good' } },
});
/** What both the dossier and the decision ask of ratings, level and claim. */
const BASIS: readonly [string[], NonNullable<Row['needs']>][] = [
  [['RATING_MISSING', 'RATING_NOT_FINAL', 'RATING_NOT_EXCELLENT'], { ratings: RATINGS }],
  [['CLAIM_PENDING'], { record: undefined }],
  [['CLAIM_PENDING'], { record: recordView(['a0']) }],
  [['ACHIEVEMENT_TWICE'], { record: recordView(['a0', 'a1']) }],
  [['WRONG_LEVEL'], { deciding: unitView() }],
];
const report = { reportText: 'Báo cáo', on };
const decision = { decisionNo: '12-QĐ/ĐU', on };
const RESTING: Row[] = BASIS.flatMap(([codes, needs]): Row[] => [
  { command: 'completeDossier', from: 'nominated', input: report, codes, needs },
  { command: 'decide', from: 'council_voted', input: decision, codes, needs },
]);

/** A certificate of the state for a year asks for good work. */
const ofState = (facts: readonly OldFact[]): OldFact[] =>
  facts.map((fact) => ({
    ...fact,
    data: { ...fact.data, track: 'state', occasion: 'year', period: year.period },
  }));
const weak = { ratings: ratingsOf({ 2025: { rating: 'completed' } }) };
const options = ['approve', 'reject'];
const opening = { voteId: 'v1', options, on };
const tally = {
  ...{ voteId: 'v1', issued: 3, returned: 3, valid: 3, on },
  votes: [{ option: 'approve', count: 3 }],
  tellers: ['tam', 'minh'],
};
const voting = [...HISTORIES.appraised, voteOpened];
const unfit = [...HISTORIES.dossier_complete, appraised({ verdict: 'not_qualified' })];
const accused = [...HISTORIES.dossier_complete, appraised({ pendingDiscipline: true })];
const open = (from: Row['from'], input: object, codes: string[], needs?: Row['needs']): Row => ({
  ...{ command: 'openCouncilVote', from, input, codes, ...(needs && { needs }) },
});
const count = (from: Row['from'], fields: object, codes: string[]): Row => ({
  ...{ command: 'tallyCouncilVote', from, input: { ...tally, ...fields }, codes },
});
const decide = (from: Row['from'], ...codes: string[]): Row => ({
  ...{ command: 'decide', from, input: decision, codes },
});

const DECISIONS: Row[] = [
  {
    ...{ command: 'completeDossier', from: 'nominated', codes: ['TEMPLATE_MISMATCH'] },
    ...{ input: { ...report, template: 'collective' }, path: 'template' },
  },
  {
    ...{ command: 'completeDossier', from: ofState([nominated()]), input: report, needs: weak },
    codes: ['RATING_NOT_GOOD'],
  },
  {
    ...{ command: 'decide', from: ofState(HISTORIES.council_voted), input: decision, needs: weak },
    codes: ['RATING_NOT_GOOD'],
  },
  open(unfit, opening, ['NOT_QUALIFIED']),
  open(accused, opening, ['DISCIPLINE_PENDING']),
  open('appraised', { ...opening, options: ['approve'] }, ['OPTIONS_MISSING', 'COUNCIL_OPTIONS']),
  open('appraised', { ...opening, options: ['yes', 'no'] }, ['COUNCIL_OPTIONS']),
  open('appraised', opening, ['ELECTORATE_EMPTY'], { deciding: province }),
  open('council_voted', opening, ['VOTE_TWICE']),
  count('appraised', {}, ['VOTE_UNKNOWN']),
  count('council_voted', {}, ['VOTE_CLOSED']),
  count(voting, { issued: 4 }, ['TALLY_IMPOSSIBLE']),
  count(voting, { votes: [{ option: 'yes', count: 3 }] }, ['OPTION_UNKNOWN']),
  count(voting, { tellers: ['tam'] }, ['TELLERS_MISSING']),
  count(voting, { tellers: ['tam', 'khai'] }, ['IS_SUBJECT']),
  decide([...unfit, voteOpened, voted()], 'NOT_QUALIFIED'),
  decide([...accused, voteOpened, voted()], 'DISCIPLINE_PENDING'),
  decide('appraised', 'COUNCIL_VOTE_MISSING'),
  decide([...voting, voted('failed', 1)], 'COUNCIL_NOT_APPROVED'),
];

const early = { on: '2026-02-02' };
const AFTER: Row[] = [
  ...(
    [
      ['publish', 'decided', { channel: 'website' }],
      ['present', 'published', {}],
      ['proposeRevocation', 'presented', { ground: 'dishonest' }],
      ['revoke', 'revocation_proposed', { ground: 'false_information', decisionNo: '1' }],
    ] as const
  ).map(([command, from, input]): Row => ({
    ...{ command, from, input: { ...input, ...early }, codes: ['BEFORE_DECISION'], path: 'on' },
  })),
  {
    ...{ command: 'publish', from: 'upheld', codes: ['ALREADY_PUBLISHED'] },
    input: { channel: 'website', on: '2026-06-01' },
  },
  {
    ...{ command: 'present', from: 'upheld', codes: ['ALREADY_PRESENTED'] },
    input: { on: '2026-06-01' },
  },
  {
    ...{ command: 'present', codes: ['NOT_PUBLISHED'], input: { on: '2026-06-01' } },
    from: [...HISTORIES.council_voted, decided, refused],
  },
  {
    ...{ command: 'revoke', from: 'revocation_proposed', codes: ['GROUND_MISMATCH'] },
    input: { ground: 'procedure', decisionNo: '1', on: '2026-05-20' },
    path: 'ground',
  },
];

const ROWS = [...NOMINATIONS, ...RESTING, ...DECISIONS, ...AFTER];

describe('an award is refused', () => {
  it.each(ROWS.map((row) => [row.command, row.codes.join(' '), row] as const))(
    '%s: %s',
    (command, _codes, { from, input, codes, path, needs }) => {
      const history = typeof from === 'string' ? HISTORIES[from] : from;
      const then = given(...history).when(command, input as never, { ...(needs && { needs }) });
      then.thenRefusedOnlyFor(...codes);
      if (path !== undefined) then.thenRefused(codes[0]!, path);
    },
  );

  it('before it is decided: no publication', () =>
    given(...HISTORIES.council_voted)
      .when('publish', { channel: 'website', on })
      .thenRefusedOnlyFor('WRONG_STATE'));

  it('for every code that a guard declares', () =>
    expect(provenRefusals(ROWS)).toEqual(
      // Heirs have a spec of their own.
      declaredRefusals(commendation).filter((row) => !row.startsWith('handOver ')),
    ));
});
