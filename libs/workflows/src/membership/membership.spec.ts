import { fold } from '#libs/kernel';
import { type OldFact, recordedFacts } from '#libs/kernel/testing';
import { memberView } from '../testing/index.js';
import { countedUnit, isLeaderIn } from './membership.events.js';
import {
  admitted,
  ended,
  exempted,
  given,
  leftOffice,
  movedTo,
  tookOffice,
} from './membership.fixtures.js';
import type { MembershipState } from './membership.state.js';
import { membership } from './membership.workflow.js';

const endorsed = { registration: { endorsed: true } };
const admission = { fullName: 'Trần Minh Khải', unitId: 'kp4', status: 'official' } as const;

describe('a member', () => {
  it('is admitted: ids and dates in the clear, the person sealed', () =>
    given()
      .when('admit', { ...admission, on: '2026-02-01', birthDate: '1990-05-19' })
      .thenFacts([
        {
          type: 'MemberAdmittedToUnit',
          data: {
            memberId: 'khai',
            unitId: 'kp4',
            status: 'official',
            on: '2026-02-01',
            countsFrom: 2026,
          },
          sealed: {
            person: { of: 'khai', value: { fullName: 'Trần Minh Khải', birthDate: '1990-05-19' } },
          },
        },
      ]));

  it('is corrected by a new fact, also after having left', () =>
    given(admitted, ended)
      .when('correctPerson', { on: '2026-05-01', fullName: 'Trần Minh Khai', reason: 'Sai dấu' })
      .thenState('ended', { person: { fullName: 'Trần Minh Khai' } }));

  it('whose data were erased is still a member', () => {
    const { state } = given({ ...admitted, sealed: undefined }).instance;
    expect(state).toMatchObject({ person: undefined, active: true, unitId: 'kp4' });
  });

  it.each([
    [
      'changeStatus',
      { on: '2026-01-02', status: 'probationary' },
      'active',
      { status: 'probationary' },
    ],
    ['grantExemption', { on: '2026-01-02' }, 'active', { exempt: true }],
    ['move', { on: '2026-01-02', toUnitId: 'kp5' }, 'active', { unitId: 'kp5' }],
    ['end', { on: '2026-01-02', reason: 'left' }, 'ended', { active: false }],
    ['recordOffice', { on: '2026-01-02', unitId: 'kp4', office: 'committee' }, 'active', {}],
  ] as const)('%s leads on', (command, input, state, fields) =>
    given(admitted).when(command, input).thenState(state, fields),
  );
});

describe('from which year a member counts', () => {
  it.each([
    ['2026-01-01', 2026],
    ['2026-12-01', 2026],
    ['2026-12-02', 2027],
  ])('admitted on %s: %i', (on, countsFrom) => {
    const then = given().when('admit', { ...admission, on });
    expect(then.facts[0]?.data).toMatchObject({ countsFrom });
  });

  it.each([
    ['in the window', '2026-03-31', {}, 2026],
    ['after the window', '2026-04-01', {}, 2027],
    ['in the window, but the registration is endorsed', '2026-03-31', endorsed, 2027],
    ['after the window, and it is endorsed', '2026-11-01', endorsed, 2027],
    [
      'in the window, and it is only submitted',
      '2026-02-01',
      { registration: { endorsed: false } },
      2026,
    ],
  ] as const)('exempt %s', (_name, on, needs, exemptFrom) => {
    const then = given(admitted).when('grantExemption', { on }, { needs });
    expect(then.facts[0]?.data).toMatchObject({ exemptFrom, countedUnitId: 'kp4', leader: false });
  });

  it.each([
    ['2026-03-31', {}, 2026],
    ['2026-04-01', {}, 2027],
    ['2026-02-01', endorsed, 2027],
  ] as const)('moved on %s (%j): in the new unit from %i', (on, needs, countsFrom) => {
    const then = given(admitted).when('move', { on, toUnitId: 'kp5' }, { needs });
    expect(then.facts[0]?.data).toMatchObject({
      fromUnitId: 'kp4',
      toUnitId: 'kp5',
      countsFrom,
      countedUnitId: 'kp4',
      obliged: true,
    });
  });

  it.each([
    ['2026-03-31', {}, 2026],
    ['2026-04-01', {}, 2027],
    ['2026-02-01', endorsed, 2027],
  ] as const)('left on %s (%j): nowhere from %i', (on, needs, endsFrom) => {
    const then = given(admitted).when('end', { on, reason: 'left' }, { needs });
    expect(then.facts[0]?.data).toMatchObject({ endsFrom, obliged: true });
  });

  it.each([
    ['2026-03-31', 2026],
    ['2026-04-01', 2027],
  ])('no longer exempt on %s: again from %i', (on, countsFrom) => {
    const then = given(admitted, exempted(2024)).when('endExemption', { on });
    expect(then.facts[0]?.data).toMatchObject({ countsFrom, countedUnitId: 'kp4' });
  });

  it('a change never counts before one already counted', () => {
    const late = given(admitted, movedTo('kp5', 2027)).when('end', {
      on: '2026-02-01',
      reason: 'left',
    });
    expect(late.facts[0]?.data).toMatchObject({ endsFrom: 2027, countedUnitId: 'kp5' });
    const back = given(admitted, exempted(2027)).when('endExemption', { on: '2026-02-01' });
    expect(back.facts[0]?.data).toMatchObject({ countsFrom: 2027 });
  });

  it('somebody exempt counts nowhere, and a move changes nothing in that', () => {
    const then = given(admitted, exempted(2024)).when('move', {
      on: '2026-02-01',
      toUnitId: 'kp5',
    });
    expect(then.facts[0]?.data).toMatchObject({ obliged: false });
    then.thenState('active', {
      unitId: 'kp5',
      counted: [{ from: 2015 }, { from: 2024, unitId: null }],
    });
  });

  it('but counts in the new unit once the exemption ends', () => {
    const moved = {
      ...movedTo('kp5', 2025),
      data: { ...movedTo('kp5', 2025).data, obliged: false },
    };
    const then = given(admitted, exempted(2024), moved).when('endExemption', { on: '2026-02-01' });
    expect(then.facts[0]?.data).toMatchObject({ countsFrom: 2026, countedUnitId: 'kp5' });
  });
});

describe('who counts as a leader', () => {
  const record = (office: string, on: string, ...facts: OldFact[]) =>
    given(admitted, ...facts).when('recordOffice', { unitId: 'kp4', office, on }).facts[0]?.data;
  const lapse = (office: string, on: string, ...facts: OldFact[]) =>
    given(admitted, ...facts).when('lapseOffice', { unitId: 'kp4', office, on }).facts[0]?.data;

  it.each([
    ['secretary', '2026-03-31', { leading: true, leaderFrom: 2026 }],
    ['deputy', '2026-04-01', { leading: true, leaderFrom: 2027 }],
  ])('a %s appointed on %s', (office, on, expected) => {
    expect(record(office, on)).toMatchObject(expected);
  });

  it('not a member of the committee', () => {
    expect(record('committee', '2026-01-05')).toMatchObject({ leading: false });
    expect(record('committee', '2026-01-05')).not.toHaveProperty('leaderFrom');
  });

  it('a second leading post changes nothing', () =>
    expect(record('deputy', '2026-01-05', tookOffice('secretary', 2020))).not.toHaveProperty(
      'leaderFrom',
    ));

  it('until the last leading post has ended', () => {
    const both = [tookOffice('secretary', 2020), tookOffice('deputy')];
    expect(lapse('deputy', '2026-02-01', ...both)).not.toHaveProperty('leaderUntil');
    expect(lapse('secretary', '2026-02-01', ...both, leftOffice('deputy'))).toMatchObject({
      leaderUntil: 2026,
    });
    expect(lapse('secretary', '2026-05-01', tookOffice('secretary', 2020))).toMatchObject({
      leaderUntil: 2027,
    });
  });

  it('unchanged in the figures while exempt, and no more once gone', () => {
    const exempt = [admitted, exempted(2020)];
    expect(record('secretary', '2026-01-05', ...exempt.slice(1))).toMatchObject({ exempt: true });
    expect(record('secretary', '2026-01-05')).not.toHaveProperty('exempt');
    expect(
      lapse('secretary', '2026-05-01', tookOffice('secretary', 2020), ended),
    ).not.toHaveProperty('leaderUntil');
  });

  it('never before the member counts, nor before an earlier span ended', () => {
    const newcomer = {
      ...admitted,
      data: { ...admitted.data, on: '2026-12-10', countsFrom: 2027 },
    };
    const then = given(newcomer).when('recordOffice', {
      unitId: 'kp4',
      office: 'secretary',
      on: '2026-12-15',
    });
    expect(then.facts[0]?.data).toMatchObject({ leaderFrom: 2027 });
    const past = [tookOffice('secretary', 2020), leftOffice('secretary', 2028)];
    expect(record('secretary', '2026-02-01', ...past)).toMatchObject({ leaderFrom: 2028 });
  });
});

describe('what others may know of a member', () => {
  const counted = [
    { from: 2020, unitId: 'kp4' },
    { from: 2023, unitId: null },
    { from: 2025, unitId: 'kp5' },
  ];
  it.each([
    [2019, undefined],
    [2020, 'kp4'],
    [2022, 'kp4'],
    [2023, undefined],
    [2024, undefined],
    [2025, 'kp5'],
    [2040, 'kp5'],
  ])('counted in %i: %s', (year, unit) => {
    expect(countedUnit({ counted }, year)).toBe(unit);
  });

  it.each([
    [2019, false],
    [2020, true],
    [2021, true],
    [2022, false],
    [2024, true],
    [2040, true],
  ])('leader in %i: %s', (year, expected) => {
    const leaderSpans = [{ from: 2020, until: 2022 }, { from: 2024 }];
    expect(isLeaderIn({ leaderSpans }, year)).toBe(expected);
  });

  it('is what the fold says', () => {
    const { state } = fold(membership, 'khai', recordedFacts([admitted]));
    const {
      memberId,
      unitId,
      status,
      active,
      exempt,
      counted: spans,
      leaderSpans,
    } = state as MembershipState;
    expect({ memberId, unitId, status, active, exempt, counted: spans, leaderSpans }).toEqual(
      memberView(),
    );
  });
});
