import { DEMO_SEED, demoPeople, readScenarios } from '#libs/scenarios';
import { CHECKS } from './checks/index.js';
import type { Loaded } from './loaded.fixtures.js';
import { CycleRecount } from './cycle-recount.js';
import { type BuiltViews, cycleDifferences, differences } from './read-models.check.js';

const ROWS = readScenarios().flatMap(({ expect: rows }) => rows);

/** What the five organisations were loaded into, and the views over it. */
export interface OpenedScenarios {
  readonly loaded: Loaded;
  readonly views: BuiltViews;
  close(): Promise<void>;
}

/** Everything the files of the scenarios expect, of whatever they were loaded into. */
export function scenarioSuite(open: () => Promise<OpenedScenarios>, openMs = 400_000): void {
  let opened: OpenedScenarios | undefined;
  let loaded: Loaded;
  let views: BuiltViews;
  beforeAll(async () => {
    opened = await open();
    ({ loaded, views } = opened);
  }, openMs);
  afterAll(() => opened?.close(), 60_000);

  it('has a check for every row, and no check without one', () =>
    expect(Object.keys(CHECKS).toSorted()).toEqual(ROWS.map(({ id }) => id).toSorted()));

  for (const { id } of ROWS)
    it(
      id,
      async () => {
        const check = CHECKS[id];
        if (check === undefined) throw new Error(`nothing checks this row: ${id}`);
        await check(loaded, views);
      },
      60_000,
    );

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

  it('shows the recounted figures for every unit and year, on the map of the year', async () => {
    for (let year = 2006; year <= 2022; year += 1)
      expect(await differences(views, year, 'then', loaded.recount.figures(year))).toEqual([]);
  }, 60_000);

  it('shows the recounted figures of 2019 and 2020 on the old map and on the new', async () => {
    for (const year of [2019, 2020])
      for (const date of ['2019-12-31', '2022-12-31'])
        expect(
          await differences(views, year, { date }, loaded.recount.figures(year, date)),
        ).toEqual([]);
    for (const [date, communes] of [
      ['2019-12-31', 23],
      ['2022-12-31', 15],
    ] as const)
      expect(await views.indicators.children('bac-kan.h3', 2020, { date })).toHaveLength(communes);
  }, 60_000);

  it('shows the recounted figures of the whole cycle, for every unit and year', async () => {
    const recount = new CycleRecount(loaded);
    for (const { id } of loaded.scenarios)
      for (const year of loaded.years(id))
        expect(await cycleDifferences(views, recount, loaded.unitIds(id), year)).toEqual([]);
  }, 60_000);

  it('has something of every year’s end for whoever signs in', async () => {
    const idOf = (role: string): string =>
      demoPeople(loaded.scenarios, DEMO_SEED).find(({ username }) => username === role)!.personId!;
    const [member, inspector] = [idOf('member'), idOf('inspector')];
    expect(await views.sheets.ratingsOf(member)).toMatchObject([{ year: 2020, state: 'final' }]);
    expect(await views.months.reviewsOf(member, 2020)).toHaveLength(4);
    expect(await views.honours.awards({ subjectId: member, limit: 9 })).not.toEqual([]);
    const [remedies, awaiting] = [
      await views.months.obligations({ ownerId: inspector, openOnly: true, limit: 9 }),
      await views.months.obligations({ ownerId: idOf('committee'), openOnly: true, limit: 9 }),
    ];
    expect(remedies).toMatchObject([{ kind: 'remedy', status: 'open' }]);
    // The secretary is to look at it.
    expect(awaiting).toMatchObject([{ kind: 'remedy', status: 'reported' }]);
    const [warrant] = loaded.all('WarrantIssued').filter(({ data }) => data.year === 2023);
    expect(warrant!.data.leadId).toBe(inspector);
  });

  it('leaves some out where the articles name faults', () => {
    for (const id of ['phu-tho', 'binh-dai'])
      for (const year of loaded.years(id)) {
        const { registrations, obliged } = loaded.recount.figures(year).get(id)!;
        expect(registrations).toBeLessThan(obliged);
        expect(registrations / obliged).toBeGreaterThan(0.95);
      }
    for (const { id } of loaded.scenarios) {
      const late = loaded.events('RegistrationSubmitted', id).filter(({ data }) => data.late);
      expect([id, late.length > 0]).toEqual([id, !['lang-son', 'bac-kan'].includes(id)]);
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
}

const packOf = (year: number): string =>
  `vn-${[2006, 2011, 2016, 2021, 2026].findLast((from) => from <= year)!}`;
