import type { Given, OldFact } from '#libs/kernel/testing';
import type { CriticismSessionState } from './criticism-session.state.js';
import {
  attendance,
  DAY,
  ENTRIES,
  given,
  HISTORIES,
  plan,
  remedy,
  shortcoming,
  SUBJECTS,
} from './testing/criticism-session.fixtures.js';
import { openRemediesOf, presentVoters } from './criticism-session.events.js';

const of = { unitId: 'kp4', year: 2026, round: 1 };
const stateOf = (...facts: OldFact[]) => given(...facts).instance.state as CriticismSessionState;
type Commands = Given<typeof given extends (...facts: never) => Given<infer C> ? C : never>;
const types = (then: ReturnType<Commands['when']>) => then.facts.map(({ type }) => type);

describe('sitting', () => {
  const conclude = (facts: OldFact[], at = '16:30', on = DAY, level = 'cell') =>
    given(...facts).when(
      'conclude',
      { on, at },
      { needs: { unit: { unitId: 'kp4', level, closedOn: undefined } } },
    ).facts[0]?.data;

  it.each([
    ['16:30', 'cell', { days: 1, minutes: 540, minimumDays: 1, short: false }],
    ['11:30', 'cell', { minutes: 240, short: true }],
    ['16:30', 'province', { minimumDays: 2, short: true }],
  ])('until %s of a %s: how long it sat is on record, and never refused', (at, level, expected) =>
    expect(conclude(HISTORIES.individuals_done, at, DAY, level)).toMatchObject(expected),
  );

  it('goes on another day where it stood; time between does not count', () => {
    const next = { on: '2026-12-06', at: '07:30' };
    const then = given(...HISTORIES.adjourned).when('resume', next);
    expect(types(then)).toEqual(['SessionResumed', 'CollectiveDone']);
    const broken = HISTORIES.individuals_done.toSpliced(
      -1,
      0,
      { type: 'SessionAdjourned', data: { ...of, on: DAY, at: '11:30' } },
      { type: 'SessionResumed', data: { ...of, ...next } },
    );
    expect(conclude(broken, '09:30', '2026-12-06')).toMatchObject({ days: 2, minutes: 360 });
  });

  it('adjourned after the last item, it is resumed behind it', () => {
    const facts = [
      ...HISTORIES.individuals_done,
      { type: 'SessionAdjourned', data: { ...of, on: DAY, at: '17:00' } },
    ];
    given(...facts)
      .when('resume', { on: '2026-12-06', at: '07:30' })
      .thenState('individuals_done');
  });

  it('those with a vote who are there vote afterwards, too', () =>
    expect(presentVoters(stateOf(...HISTORIES.open))).toEqual(
      ENTRIES.slice(0, 8).map(({ memberId }) => memberId),
    ));

  it('says in its conclusion what next year’s registrations must answer', () =>
    expect(conclude(HISTORIES.individuals_done)).toMatchObject({
      subjects: 4,
      shortcomings: [{ id: '2026-s1', subjectId: 'lan', area: 'people', severity: 'minor' }],
    }));
});

describe('what comes after', () => {
  it('an ordered redo is the next round; what was said and owed before stays on record', () => {
    given(...HISTORIES.redo_ordered)
      .when('plan', { ...plan, on: '2027-01-15' })
      .thenState('planned', {
        round: 2,
        closedOrConcluded: false,
        shortcomings: [],
        remedies: [{ id: 'r1', status: 'open' }],
        criticisms: [{ id: 'c1', round: 1 }],
        items: SUBJECTS.map(() => ({ status: 'waiting' })),
      });
  });

  it('is closed once every remedy is done, explained or in the hands of another unit', () => {
    const open = given(...HISTORIES.remedy_tracking);
    open.when('close', { on: '2027-04-01' }).thenRefusedOnlyFor('REMEDY_OPEN');
    const ends = [
      open.when('verifyRemedy', { id: 'r1', done: true, on: '2027-03-30' }),
      open.when('explainRemedy', { id: 'r1', reason: 'replaced', text: 'Đổi', on: '2027-03-30' }),
      open.when('handOverRemedy', { id: 'r1', heirId: 'kp5', heirKind: 'unit', on: '2027-02-01' }),
    ];
    const closed = ends.map((then) =>
      given(...HISTORIES.remedy_tracking, ...(then.facts as OldFact[]))
        .when('close', { on: '2027-04-01' }, { actor: 'tam' })
        .facts.map(({ data }) => data),
    );
    expect(closed).toMatchObject([[{ remedied: 1, open: 0 }], [{ open: 1 }], [{ open: 1 }]]);
  });

  it('story 8: the heir of a closed unit sees to its remedies; who owes them still does', () => {
    const facts = [
      ...HISTORIES.remedy_tracking,
      ...(given(...HISTORIES.remedy_tracking).when(
        'handOverRemedy',
        { id: 'r1', heirId: 'kp5', heirKind: 'unit', on: '2027-02-01' },
        { actor: { id: 'system', kind: 'system' } },
      ).facts as OldFact[]),
    ];
    expect(stateOf(...facts).remedies).toMatchObject([{ ownerId: 'lan', heirUnitId: 'kp5' }]);
    given(...facts)
      .when('reportRemedy', { id: 'r1', text: 'Đã làm', on: '2027-03-01' }, { actor: 'lan' })
      .thenState('remedy_tracking');
    const verify = { id: 'r1', done: true, on: '2027-03-05' };
    given(...facts)
      .when('verifyRemedy', verify, { actor: 'sau' })
      .thenState('remedy_tracking');
    given(...facts)
      .when('verifyRemedy', verify, { actor: 'ha' })
      .thenRefused('NOT_HOLDER');
  });

  it('the clock of a remedy runs until it is reported, and again if that does not hold', () => {
    const clocks = (...facts: OldFact[]) => [
      ...given(...HISTORIES.remedy_tracking, ...facts).instance.clocks.keys(),
    ];
    const fact = (type: string, data: object) => ({ type, data: { ...of, id: 'r1', ...data } });
    expect(clocks()).toEqual(['remedy:r1']);
    expect(clocks(fact('RemedyReported', {}))).toEqual([]);
    const refuted = fact('RemedyVerified', { done: false });
    expect(clocks(fact('RemedyReported', {}), refuted)).toEqual(['remedy:r1']);
    expect(clocks(fact('RemedyExplained', {}))).toEqual([]);
  });

  it('others see what a subject still owes', () => {
    const facts = [
      ...HISTORIES.remedy_tracking,
      shortcoming('2026-s2', 'khai'),
      remedy('r2', 'khai', '2026-s2'),
    ];
    expect(openRemediesOf(stateOf(...facts), 'lan').map(({ id }) => id)).toEqual(['r1']);
    const done = { type: 'RemedyVerified', data: { ...of, id: 'r1', done: true } };
    expect(openRemediesOf(stateOf(...facts, done), 'lan')).toEqual([]);
  });

  it('attendance is open to correction until the end, and what counts is the last', () => {
    const fewer = attendance(ENTRIES.slice(0, 7));
    expect(presentVoters(stateOf(...HISTORIES.open, fewer))).toHaveLength(7);
  });
});
