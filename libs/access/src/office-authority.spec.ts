import type { Authority } from '#libs/kernel';
import { officeAuthority, type UnitOffices } from './office-authority.js';
import type { InspectionWarrant, Warrant } from './warrant.js';

const unit = (
  parentId: string | null,
  ...officers: [memberId: string, office: string, from: string, to?: string][]
): UnitOffices => ({
  parentId,
  officers: officers.map(([memberId, office, from, to]) => ({ memberId, office, from, to })),
});

const UNITS: Readonly<Record<string, UnitOffices>> = {
  songvan: unit(null, ['quang', 'committee', '2020-06-01']),
  anbinh: unit('songvan', ['tam', 'secretary', '2020-01-01', '2025-07-01']),
  kp4: unit(
    'anbinh',
    ['ha', 'secretary', '2024-03-01'],
    ['loc', 'secretary', '2020-01-01', '2024-03-01'],
    ['loc', 'secretary', '2026-09-01'],
  ),
  orphan: unit('gone'),
  ring1: unit('ring2', ['x', 'secretary', '2020-01-01']),
  ring2: unit('ring1'),
  self: unit('self'),
};

const loadNow = (id: string) => UNITS[id];
const loadLater = (id: string) => Promise.resolve(UNITS[id]);
const at = (units: string[], day: string, warrants: Warrant[] = []): Authority =>
  officeAuthority(units, day, loadNow, { ofAccounts: warrants }) as Authority;

describe('offices', () => {
  it.each([
    ['ha', '2024-02-29', false, 'before the first day'],
    ['ha', '2024-03-01', true, 'on the first day'],
    ['ha', '2026-01-01', true, 'while it lasts'],
    ['loc', '2024-02-29', true, 'on the last day before the end'],
    ['loc', '2024-03-01', false, 'on the day it ended'],
    ['loc', '2026-09-01', true, 'held a second time'],
    ['khai', '2026-01-01', false, 'never held'],
  ])('%s on %s: %s (%s)', (person, day, expected) => {
    expect(at(['kp4'], day).holds(person, 'secretary', 'kp4')).toBe(expected);
  });

  it('begin at midnight in Việt Nam', () => {
    expect(at(['kp4'], '2024-02-29T16:59:00.000Z').holds('ha', 'secretary', 'kp4')).toBe(false);
    expect(at(['kp4'], '2024-02-29T17:00:00.000Z').holds('ha', 'secretary', 'kp4')).toBe(true);
  });

  it('are of one kind in one unit', () => {
    const authority = at(['kp4'], '2026-01-01');
    expect(authority.holds('ha', 'deputy', 'kp4')).toBe(false);
    expect(authority.holds('ha', 'secretary', 'anbinh')).toBe(false);
  });

  it('of units above are known too', () => {
    expect(at(['kp4'], '2026-01-01').holds('quang', 'committee', 'songvan')).toBe(true);
    expect(at(['kp4'], '2025-07-01').holds('tam', 'secretary', 'anbinh')).toBe(false);
  });
});

describe('the tree', () => {
  it.each([
    ['kp4', ['anbinh', 'songvan']],
    ['songvan', []],
    ['orphan', ['gone']],
    ['nowhere', []],
    ['ring1', ['ring2']],
    ['self', []],
  ])('above %s: %j', (id, above) => {
    expect(at([id], '2026-01-01').ancestors(id)).toEqual(above);
  });

  it('is not known where nobody asked', () => {
    expect(at(['anbinh'], '2026-01-01').ancestors('kp4')).toEqual([]);
  });

  it('may have to be waited for, and then says the same', async () => {
    const waiting = officeAuthority(['kp4', 'anbinh', 'ring1'], '2026-01-01', loadLater);
    expect(waiting).toBeInstanceOf(Promise);
    const authority = await waiting;
    expect(authority.ancestors('kp4')).toEqual(['anbinh', 'songvan']);
    expect(authority.ancestors('ring1')).toEqual(['ring2']);
    expect(authority.holds('ha', 'secretary', 'kp4')).toBe(true);
  });

  it('is read once for each unit when everything is at hand', () => {
    const asked: string[] = [];
    const load = (id: string) => {
      asked.push(id);
      return UNITS[id];
    };
    expect(officeAuthority(['kp4', 'kp4', 'anbinh'], '2026-01-01', load)).not.toBeInstanceOf(
      Promise,
    );
    expect(asked).toEqual(['kp4', 'anbinh', 'songvan']);
  });

  it('that is not at hand and does not come is an error, not a refusal', async () => {
    const broken = () => Promise.reject(new Error('the store is broken'));
    await expect(officeAuthority(['kp4'], '2026-01-01', broken)).rejects.toThrow('broken');
  });
});

describe('a warrant', () => {
  const warrant: Warrant = {
    personId: 'nam',
    unitIds: ['anbinh'],
    memberIds: [],
    from: '2026-02-01',
    until: '2026-11-30',
  };
  const warranted = (day: string, person = 'nam', unitId = 'kp4') =>
    at(['kp4'], day, [warrant]).warranted(person, unitId);

  it.each([
    ['2026-01-31', false],
    ['2026-02-01', true],
    ['2026-11-30', true],
    ['2026-12-01', false],
  ])('covers the subtree from its first to its last day: %s %s', (day, expected) => {
    expect(warranted(day)).toBe(expected);
  });

  it('is of one person, and not for the unit above', () => {
    expect(warranted('2026-05-01', 'ha')).toBe(false);
    expect(warranted('2026-05-01', 'nam', 'anbinh')).toBe(true);
    expect(warranted('2026-05-01', 'nam', 'songvan')).toBe(false);
  });
});

describe('a warrant of an inspection', () => {
  const stream: InspectionWarrant = {
    warrantId: 'kt-7',
    scope: { unitIds: ['anbinh'], memberIds: [], from: '2023-01-01', until: '2025-12-31' },
    team: [{ memberId: 'nam' }, { memberId: 'hung' }],
    validFrom: '2026-02-01',
    expires: '2026-11-30',
    endedOn: undefined,
  };
  const at = async (day: string, said: Partial<InspectionWarrant> = {}): Promise<Authority> => {
    const issued = {
      covering: (units: readonly string[]) => (units.includes('anbinh') ? ['kt-7'] : []),
      load: () => Promise.resolve({ ...stream, ...said }),
    };
    return officeAuthority(['kp4', 'anbinh', 'songvan'], day, loadNow, { issued });
  };

  it.each([
    ['2026-01-31', false],
    ['2026-02-01', true],
    ['2026-11-30', true],
    ['2026-12-01', false],
  ])('lets its team read what lies below its units on %s: %s', async (day, expected) => {
    const authority = await at(day);
    for (const person of ['nam', 'hung']) {
      expect(authority.warranted(person, 'kp4')).toBe(expected);
      expect(authority.warranted(person, 'songvan')).toBe(false);
    }
    expect(authority.warranted('ha', 'kp4')).toBe(false);
  });

  it('is void the moment its stream says so, whoever still lists it', async () => {
    const authority = await at('2026-05-01', { endedOn: '2026-05-01' });
    expect(authority.warranted('nam', 'kp4')).toBe(false);
  });

  it('opens nothing before it is issued', async () => {
    const authority = await at('2026-05-01', { scope: undefined });
    expect(authority.warranted('nam', 'kp4')).toBe(false);
  });

  it('is not looked for where none names the units', () => {
    const issued = {
      covering: () => [],
      load: () => Promise.reject(new Error('nobody should ask')),
    };
    const authority = officeAuthority(['kp4'], '2026-05-01', loadNow, { issued }) as Authority;
    expect(authority.warranted('nam', 'kp4')).toBe(false);
  });
});
