import { type Person, unitView, whoMay } from '../testing/index.js';
import {
  claim,
  decided,
  given,
  givenIn,
  HISTORIES,
  nominated,
  nomination,
  of,
  on,
  province,
  ratingsOf,
  refused,
  voted,
  voteOpened,
  ward,
} from './commendation.fixtures.js';
import { commendation } from './commendation.workflow.js';

const secretary = { actor: 'ha' };
const five = [2021, 2022, 2023, 2024, 2025];

describe('an award', () => {
  it('begins with a nomination that says what it claims', () =>
    given()
      .when('nominate', nomination(), secretary)
      .thenFacts([
        {
          type: 'Nominated',
          data: { ...of, claim, procedure: 'full', pendingDiscipline: false, on },
        },
      ]));

  it('gathers merits of its years and final ratings by itself, each with its event', () => {
    const then = given(nominated()).when(
      'completeDossier',
      { reportText: 'Thành tích năm năm', on },
      secretary,
    );
    expect(then.facts).toEqual([
      {
        type: 'DossierCompleted',
        data: {
          ...of,
          ...{ template: 'individual', on },
          merits: ['2022-03-03', '2025-11-03'].map((day) => ({
            ...{ eventId: `meeting-kp4-${day}@7`, source: 'meeting', on: day },
          })),
          ratings: five.map((year) => ({
            ...{ year, rating: 'excellent', eventId: `rating-member.khai-${year}@9` },
          })),
        },
        sealed: { report: { of: 'khai', value: 'Thành tích năm năm' } },
      },
    ]);
  });

  it('is voted on by the committee of the deciding level, by secret ballot', () => {
    const then = given(...HISTORIES.appraised).when('openCouncilVote', {
      ...{ voteId: 'v1', options: ['approve', 'reject'], on },
    });
    expect(then.facts[0]?.data).toMatchObject({
      electorate: ['tam', 'minh', 'an'],
      rule: { threshold: 'more_than_half', of: 'electorate', secret: true },
    });
  });

  it('in the state track needs four fifths of all since 2021', () => {
    const history = HISTORIES.appraised.map((fact) => ({
      ...fact,
      data: { ...fact.data, track: 'state', form: 'merit' },
    }));
    const opening = { voteId: 'v1', options: ['approve', 'reject'], on };
    const needs = { deciding: { ...province, officers: ward.officers }, aboveDeciding: undefined };
    const rule = (year: number) =>
      givenIn(year)(...history).when('openCouncilVote', opening, { needs }).facts[0]?.data;
    expect(rule(2026)).toMatchObject({ rule: { threshold: 'four_fifths', of: 'electorate' } });
    expect(rule(2019)).toMatchObject({ rule: { threshold: 'more_than_half' } });
  });

  it('is decided with its level, and cites its ratings anew', () => {
    const then = given(...HISTORIES.council_voted).when('decide', {
      ...{ decisionNo: '12-QĐ/ĐU', on: '2026-02-03' },
    });
    expect(then.facts[0]).toMatchObject({
      type: 'AwardDecided',
      data: { level: 'ward', decisionNo: '12-QĐ/ĐU', on: '2026-02-03' },
    });
    expect(then.facts[0]?.data).toMatchObject({ ratings: five.map((year) => ({ year })) });
  });

  it('of the brave may skip the council', () => {
    const history = HISTORIES.appraised.map((fact) => ({
      ...fact,
      data: { ...fact.data, occasion: 'extraordinary', claim, procedure: 'simplified' },
    }));
    given(...history)
      .when('decide', { decisionNo: '12-QĐ/ĐU', on })
      .thenState('decided');
  });

  it('revoked keeps what it was: both stand in its history', () => {
    const then = given(...HISTORIES.revocation_proposed).when('revoke', {
      ...{ ground: 'false_information', decisionNo: '40-QĐ/ĐU', on: '2026-05-20' },
    });
    then.thenState('revoked', { decidedOn: '2026-02-03', revoked: true });
    expect(then.facts[0]?.data).toMatchObject({
      ...of,
      level: 'ward',
      ground: 'false_information',
    });
  });

  it.each([
    ['dossier_complete', 'appraise', { verdict: 'qualified', text: 'Đủ', on }, {}, 'appraised'],
    ['appraised', 'reject', { reason: 'withdrawn', on }, {}, 'rejected'],
    ['decided', 'publish', { channel: 'website', on: '2026-02-04' }, {}, 'published'],
    ['published', 'present', { on: '2026-02-05' }, {}, 'presented'],
    [
      'presented',
      'proposeRevocation',
      { ground: 'dishonest', on: '2026-05-04' },
      {},
      'revocation_proposed',
    ],
    ['revocation_proposed', 'refuseRevocation', { on: '2026-05-20' }, {}, 'upheld'],
  ] as const)('%s: %s leads on', (from, command, input, who, to) =>
    given(...HISTORIES[from])
      .when(command, input, who)
      .thenState(to),
  );

  it('upheld before it was published goes on where it stood', () =>
    given(...HISTORIES.council_voted, decided, refused)
      .when('publish', { channel: 'website', on: '2026-06-01' })
      .thenState('published'));

  it('covers every state', () =>
    expect(Object.keys(HISTORIES).sort()).toEqual(Object.keys(commendation.states).sort()));
});

describe('who decides what', () => {
  const base = unitView({ unitId: 'truong', level: 'base', parentId: 'anbinh' });
  const year = { occasion: 'year', period: { fromYear: 2025, toYear: 2025 } };
  it.each([
    ['a cell of a base committee praises', { form: 'praise' }, unitView(), base, []],
    ['and gives no certificate', {}, unitView(), base, ['WRONG_LEVEL']],
    ['a base cell gives its members a certificate', {}, unitView(), ward, []],
    ['a base committee too', {}, base, ward, []],
    [
      'the certificate of merit is the province’s',
      { form: 'merit' },
      ward,
      province,
      ['AWARD_UNKNOWN'],
    ],
    [
      'the state track knows no praise',
      { track: 'state', form: 'praise' },
      ward,
      province,
      ['AWARD_UNKNOWN'],
    ],
    ['nor does a base committee decide in it', { track: 'state' }, base, ward, ['WRONG_LEVEL']],
  ])('%s', (_name, fields, deciding, aboveDeciding, codes) => {
    const then = given().when('nominate', nomination({ ...year, ...fields }), {
      ...secretary,
      needs: { deciding, aboveDeciding },
    });
    expect(then.codes).toEqual(codes);
  });

  it.each([
    ['ward', ward, ['WRONG_LEVEL']],
    ['province', province, []],
  ])('a merit of five years at the %s', (_level, deciding, codes) => {
    const then = given().when('nominate', nomination({ form: 'merit' }), {
      ...secretary,
      needs: { deciding },
    });
    expect(then.codes).toEqual(codes);
  });

  it('2006–2010 is honoured in 2011 by the rules of 2011', () =>
    givenIn(2011)()
      .when(
        'nominate',
        nomination({ period: { fromYear: 2006, toYear: 2010 }, on: '2011-03-01' }),
        {
          actor: 'ha',
        },
      )
      .thenState('nominated', { fromYear: 2006, toYear: 2010 }));
});

describe('five years', () => {
  const complete = (ratings: ReturnType<typeof ratingsOf>) =>
    given(nominated()).when('completeDossier', { reportText: 'x', on }, { needs: { ratings } });

  it.each([
    ['RATING_MISSING', { 2023: undefined }],
    ['RATING_NOT_EXCELLENT', { 2023: { rating: 'good' as const } }],
    ['RATING_NOT_FINAL', { 2023: { finalRevision: undefined } }],
  ])('%s names the year', (code, other) => {
    expect(complete(ratingsOf(other)).outcome).toEqual({
      kind: 'refused',
      reasons: [{ code, params: { year: 2023 } }],
    });
  });
});

describe('who may', () => {
  const votes = { voteId: 'v2', options: ['approve', 'reject'], on };
  const level: Person[] = ['tam', 'minh'];
  const unit: Person[] = ['ha', 'loc', 'tam', 'minh', 'quang'];
  it.each<[keyof typeof HISTORIES, keyof typeof commendation.commands, object, Person[]]>([
    ['none', 'nominate', nomination(), [...unit, 'system']],
    ['nominated', 'completeDossier', { reportText: 'x', on }, ['khai', ...unit]],
    ['dossier_complete', 'appraise', { verdict: 'qualified', text: 'x', on }, level],
    ['appraised', 'openCouncilVote', votes, level],
    ['council_voted', 'decide', { decisionNo: '1', on }, level],
    [
      'presented',
      'proposeRevocation',
      { ground: 'dishonest', on },
      ['tam', 'minh', 'ubkt', 'quang'],
    ],
    // Minh proposed it.
    [
      'revocation_proposed',
      'revoke',
      { ground: 'dishonest', decisionNo: '1', on },
      ['tam', 'quang'],
    ],
  ])('%s: %s', (state, command, input, people) =>
    expect(whoMay(given(...HISTORIES[state]), command as never, input)).toEqual(people),
  );

  it('one vote of three approves nothing', () =>
    given(...HISTORIES.appraised, voteOpened, voted('failed', 1))
      .when('decide', { decisionNo: '1', on })
      .thenRefusedOnlyFor('COUNCIL_NOT_APPROVED'));
});
