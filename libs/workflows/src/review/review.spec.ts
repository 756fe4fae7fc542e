import { unitView } from '../testing/index.js';
import type { ReviewView } from './review.events.js';
import {
  disputed,
  DUE,
  given,
  givenOf,
  HISTORIES,
  INPUTS,
  missed,
  of,
  opened,
  registered,
  remarked,
  reported,
  resolved,
} from './review.fixtures.js';
import { daysLate, periodBefore, periodOf } from './review.period.js';
import { review } from './review.workflow.js';

const remarkOf = (input: object = {}, options: object = {}) =>
  given().when('remark', { ...INPUTS.remark, ...input } as never, options);

describe('a review', () => {
  it('is opened with the day by which the remark is due', () =>
    given()
      .when('open', {}, { actor: { id: 'system', kind: 'system' } })
      .thenFacts([{ type: 'ReviewOpened', data: { ...of, cadence: 'quarterly', due: DUE } }]));

  it('takes the member’s report: progress clear, words sealed', () =>
    given()
      .when('selfReport', INPUTS.selfReport as never, { actor: 'khai' })
      .thenFacts([
        {
          type: 'SelfProgressReported',
          data: {
            ...of,
            deeds: [
              { key: 'd1', progress: 'done' },
              { key: 'd2', progress: 'on_track' },
            ],
            on: '2026-04-02',
            due: DUE,
          },
          sealed: { text: { of: 'khai', value: { deeds: [{ key: 'd1', text: '12 buổi' }] } } },
        },
      ]));

  it('is remarked on: marks clear, words and direction sealed', () =>
    remarkOf({ meetingId: 'kp4-20260403', merit: 'notable' }).thenFacts([
      {
        type: 'DeedRemarked',
        data: {
          ...of,
          deeds: INPUTS.remark.deeds,
          merit: 'notable',
          hasDirection: true,
          meetingId: 'kp4-20260403',
          on: '2026-04-03',
          due: DUE,
          late: false,
          lateDays: 0,
        },
        sealed: {
          remark: {
            of: 'khai',
            value: { text: 'Việc 2 chậm', nextDirection: 'Làm dứt điểm việc 2' },
          },
        },
      },
    ]));

  it('gives the next form its direction, until the words are erased', () => {
    const view = given(remarked).instance.state as ReviewView;
    expect(view.nextDirection).toBe('Làm dứt điểm việc 2');
    const erased = given({ ...remarked, sealed: {} }).instance.state as ReviewView;
    expect(erased).toMatchObject({ remarked: true, nextDirection: undefined, remark: undefined });
  });

  it('a direction of blanks is none', () => {
    const [fact] = remarkOf({ nextDirection: '  ' }).facts;
    expect(fact).toMatchObject({
      data: { hasDirection: false },
      sealed: { remark: { value: { text: 'Việc 2 chậm' } } },
    });
  });

  it('is disputed by line and resolved with corrected marks', () => {
    given(remarked)
      .when('dispute', INPUTS.dispute, { actor: 'khai' })
      .thenFacts([
        {
          type: 'RemarkDisputed',
          data: { ...of, by: 'khai', on: '2026-04-05', line: 'd2' },
          sealed: { text: { of: 'khai', value: 'Việc 2 đã xong' } },
        },
      ]);
    given(remarked, disputed)
      .when(
        'resolve',
        { ...INPUTS.resolve, deeds: [{ key: 'd2', mark: 'done' }] },
        { actor: 'tam' },
      )
      .thenFacts([
        {
          type: 'DisputeResolved',
          data: {
            ...of,
            by: 'khai',
            outcome: 'upheld',
            on: '2026-04-10',
            deeds: [{ key: 'd2', mark: 'done' }],
          },
          sealed: { text: { of: 'khai', value: 'Đúng là đã xong' } },
        },
      ]);
    expect(given(remarked, disputed, resolved).instance.state).toMatchObject({
      marks: [
        { key: 'd1', mark: 'done' },
        { key: 'd2', mark: 'done' },
      ],
      dispute: { by: 'khai', outcome: 'upheld', text: 'Việc 2 đã xong' },
    });
  });

  it.each([
    ['due', 'selfReport', 'khai', 'self_reported'],
    ['self_reported', 'selfReport', 'khai', 'self_reported'],
    ['self_reported', 'remark', 'ha', 'remarked'],
    ['missed', 'remark', 'loc', 'remarked'],
    ['remarked', 'acknowledge', 'khai', 'acknowledged'],
    ['remarked', 'dispute', 'khai', 'disputed'],
    ['disputed', 'resolve', 'minh', 'resolved'],
  ] as const)('%s: %s leads on', (from, command, actor, to) =>
    given(...HISTORIES[from])
      .when(command, INPUTS[command], { actor })
      .thenState(to),
  );
});

describe('late is visible, never refused', () => {
  it.each([
    ['2026-04-10T16:59:00.000Z', false, 0],
    ['2026-04-10T17:00:00.000Z', true, 1],
    ['2026-12-02T03:00:00.000Z', true, 236],
  ])('recorded at %s, whatever day it claims', (now, late, lateDays) => {
    const then = remarkOf({}, { now, occurredAt: '2026-04-03T03:00:00.000Z' });
    expect(then.facts[0]?.data).toMatchObject({ on: '2026-04-03', due: DUE, late, lateDays });
  });

  it('grace was longer while remarks were written on paper', () => {
    const then = givenOf('khai-2012-q4', 2012)().when('remark', INPUTS.remark as never);
    expect(then.facts[0]?.data).toMatchObject({ periodEnd: '2012-12-31', due: '2013-01-15' });
  });

  it('a missed period is remarked all the same, and stays known as missed', () => {
    const then = given(missed).when('remark', INPUTS.remark as never, {
      now: '2026-06-01T03:00:00.000Z',
    });
    then.thenState('remarked', { missed: true, late: true });
  });

  it('is missed once its grace is over', () =>
    given(opened, reported)
      .when(
        'miss',
        {},
        { actor: { id: 'system', kind: 'system' }, now: '2026-04-10T17:00:00.000Z' },
      )
      .thenFacts([{ type: 'ReviewMissed', data: { ...of, on: '2026-04-11', due: DUE } }]));
});

describe('words pasted from the period before', () => {
  const previous = (text: string) => ({ needs: { previous: { remark: { text } } } });
  it.each([
    [' việc 2  CHẬM', true],
    ['Việc 3 chậm', undefined],
  ])('%j: repeated %s', (text, repeated) => {
    const [fact] = remarkOf({}, previous(text)).facts;
    expect((fact?.data as { repeated?: true }).repeated).toBe(repeated);
  });

  it('are no match once the earlier ones were erased', () => {
    const [fact] = remarkOf({}, { needs: { previous: { remark: undefined } } }).facts;
    expect(fact?.data).not.toHaveProperty('repeated');
  });

  it.each([
    ['khai-2026-q1', 'khai-2025-q4'],
    ['khai-2026-01', 'khai-2025-12'],
    ['khai-2026-10', 'khai-2026-09'],
  ])('of %s are looked for in %s', (id, before) => {
    const state = review.start(id) as unknown as Record<string, unknown>;
    const { previous: need } = review.commands.remark.needs!;
    expect(need.key({ id, state, input: {}, needs: {}, occurredAt: '' })).toBe(before);
  });
});

describe('the unit that reviews', () => {
  const key = (state: object, input: object, needs: object) =>
    review.commands.remark.needs!.unit.key({
      id: 'khai-2026-q1',
      state: state as Record<string, unknown>,
      input: input as Record<string, unknown>,
      needs: needs as Record<string, unknown>,
      occurredAt: '',
    });
  const membership = { unitId: 'kp6' };

  it('is the one written, else the one named, else where the member is', () => {
    expect(key({ unitId: 'kp4' }, { unitId: 'kp5' }, { membership })).toBe('kp4');
    expect(key({}, { unitId: 'kp5' }, { membership })).toBe('kp5');
    expect(key({}, {}, { membership })).toBe('kp6');
    expect(key({}, {}, { registration: registered })).toBe('kp4');
    expect(key({}, {}, {})).toBeUndefined();
  });

  it('may be the new unit of somebody who moved; the figures stay where they count', () => {
    const then = given().when('remark', { ...INPUTS.remark, unitId: 'kp5' } as never, {
      actor: 'sau',
      needs: { membership: { unitId: 'kp5' }, unit: unitView({ unitId: 'kp5' }) },
    });
    expect(then.facts[0]?.data).toMatchObject({ unitId: 'kp5', countedUnitId: 'kp4' });
  });
});

describe('periods', () => {
  it.each([
    ['02', '2024-02', '2024-02-01', '2024-02-29'],
    ['12', '2024-12', '2024-12-01', '2024-12-31'],
    ['q1', '2024-q1', '2024-01-01', '2024-03-31'],
    ['q4', '2024-q4', '2024-10-01', '2024-12-31'],
  ])('%s', (key, period, periodStart, periodEnd) => {
    expect(periodOf(2024, key)).toMatchObject({ period, periodStart, periodEnd });
  });

  it('follow one another', () => {
    expect(['2026-03', '2026-q3'].map(periodBefore)).toEqual(['2026-02', '2026-q2']);
  });

  it('are late by civil days of Việt Nam', () => {
    expect(daysLate('2026-03-31', '2026-03-31T17:00:00.000Z')).toBe(1);
    expect(daysLate('2026-03-31', '2026-03-01T17:00:00.000Z')).toBe(0);
  });
});
