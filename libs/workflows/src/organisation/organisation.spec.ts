import type { OldFact } from '#libs/kernel/testing';
import { unitView } from '../testing/index.js';
import { cadenceIn, type OrgUnitView } from './organisation.events.js';
import {
  appointed,
  choseCadence,
  type Command,
  decided,
  dissolved,
  endedOffice,
  founded,
  given,
  HISTORIES,
  INPUTS,
} from './organisation.fixtures.js';

const closing = {
  unitId: 'kp4',
  ...decided,
  heirId: 'kp5',
  parentId: 'anbinh',
  plansUntil: 2026,
  owesPlans: true,
};

describe('a unit', () => {
  it.each<[Command, string, object, string]>([
    [
      'found',
      'OrgFounded',
      {
        unitId: 'kp4',
        name: 'Chi bộ Khu phố 4',
        level: 'cell',
        parentId: 'anbinh',
        ...decided,
        plansFrom: 2026,
      },
      'open',
    ],
    [
      'rename',
      'OrgRenamed',
      { unitId: 'kp4', name: 'Chi bộ Khu phố Bốn', previousName: 'Chi bộ Khu phố 4', ...decided },
      'open',
    ],
    [
      'reparent',
      'OrgReparented',
      { unitId: 'kp4', fromParentId: 'anbinh', toParentId: 'dongan', ...decided },
      'open',
    ],
    ['merge', 'OrgMerged', closing, 'closed'],
    ['split', 'OrgSplit', { ...closing, into: ['kp5', 'kp6'] }, 'closed'],
    ['dissolve', 'OrgDissolved', closing, 'closed'],
    [
      'appointOfficer',
      'OfficerAppointed',
      { unitId: 'kp4', memberId: 'khai', office: 'deputy', ...decided },
      'open',
    ],
    [
      'endOfficer',
      'OfficerEnded',
      { unitId: 'kp4', memberId: 'ha', office: 'secretary', ...decided },
      'open',
    ],
    [
      'chooseCadence',
      'ReviewCadenceChosen',
      { unitId: 'kp4', cadence: 'monthly', fromYear: 2026 },
      'open',
    ],
  ])('%s', (command, type, data, state) => {
    const then = given(...HISTORIES[command]).when(command, INPUTS[command]);
    then.thenFacts([{ type, data }]);
    then.thenState(state);
    then.again().thenNothing();
  });

  it('without one above is founded by the engine alone', () => {
    const top = { ...decided, name: 'Trung ương', level: 'centre' } as const;
    given().when('found', top).thenState('open', { parentId: null });
    given().when('found', top, { actor: 'quang' }).thenRefused('NOT_HOLDER');
  });

  it.each([
    ['cell', '2026-03-31', 2026],
    ['cell', '2026-04-01', 2027],
    ['ward', '2026-05-01', 2027],
    ['organ', '2026-02-01', undefined],
  ] as const)('a %s founded on %s owes plans from %s', (level, on, plansFrom) => {
    const parent = unitView({ unitId: 'songvan', level: 'province' });
    const then = given().when(
      'found',
      { ...INPUTS.found, level, on, parentId: 'songvan' },
      { needs: { parent } },
    );
    expect((then.facts[0]?.data as { plansFrom?: number }).plansFrom).toBe(plansFrom);
  });

  it('closed in the window owes no plan that year, unless it was founded in it', () => {
    const close = (on: string, ...facts: OldFact[]) =>
      given(...facts).when('dissolve', { ...INPUTS.dissolve, on }).facts[0]?.data;
    expect(close('2026-03-31', founded)).toMatchObject({ plansUntil: 2026, owesPlans: true });
    expect(close('2026-04-01', founded)).toMatchObject({ plansUntil: 2027 });
    const late = { ...founded, data: { ...founded.data, plansFrom: 2027 } };
    expect(close('2026-03-31', late)).toMatchObject({ plansUntil: 2027 });
    const organ = { ...founded, data: { ...founded.data, plansFrom: undefined } };
    expect(close('2026-03-31', organ)).toMatchObject({ owesPlans: false });
  });

  it('knows its officers with their days', () => {
    const { state } = given(
      founded,
      appointed('ha', 'secretary'),
      endedOffice('ha', 'secretary'),
      appointed('ha', 'secretary'),
    ).instance;
    expect(state).toMatchObject({
      officers: [
        { memberId: 'ha', office: 'secretary', from: '2024-03-01', to: '2026-01-01' },
        { memberId: 'ha', office: 'secretary', from: '2024-03-01' },
      ],
    });
  });

  it('reviews at the pace chosen for the year, before any choice at that of the rules', () => {
    const state = given(founded, choseCadence('monthly', 2012), choseCadence('quarterly', 2020))
      .instance.state as OrgUnitView;
    const paces = [2011, 2012, 2019, 2020].map((year) => cadenceIn(state, year, 'quarterly'));
    expect(paces).toEqual(['quarterly', 'monthly', 'monthly', 'quarterly']);
    expect(cadenceIn(undefined, 2026, 'monthly')).toBe('monthly');
  });

  it('may choose again for the same year; the later choice stands', () => {
    const { state } = given(
      founded,
      choseCadence('monthly', 2020),
      choseCadence('quarterly', 2020),
    ).instance;
    expect(state).toMatchObject({ cadences: [{ fromYear: 2020, cadence: 'quarterly' }] });
  });

  it('closed still lets its officers be released', () =>
    given(founded, appointed('ha', 'secretary'), dissolved)
      .when('endOfficer', INPUTS.endOfficer)
      .thenState('closed'));
});
