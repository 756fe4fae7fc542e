import { expect } from '@jest/globals';
import type { Check, EventOf, Loaded } from '../loaded.fixtures.js';

/** Awards, contests, models, pacts, the steering committee. */
export const HONOURS_CHECKS: Readonly<Record<string, Check>> = {
  async 'bac-kan: indicator AWARDS'(loaded, views) {
    const total = await awardsOf(loaded, views, 'bac-kan');
    expect(total).toBeGreaterThanOrEqual(300);
  },

  async 'binh-dai: indicator AWARDS'(loaded, views) {
    expect(await awardsOf(loaded, views, 'binh-dai')).toBe(77);
    const counts = await views.honours.awardCounts(loaded.unitIds('binh-dai'), 2021, 2022);
    const recounted = new Map<string, number>();
    for (const { data } of standing(loaded, 'binh-dai')) {
      const key = `${data.level} ${data.on.slice(0, 4)} ${data.subjectKind}`;
      recounted.set(key, (recounted.get(key) ?? 0) + 1);
    }
    expect(
      new Map(
        counts.map(({ level, year, subjectKind, count }) => [
          `${level} ${year} ${subjectKind}`,
          count,
        ]),
      ),
    ).toEqual(recounted);
    expect([...recounted.keys()].toSorted()).toEqual([
      ...['base 2021 member', 'base 2021 unit', 'base 2022 member', 'base 2022 unit'],
      ...['district 2021 member', 'district 2021 unit'],
      ...['district 2022 member', 'district 2022 unit'],
    ]);
  },

  'binh-dai: capability a commendation dossier collects the monthly merits by itself': dossiers,

  'lang-son: capability steering committee with dated task assignments'(loaded) {
    const [formed] = loaded.events('SteeringCommitteeFormed', 'lang-son');
    expect(formed!.data).toMatchObject({ unitId: 'lang-son', fromYear: 2006, toYear: 2010 });
    const members = formed!.data.members.map(({ memberId }) => memberId);
    expect(members.length).toBeGreaterThanOrEqual(5);
    const assigned = loaded.events('SteeringTaskAssigned', 'lang-son');
    for (const year of loaded.years('lang-son')) {
      const ofYear = assigned.filter(({ data }) => data.on.startsWith(`${year}-`));
      expect(ofYear.map(({ data }) => data.ownerId).toSorted()).toEqual(members.toSorted());
      for (const { data } of ofYear) expect(data.due > data.on).toBe(true);
    }
    const reported = loaded.events('SteeringTaskReported', 'lang-son');
    expect(reported).toHaveLength(assigned.length);
    expect(reported.some(({ data }) => data.late)).toBe(true);
  },

  'lang-son: capability pact criterion linked to a programme, signed and scored': pacts,

  async 'lang-son: capability contest with entries, results and an award decision'(loaded, views) {
    await contestOf(loaded, views, 'lang-son', 'member');
    const [announced] = loaded.events('ContestAnnounced', 'lang-son');
    expect(announced!.data.title).toBe('Tìm hiểu tấm gương đạo đức Hồ Chí Minh');
  },

  async 'lang-son: capability commendation for the period 2006-2010'(loaded, { honours }) {
    const period = { fromYear: 2006, toYear: 2010 };
    const decided = standing(loaded, 'lang-son').filter(
      ({ data }) => data.period.fromYear === 2006 && data.period.toYear === 2010,
    );
    expect(new Set(decided.map(({ data }) => data.subjectKind))).toEqual(
      new Set(['member', 'unit']),
    );
    expect(decided.length).toBeGreaterThanOrEqual(10);
    const listed = await honours.awards({ unitIds: loaded.unitIds('lang-son'), limit: 10_000 });
    for (const { data } of decided) {
      expect(listed.find(({ awardId }) => awardId === data.awardId)).toMatchObject(period);
      const years = data.ratings.map(({ year }) => year);
      // The rating of the last year becomes final only in the next.
      if (data.subjectKind === 'member') expect(years).toEqual([2006, 2007, 2008, 2009]);
    }
  },

  async 'thang-tam: indicator MODELS'(loaded, { indicators, honours }) {
    const recognised = loaded.events('ModelRecognised', 'thang-tam');
    let total = 0;
    for (const year of loaded.years('thang-tam'))
      total += (await indicators.indicators('thang-tam', year, 'then')).MODELS.numerator;
    expect([recognised.length, total]).toEqual([5, 5]);
    const models = await honours.models(loaded.unitIds('thang-tam'));
    expect(models.map(({ name }) => name).toSorted()).toEqual(NAMES.toSorted());
  },

  'thang-tam: capability contest with prizes for units, awarded by a decision': (loaded, views) =>
    contestOf(loaded, views, 'thang-tam', 'unit'),
};

const NAMES = [
  'Tang lễ ở khu dân cư',
  'Điện thoại cải cách hành chính',
  'Khu phố hiếu học',
  'Xây dựng hình ảnh người CBCC thân thiện',
  'Chuyển đổi ngành nghề, phát triển kinh tế gia đình',
];

/** Awards decided and not revoked. */
function standing(loaded: Loaded, id: string): readonly EventOf<'AwardDecided'>[] {
  const revoked = new Set(loaded.events('AwardRevoked', id).map(({ data }) => data.awardId));
  return loaded.events('AwardDecided', id).filter(({ data }) => !revoked.has(data.awardId));
}

/** Awards of all years, which the dashboard shows year by year. */
async function awardsOf(
  loaded: Loaded,
  { indicators }: Parameters<Check>[1],
  id: string,
): Promise<number> {
  const awards = standing(loaded, id);
  for (const year of loaded.years(id)) {
    const counted = awards.filter(({ data }) => data.on.startsWith(`${year}-`)).length;
    const { AWARDS } = await indicators.indicators(id, year, 'then');
    expect([year, AWARDS.numerator]).toEqual([year, counted]);
  }
  return awards.length;
}

/** What a dossier cites is every merit noted of the nominee until that day, and nothing else. */
function dossiers(loaded: Loaded): void {
  const noted = new Map<string, { on: string; eventId: string }[]>();
  const note = (kind: string, id: string, merit: { on: string; eventId: string }): void =>
    void noted.set(`${kind} ${id}`, [...(noted.get(`${kind} ${id}`) ?? []), merit]);
  for (const { data, stream, revision } of loaded.events('MeritNoted', 'binh-dai'))
    note(data.subjectKind, data.subjectId, { on: data.on, eventId: `${stream}@${revision}` });
  for (const { data, stream, revision } of loaded.events('DeedRemarked', 'binh-dai'))
    if (data.merit === 'notable')
      note('member', data.memberId, { on: data.on, eventId: `${stream}@${revision}` });
  let cited = 0;
  for (const { data, occurredAt } of loaded.events('DossierCompleted', 'binh-dai')) {
    const day = occurredAt.slice(0, 10);
    const merits = (noted.get(`${data.subjectKind} ${data.subjectId}`) ?? []).filter(({ on }) => {
      const year = Number(on.slice(0, 4));
      return on < day && data.period.fromYear <= year && year <= data.period.toYear;
    });
    expect(data.merits.map(({ eventId }) => eventId).toSorted()).toEqual(
      merits.map(({ eventId }) => eventId).toSorted(),
    );
    cited += merits.length;
  }
  expect(cited).toBeGreaterThan(77);
}

/** Every cell signs every year; one criterion measures a plan that was issued; all is scored. */
async function pacts(loaded: Loaded, { honours }: Parameters<Check>[1]): Promise<void> {
  const signed = loaded.events('PactSigned', 'lang-son');
  const scored = new Map(
    loaded.events('PactScored', 'lang-son').map(({ stream, data }) => [stream, data]),
  );
  const issued = new Map(
    loaded.events('PlanIssued', 'lang-son').map(({ stream, data }) => [stream, data.on]),
  );
  expect(signed).toHaveLength(14 * 5);
  for (const { stream, data } of signed) {
    const [linked] = data.criteria.filter(({ programmeId }) => programmeId !== undefined);
    expect(issued.get(`plan-${linked!.programmeId!}`)! < data.on).toBe(true);
    const { scores, total } = scored.get(stream)!;
    expect(total).toBe(scores.reduce((sum, { points }) => sum + points, 0));
  }
  for (const year of loaded.years('lang-son')) {
    const listed = await honours.pacts(loaded.unitIds('lang-son'), year);
    expect(listed).toHaveLength(14);
    for (const { linked, total, unitId } of listed) {
      expect(linked).toBe(1);
      expect(total).toBe(scored.get(`pact-${unitId}-${year}`)!.total);
    }
  }
}

/** Entries, points by every judge, prizes to the best, each of them an award that was decided. */
async function contestOf(
  loaded: Loaded,
  { honours }: Parameters<Check>[1],
  id: string,
  kind: 'member' | 'unit',
): Promise<void> {
  const [judged] = loaded.events('ContestJudged', id);
  const [awarded] = loaded.events('ContestAwarded', id);
  const entries = loaded.events('EntrySubmitted', id);
  const prizes = judged!.data.results.filter(({ prize }) => prize !== undefined);
  expect(entries.length).toBeGreaterThanOrEqual(8);
  expect(judged!.data.results).toHaveLength(entries.length);
  expect(prizes.map(({ rank }) => rank)).toEqual([1, 2, 3, 4]);
  expect(prizes.every(({ subjectKind }) => subjectKind === kind)).toBe(true);
  expect(awarded!.data.decisionNo).toMatch(/\d/);
  const decided = standing(loaded, id).filter(({ data }) => data.occasion === 'contest');
  expect(decided.map(({ data }) => data.awardId).toSorted()).toEqual(
    awarded!.data.awards.toSorted(),
  );
  const [listed] = await honours.contests([id]);
  expect(listed).toMatchObject({ entries: entries.length, prizes: prizes.length });
}
