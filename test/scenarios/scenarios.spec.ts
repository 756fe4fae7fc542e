import { readScenarios } from '#libs/scenarios';
import { CHECKS } from './checks.js';
import { Loaded } from './loaded.fixtures.js';
import { PENDING } from './pending.js';

const ROWS = readScenarios().flatMap(({ expect: rows }) => rows);

describe('what the five organisations expect', () => {
  let loaded: Loaded;
  beforeAll(async () => void (loaded = await Loaded.all()), 120_000);
  afterAll(() => loaded.world.close());

  it('is checked or waits for something named, row by row', () => {
    const known = [...Object.keys(CHECKS), ...Object.keys(PENDING)];
    expect(known.toSorted()).toEqual(ROWS.map(({ id }) => id).toSorted());
  });

  for (const { id } of ROWS) {
    const check = CHECKS[id];
    if (check) it(id, async () => check(loaded), 30_000);
    else it.todo(`${id} (waits for ${PENDING[id] ?? 'nobody knows what'})`);
  }

  it('has the numbers of units and members that the files state', () => {
    for (const { id, units, members, levels } of loaded.scenarios) {
      const founded = loaded.events('OrgFounded', id).map(({ data }) => data.level);
      for (const level of levels)
        if (units[level] !== undefined)
          expect([id, level, founded.filter((one) => one === level).length]).toEqual([
            id,
            level,
            units[level],
          ]);
      expect([id, loaded.events('MemberAdmittedToUnit', id).length]).toEqual([id, members]);
    }
  });

  it('leaves some out where the articles name faults', () => {
    for (const id of ['phu-tho', 'binh-dai'])
      for (const year of loaded.years(id)) {
        const { registrations, obliged } = loaded.recount.figures(year).get(id)!;
        expect(registrations).toBeLessThan(obliged);
        expect(registrations / obliged).toBeGreaterThan(0.95);
      }
    const vague = loaded.recount.figures(2017).get('phu-tho')!;
    expect(vague.specific_deeds).toBeLessThan(0.9 * vague.deeds);
    expect(loaded.events('PlanIssued', 'phu-tho').some(({ data }) => !data.breakthrough)).toBe(
      true,
    );
  });

  it('records in the order of the virtual clock, under the rules of the year', () => {
    const times = loaded.log.map(({ recordedAt }) => recordedAt);
    expect(times).toEqual(times.toSorted());
    for (const event of loaded.log)
      if (event.type === 'RegistrationSubmitted')
        expect(event.rulePack).toBe(packOf(Number(event.occurredAt.slice(0, 4))));
  });

  it('has nobody judge a registration of their own', () => {
    const judged = ['RegistrationReturned', 'RegistrationEndorsed', 'RegistrationAssessed'];
    for (const { type, stream, actor } of loaded.log)
      if (judged.includes(type)) expect(stream.startsWith(`commitment-${actor}-`)).toBe(false);
  });
});

const packOf = (year: number): string =>
  `vn-${[2006, 2011, 2016, 2021, 2026].findLast((from) => from <= year)!}`;
