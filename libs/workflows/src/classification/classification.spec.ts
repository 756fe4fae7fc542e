import { unitView } from '../testing/index.js';
import { given, givenIn, givenUnit, HISTORIES, of, rule } from './classification.fixtures.js';
import { earlierSession, everybodyRated, sessionView } from './classification-views.fixtures.js';
import { RATINGS } from './classification.events.js';

const secretary = { actor: 'ha' };
const ward = { actor: 'minh' };
const system = { actor: { id: 'system', kind: 'system' as const } };
const on = '2026-12-20';

describe('a rating', () => {
  it('begins with the subject’s own word, placed where they count and who decides there', () =>
    given()
      .when('selfRate', { rating: 'good', score: 82, text: 'Đã làm tốt' })
      .thenFacts([
        {
          type: 'SelfRated',
          data: { ...of, rating: 'good', score: 82, by: 'khai' },
          sealed: { text: { of: 'khai', value: 'Đã làm tốt' } },
        },
      ]));

  it('takes comments of those who sat in the session, sealed to their author', () =>
    given(...HISTORIES.self_rated)
      .when('comment', { id: 'c1', text: 'Gương mẫu' }, { actor: 'lan' })
      .thenFacts([
        {
          type: 'ParticipantCommented',
          data: { ...of, id: 'c1', authorId: 'lan' },
          sealed: { text: { of: 'lan', value: 'Gương mẫu' } },
        },
      ]));

  it('is balloted by official members present, without the subject and the probationary', () =>
    given(...HISTORIES.self_rated)
      .when('openBallot', { voteId: 'b1', options: [...RATINGS], on }, secretary)
      .thenFacts([
        {
          type: 'BallotOpened',
          data: {
            ...of,
            ...{ voteId: 'b1', options: [...RATINGS], electorate: ['ha', 'loc', 'lan'], rule, on },
          },
        },
      ]));

  it('keeps totals of the ballot and nothing of who chose what', () => {
    const votes = [
      { option: 'good', count: 2 },
      { option: 'completed', count: 1 },
    ];
    const then = given(...HISTORIES.balloted.slice(0, 3)).when(
      'tallyBallot',
      {
        ...{ voteId: 'b1', issued: 3, returned: 3, valid: 3, votes, on },
        tellers: ['ha', 'lan'],
      },
      secretary,
    );
    then.thenState('balloted');
    expect(then.facts).toEqual([
      {
        type: 'BallotTallied',
        data: {
          ...of,
          ...{ voteId: 'b1', electorate: 3, outcome: 'passed', winner: 'good', on },
          tally: { issued: 3, returned: 3, valid: 3, votes },
          tellers: ['ha', 'lan'],
        },
      },
    ]);
  });

  it('is proposed on what it cites, and warns when the list would be over its cap', () => {
    const remarked = ['q1', 'q3'].map(
      (period) => [`khai-2026-${period}`, { remarked: true }] as const,
    );
    const list = {
      ...{ unitId: 'anbinh', year: 2026, decided: false },
      entries: Object.fromEntries(
        ['lan', 'nam', 'vinh', 'mai'].map((subjectId) => [
          `member.${subjectId}`,
          { subjectKind: 'member', subjectId, unitId: 'kp4', rating: 'good' },
        ]),
      ),
    };
    const then = given(...HISTORIES.balloted).when(
      'propose',
      { rating: 'excellent', score: 93, reason: 'Thành tích nổi bật' },
      { ...secretary, needs: { reviews: new Map(remarked), list } },
    );
    expect(then.facts).toEqual([
      {
        type: 'RatingProposed',
        data: {
          ...of,
          ...{ rating: 'excellent', score: 93, disciplined: false, ballot: 'good' },
          basis: {
            ...{ session: 'session-kp4-2026', commitment: 'commitment-khai-2026' },
            reviews: ['review-khai-2026-q1', 'review-khai-2026-q3'],
            ...{ reviewsDue: 4, shortcomings: 0, unremedied: 0 },
          },
          cap: { base: 4, allowed: 0, excellent: 1, exceeded: true },
        },
        sealed: { text: { of: 'khai', value: 'Thành tích nổi bật' } },
      },
    ]);
  });

  it('cites every month where the cell reviews monthly', () => {
    const monthly = unitView({ cadences: [{ fromYear: 2024, cadence: 'monthly' }] });
    const then = given(...HISTORIES.balloted).when(
      'propose',
      { rating: 'good', score: 80 },
      { ...secretary, needs: { unit: monthly } },
    );
    expect(then.facts[0]?.data).toMatchObject({ basis: { reviews: [], reviewsDue: 12 } });
  });

  it.each([
    ['proposed', 'appraise', { rating: 'good' }, ward, 'appraised', {}],
    ['appraised', 'recordDecision', { rating: 'good', decisionNo: '1', on }, system, 'decided', {}],
    ['decided', 'notify', { on: '2026-12-22' }, ward, 'notified', { complaintUntil: '2027-01-21' }],
    ['notified', 'fileComplaint', { on, text: 'Chưa đúng' }, {}, 'complaint', {}],
    ['self_rated', 'markNotRated', { reason: 'left', on }, secretary, 'not_rated', {}],
    ['not_rated', 'selfRate', { rating: 'good' }, {}, 'self_rated', { notRated: undefined }],
    ['final', 'annul', { reason: 'error', decisionNo: '2', on }, ward, 'annulled', {}],
  ] as const)('%s: %s leads on', (from, command, input, who, to, fields) =>
    given(...HISTORIES[from])
      .when(command, input, who)
      .thenState(to, fields),
  );

  it('is final by itself when the days for a complaint are over', () => {
    const late = { ...system, now: '2027-01-21T17:00:00.000Z' };
    given(...HISTORIES.notified)
      .when('finalise', {}, late)
      .thenState('final', { finalRevision: 8, rating: 'good' });
  });

  it('stays as it was when a complaint is rejected, and is final', () => {
    const answer = { on: '2027-01-10', outcome: 'rejected', text: 'Không có căn cứ' } as const;
    given(...HISTORIES.complaint)
      .when('decideComplaint', answer, ward)
      .thenState('final', { rating: 'good' });
  });

  it('changes once a complaint is upheld, with reason and decision, and keeps both', () => {
    const change = { rating: 'excellent', reason: 'complaint', decisionNo: '2-QĐ/ĐU' } as const;
    const then = given(...HISTORIES.complaint_decided).when('change', { ...change, on }, system);
    then.thenState('final', { rating: 'excellent', changed: true });
    expect(then.facts[0]).toMatchObject({
      type: 'RatingChanged',
      data: { from: 'good', to: 'excellent', reason: 'complaint' },
    });
  });

  it('annulled is decided again, and may be complained of again', () =>
    given(...HISTORIES.annulled)
      .when('recordDecision', { rating: 'completed', decisionNo: '3', on }, system)
      .thenState('decided', { rating: 'completed', complaint: undefined }));
});

describe('rules of their time', () => {
  const best = { rating: 'excellent', score: 92 } as const;
  const onlyThree = { earlierSession: earlierSession('kp4', [true, true, true, false]) };

  it('one of four shortcomings unremedied: no excellent under 366', () => {
    const then = givenUnit(2026).when('propose', best, { needs: onlyThree });
    then.thenRefusedOnlyFor('SHORTCOMINGS_UNREMEDIED');
    expect(then.outcome).toMatchObject({ reasons: [{ params: { open: 1, of: 4 } }] });
  });

  it('and allowed under 124, in a replay of 2024', () => {
    const session = sessionView({ year: 2024 });
    const ratingsOfMembers = new Map(
      [...everybodyRated].map(([id, view]) => [id.replace('2026', '2024'), view]),
    );
    const needs = { ...onlyThree, session, ratingsOfMembers };
    const then = givenUnit(2024).when('propose', best, { needs });
    expect(then.facts[0]?.data).toMatchObject({ basis: { shortcomings: 4, unremedied: 1 } });
  });

  it('points bind since 366; before, a proposal needs none', () => {
    const history = HISTORIES.balloted;
    given(...history)
      .when('propose', { rating: 'good' }, secretary)
      .thenRefusedOnlyFor('POINTS_MISSING');
    givenIn(2024)(...history)
      .when('propose', { rating: 'good' }, secretary)
      .thenState('proposed');
  });

  it('no ballot and no registration were asked for before 2016', () =>
    givenIn(2012)(...HISTORIES.self_rated)
      .when(
        'propose',
        { rating: 'excellent' },
        { ...secretary, needs: { registration: undefined } },
      )
      .thenState('proposed'));
});
