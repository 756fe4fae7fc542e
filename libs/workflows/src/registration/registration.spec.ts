import { memberView } from '../testing/index.js';
import type { RegistrationView } from './registration.events.js';
import {
  adjustment,
  deed,
  form,
  given,
  givenIn,
  HISTORIES,
  results,
  submitted,
} from './registration.fixtures.js';

const of = { memberId: 'khai', year: 2026 };
const secretary = { actor: 'ha' };
const previous: RegistrationView = {
  memberId: 'khai',
  year: 2025,
  shortcomings: [{ id: '2025-1', area: 'unity', severity: 'minor' }],
  endorsed: true,
  countedUnitId: 'kp4',
};

describe('a registration', () => {
  it('is submitted: clear counts, sealed words', () =>
    given()
      .when('submit', form({ deeds: [deed(1), deed(2, { shortcomingId: '2025-1' })] }), {
        needs: { previous },
      })
      .thenFacts([
        {
          type: 'RegistrationSubmitted',
          data: {
            ...of,
            unitId: 'kp4',
            deeds: [
              {
                key: 'd1',
                area: 'duty',
                deadline: '2026-11-30',
                evidence: 'report',
                hasMeasure: true,
                hasTarget: true,
              },
              {
                key: 'd2',
                area: 'duty',
                deadline: '2026-11-30',
                evidence: 'report',
                hasMeasure: true,
                hasTarget: true,
                shortcomingId: '2025-1',
              },
            ],
            counts: { deeds: 2, specific: 2, withinLimits: true },
            leader: false,
            personalPlan: false,
            late: false,
          },
          sealed: {
            form: {
              of: 'khai',
              value: {
                deeds: [1, 2].map((number) => ({
                  key: `d${number}`,
                  content: `Việc làm theo số ${number}`,
                  measure: 'Gặp từng hộ mỗi tháng một lần',
                  target: '12 buổi',
                })),
                areas: form().areas,
                justifications: [],
              },
            },
          },
        },
      ]));

  it('goes back with marked lines and comes again', () => {
    const back = given(submitted()).when(
      'return',
      { remarks: [{ path: 'deeds[1].measure', text: 'Chưa có biện pháp' }] },
      secretary,
    );
    back.thenFacts([
      {
        type: 'RegistrationReturned',
        data: { ...of, unitId: 'kp4', lines: ['deeds[1].measure'] },
        sealed: {
          remarks: { of: 'khai', value: [{ path: 'deeds[1].measure', text: 'Chưa có biện pháp' }] },
        },
      },
    ]);
    given(...HISTORIES.returned)
      .when('submit', form())
      .thenState('submitted', { remarks: [] });
  });

  it('is endorsed where the member counts in that year, with what the figures need', () =>
    given(submitted())
      .when('endorse', { minutesNo: '03-BB/CB' }, secretary)
      .thenFacts([
        {
          type: 'RegistrationEndorsed',
          data: {
            ...of,
            unitId: 'kp4',
            countedUnitId: 'kp4',
            counts: { deeds: 3, specific: 3, withinLimits: true },
            leader: false,
            personalPlan: false,
            minutesNo: '03-BB/CB',
          },
        },
      ]));

  it('is published with the text revision, the channel and the legal basis', () =>
    given(...HISTORIES.in_force)
      .when(
        'publish',
        { channel: 'local_radio', on: '2026-04-02', legalBasis: 'Điều 16 Luật 91/2025' },
        secretary,
      )
      .thenFacts([
        {
          type: 'RegistrationPublished',
          data: {
            ...of,
            unitId: 'kp4',
            channel: 'local_radio',
            on: '2026-04-02',
            textRevision: 0,
            legalBasis: 'Điều 16 Luật 91/2025',
          },
        },
      ]));

  it('is adjusted with what it counted before, and the reason sealed', () => {
    const then = given(...HISTORIES.in_force).when(
      'adjust',
      adjustment({ personalPlan: 'Kế hoạch' }),
    );
    then.thenState('in_force', { textRevision: 3, personalPlan: true });
    expect(then.facts[0]).toMatchObject({
      type: 'RegistrationAdjusted',
      data: { counts: { deeds: 3 }, previousCounts: { deeds: 3 }, previousPersonalPlan: false },
      sealed: { reason: { of: 'khai', value: 'Chuyển công tác' } },
    });
  });

  it('is assessed: clear results, shortcomings by id, words sealed', () => {
    const shortcoming = { area: 'unity', severity: 'minor', text: 'Ít góp ý' } as const;
    given(...HISTORIES.in_force)
      .when('assess', results({ text: 'Tốt', shortcomings: [shortcoming] }), secretary)
      .thenFacts([
        {
          type: 'RegistrationAssessed',
          data: {
            ...of,
            unitId: 'kp4',
            results: results().results,
            shortcomings: [{ id: '2026-1', area: 'unity', severity: 'minor' }],
          },
          sealed: {
            assessment: {
              of: 'khai',
              value: { text: 'Tốt', shortcomings: [{ id: '2026-1', text: 'Ít góp ý' }] },
            },
          },
        },
      ]);
  });

  it.each([
    ['draft', 'saveDraft', { deeds: [{}], areas: [] }, 'khai', 'draft'],
    ['draft', 'submit', form(), 'khai', 'submitted'],
    ['submitted', 'endorse', {}, 'tam', 'endorsed'],
    ['endorsed', 'bringIntoForce', { on: '2026-04-01' }, 'ha', 'in_force'],
    ['endorsed', 'assess', results(), 'ha', 'assessed'],
    ['in_force', 'assess', results(), 'loc', 'assessed'],
    ['assessed', 'close', { on: '2026-12-31' }, 'ha', 'closed'],
  ] as const)('%s: %s leads on', (from, command, input, actor, to) =>
    given(...HISTORIES[from])
      .when(command, input as never, { actor })
      .thenState(to),
  );
});

describe('rules of their time', () => {
  const bare = (year: number) => ({
    ...form(),
    deeds: [
      deed(1, { measure: undefined, evidence: undefined, deadline: `${year}-11-30` }),
      deed(2, { deadline: `${year}-11-30` }),
    ],
  });

  it('a deed without a measure passed under the pack of 2016, and shows in the figures', () => {
    const then = givenIn(2018)().when('submit', bare(2018));
    expect(then.facts[0]?.data).toMatchObject({ year: 2018, counts: { deeds: 2, specific: 1 } });
  });

  it('and is refused since 2021', () =>
    givenIn(2021)()
      .when('submit', bare(2021))
      .thenRefusedOnlyFor('DEED_MEASURE_MISSING', 'DEED_EVIDENCE_MISSING'));

  it.each(['', '  '])('a measure of nothing (%j) is none', (measure) => {
    const blank = {
      ...form(),
      deeds: [deed(1, { measure, deadline: '2018-05-01' }), deed(2, { deadline: '2018-05-01' })],
    };
    const then = givenIn(2018)().when('submit', blank);
    expect(then.facts[0]?.data).toMatchObject({ counts: { specific: 1 } });
  });

  it('a personal plan of blanks is none', () => {
    const then = given().when('submit', form({ personalPlan: '  ' }));
    expect(then.facts[0]?.data).toMatchObject({ personalPlan: false });
  });

  it.each([
    ['2026-01-01T03:00:00.000Z', false],
    ['2025-12-31T17:30:00.000Z', false],
    ['2026-03-31T16:30:00.000Z', false],
    ['2026-03-31T17:30:00.000Z', true],
    ['2026-04-01T03:00:00.000Z', true],
    ['2026-12-30T03:00:00.000Z', true],
  ])('submitted at %s, late: %s', (now, late) => {
    const then = given().when('submit', form(), { now });
    expect(then.facts[0]?.data).toMatchObject({ late });
  });

  it('late is judged by business time, not by when it was typed', () => {
    const then = given().when('submit', form(), {
      now: '2026-06-01T03:00:00.000Z',
      occurredAt: '2026-03-20T03:00:00.000Z',
    });
    expect(then.facts[0]?.data).toMatchObject({ late: false });
  });

  it('a shortcoming of last year is answered by a deed or by words', () => {
    const justified = form({ justifications: [{ shortcomingId: '2025-1', text: 'Đã khắc phục' }] });
    given().when('submit', justified, { needs: { previous } }).thenState('submitted');
    const covered = form({ deeds: [deed(1, { shortcomingId: '2025-1' }), deed(2)] });
    given().when('submit', covered, { needs: { previous } }).thenState('submitted');
  });

  it('a leader counts as one in the year', () => {
    const membership = memberView({ leaderSpans: [{ from: 2026 }] });
    const then = given().when('submit', form({ personalPlan: 'Tôi đi đầu' }), {
      needs: { membership },
    });
    expect(then.facts[0]?.data).toMatchObject({ leader: true, personalPlan: true });
  });

  it('a member exempted after the window still owes the year', () => {
    const counted = [
      { from: 2015, unitId: 'kp4' },
      { from: 2027, unitId: null },
    ];
    given()
      .when('submit', form(), { needs: { membership: memberView({ exempt: true, counted }) } })
      .thenState('submitted');
  });
});
