import { expect } from '@jest/globals';
import type { Outcome } from '#libs/engine';
import { DEMO_SEED, demoPeople } from '#libs/scenarios';
import { AREAS, type PlanView, RULE_PACKS, type SubmitRegistration } from '#libs/workflows';
import type { Check, Loaded } from '../loaded.fixtures.js';

/** Registrations and plans. */
export const REGISTRATION_CHECKS: Readonly<Record<string, Check>> = {
  'bac-kan: indicator REG_RATE': (loaded) => everyYearComplete(loaded, 'bac-kan'),
  'lang-son: indicator REG_RATE': (loaded) => everyYearComplete(loaded, 'lang-son'),

  'bac-kan: indicator DEED_OK'(loaded) {
    for (const year of loaded.years('bac-kan')) {
      const { within_limits, registrations } = loaded.recount.figures(year).get('bac-kan')!;
      expect([year, within_limits]).toEqual([year, registrations]);
    }
    for (const { data } of loaded.events('RegistrationEndorsed', 'bac-kan'))
      expect([2, 3]).toContain(data.counts.deeds);
  },

  'bac-kan: refused a registration with 1 deed': async (loaded) =>
    expect(codesOf(await submitNow(loaded, deeds(1)))).toEqual(['DEEDS_LT_MIN']),

  'bac-kan: refused a registration with 4 deeds': async (loaded) =>
    expect(codesOf(await submitNow(loaded, deeds(4)))).toEqual(['DEEDS_GT_MAX']),

  'bac-kan: capability a leader without a personal action plan cannot be endorsed':
    appointedAfterwards,

  ['bac-kan: capability every indicator on the old map (23) and on the new map (15) of units' +
  ', both correct for the same year']: bothMaps,

  'binh-dai: capability a registered item cites a shortcoming of year N-1'(loaded) {
    const found = new Set(
      loaded
        .events('RegistrationAssessed', 'binh-dai')
        .flatMap(({ data }) =>
          data.shortcomings.map(({ id }) => `${data.memberId} ${data.year + 1} ${id}`),
        ),
    );
    for (const { data } of loaded.all('ShortcomingsCarriedOver'))
      for (const { id } of data.shortcomings) found.add(`${data.memberId} ${data.year} ${id}`);
    const cited = loaded
      .events('RegistrationSubmitted', 'binh-dai')
      .flatMap(({ data }) =>
        data.deeds
          .filter(({ shortcomingId }) => shortcomingId !== undefined)
          .map(({ shortcomingId }) => `${data.memberId} ${data.year} ${shortcomingId!}`),
      );
    expect(cited.length).toBeGreaterThan(100);
    expect(cited.filter((one) => !found.has(one))).toEqual([]);
  },

  ['binh-dai: capability publication record of a commitment - channel, date' +
  ', text version, legal basis']: onTheRadio,

  'phu-tho: capability a commitment form with exactly seven areas, defined by the rule pack'(
    loaded,
  ) {
    const pack = RULE_PACKS.find(({ id }) => id === 'vn-2016')!;
    expect(pack.registration.areas).toEqual([...AREAS]);
    expect(pack.registration.areas).toHaveLength(7);
    for (const { rulePack, sealed } of loaded.events('RegistrationSubmitted', 'phu-tho')) {
      const form = sealed!['form']!.value as { areas: { area: string }[] };
      expect(rulePack).toBe('vn-2016');
      expect(form.areas.map(({ area }) => area)).toEqual(pack.registration.areas);
    }
  },

  'phu-tho: indicator PLAN_ONTIME'(loaded) {
    const issued = loaded
      .events('PlanIssued', 'phu-tho')
      .filter(({ data }) => data.kind === 'year');
    for (const year of loaded.years('phu-tho')) {
      const { plans_on_time, plans_owed } = loaded.recount.figures(year).get('phu-tho')!;
      const late = issued.filter(({ data }) => data.fromYear === year && data.on > data.due);
      expect(plans_owed).toBe(73);
      expect(late.length).toBeGreaterThan(0);
      expect(plans_on_time).toBe(plans_owed - late.length);
    }
  },

  'phu-tho: capability term plan before year plan, warning when it is missing'(loaded) {
    const issued = loaded.events('PlanIssued', 'phu-tho').map(({ data }) => data);
    const withTerm = new Map(
      issued.filter(({ kind }) => kind === 'term').map(({ unitId, on }) => [unitId, on]),
    );
    const years = issued.filter(({ kind }) => kind === 'year');
    for (const { unitId, on, termPlan } of years) {
      const term = withTerm.get(unitId);
      expect([unitId, termPlan]).toEqual([unitId, term !== undefined && term <= on]);
    }
    expect(years.some(({ termPlan }) => termPlan)).toBe(true);
    expect(years.some(({ termPlan }) => !termPlan)).toBe(true);
  },

  "phu-tho: capability the head's personal plan is separate from the collective plan": headsPlan,
};

/** Everybody obliged is endorsed, the number is a real one, and no unit is below 100 %. */
function everyYearComplete(loaded: Loaded, id: string): void {
  for (const year of loaded.years(id)) {
    const figures = loaded.recount.figures(year);
    const { registrations, obliged } = figures.get(id)!;
    expect([year, registrations]).toEqual([year, obliged]);
    expect(obliged).toBeGreaterThan(0.95 * loaded.scenario(id).members);
    for (const [unitId, unit] of figures)
      if (unitId.startsWith(`${id}.`))
        expect([unitId, year, unit.registrations]).toEqual([unitId, year, unit.obliged]);
  }
}

const deeds = (count: number): SubmitRegistration => ({
  deeds: Array.from({ length: count }, (_, index) => ({
    area: AREAS[index]!,
    content: `Việc ${index + 1}`,
    measure: 'Hằng tháng',
    target: '12 lần',
    deadline: '2023-11-30',
    evidence: 'report',
  })),
  areas: AREAS.map((area) => ({ area })),
});

const demo = (loaded: Loaded, username: string): string =>
  demoPeople(loaded.scenarios, DEMO_SEED).find((person) => person.username === username)!.personId!;

let sent = 0;
const act = (
  { world }: Loaded,
  workflow: string,
  id: string,
  command: string,
  by: string,
  input: object,
): Promise<Outcome> => {
  world.clock.set('2023-02-01T02:00:00.000Z');
  const kind = by.startsWith('system.') ? 'system' : 'person';
  return world.execute({
    workflow,
    id,
    command,
    input,
    actor: { id: by, kind },
    commandId: `check-${(sent += 1)}`,
  });
};

const codesOf = (outcome: Outcome): readonly string[] =>
  outcome.kind === 'refused' ? outcome.reasons.map(({ code }) => code) : [outcome.kind];

/** The demonstration's member, in the first year after everything loaded. */
const submitNow = (loaded: Loaded, form: SubmitRegistration): Promise<Outcome> =>
  act(
    loaded,
    'registration',
    `${demo(loaded, 'member')}-2023`,
    'submit',
    demo(loaded, 'member'),
    form,
  );

/** Hands in as a member, is made a deputy, and only then is to be endorsed. */
async function appointedAfterwards(loaded: Loaded): Promise<void> {
  const member = demo(loaded, 'inspector');
  const secretary = demo(loaded, 'secretary');
  const id = `${member}-2023`;
  const endorse = () => act(loaded, 'registration', id, 'endorse', secretary, {});
  expect((await act(loaded, 'registration', id, 'submit', member, deeds(2))).kind).toBe('accepted');
  const unitId = loaded.recount.units.find((unit) => unit.endsWith('.c1'))!;
  const appointment = { memberId: member, office: 'deputy', on: '2023-01-31', decisionNo: '1' };
  const appointed = await act(
    loaded,
    'organisation',
    unitId,
    'appointOfficer',
    'system.test',
    appointment,
  );
  expect(appointed.kind).toBe('accepted');
  await loaded.world.settled();
  expect(codesOf(await endorse())).toEqual(['LEADER_PLAN_MISSING']);
  const remarks = [{ path: 'personalPlan', text: 'Thiếu kế hoạch cá nhân' }];
  await act(loaded, 'registration', id, 'return', secretary, { remarks });
  const withPlan = { ...deeds(2), personalPlan: 'Nêu gương trên cương vị phó bí thư' };
  expect(codesOf(await act(loaded, 'registration', id, 'submit', member, deeds(2)))).toEqual([
    'LEADER_PLAN_MISSING',
  ]);
  expect((await act(loaded, 'registration', id, 'submit', member, withPlan)).kind).toBe('accepted');
  expect((await endorse()).kind).toBe('accepted');
}

/** 23 communes before the merger, 15 after it, and the district's figures of 2020 on both maps. */
function bothMaps({ recount }: Loaded): void {
  const district = 'bac-kan.h3';
  expect(recount.children(district, '2019-12-31')).toHaveLength(23);
  expect(recount.children(district, '2020-01-01')).toHaveLength(15);
  const before = recount.figures(2020, '2019-12-31');
  const after = recount.figures(2020, '2022-12-31');
  expect(after.get(district)!.obliged).toBe(before.get(district)!.obliged);
  expect(after.get(district)!.registrations).toBe(before.get(district)!.registrations);
  const sum = (map: typeof before, day: string): number =>
    recount
      .children(district, day)
      .reduce((total, unitId) => total + map.get(unitId)!.registrations, 0);
  expect(sum(before, '2019-12-31')).toBe(before.get(district)!.registrations);
  expect(sum(after, '2022-12-31')).toBe(after.get(district)!.registrations);
  for (const closed of recount.children(district, '2019-12-31').slice(15)) {
    expect(before.get(closed)!.registrations).toBeGreaterThan(0);
    expect(after.get(closed)!.registrations).toBe(0);
  }
}

/** Every secretary of a commune or town with a registration in force, on the radio, by another. */
function onTheRadio(loaded: Loaded): void {
  const published = loaded.events('RegistrationPublished', 'binh-dai');
  const secretaries = loaded
    .events('OfficerAppointed', 'binh-dai')
    .filter(({ data }) => data.office === 'secretary' && /^binh-dai\.x\d+$/.test(data.unitId))
    .map(({ data }) => data.memberId);
  expect(new Set(secretaries).size).toBe(20);
  const inForce = loaded
    .events('RegistrationEnteredIntoForce', 'binh-dai')
    .filter(({ data }) => secretaries.includes(data.memberId));
  expect(published.map(({ stream }) => stream).sort()).toEqual(
    inForce.map(({ stream }) => stream).sort(),
  );
  for (const { data, actor, revision } of published) {
    expect(data).toMatchObject({ channel: 'local_radio', legalBasis: expect.any(String) });
    expect(data.on).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(data.textRevision).toBeLessThan(revision);
    expect(actor).not.toBe(data.memberId);
  }
}

/** A head has a personal plan sealed in the own registration; the unit's plan is another stream. */
async function headsPlan(loaded: Loaded): Promise<void> {
  const heads = loaded
    .events('OfficerAppointed', 'phu-tho')
    .filter(({ data }) => data.office === 'secretary' && data.unitId.split('.').length === 2);
  let both = 0;
  for (const { data: head } of heads) {
    const submitted = loaded
      .events('RegistrationSubmitted', 'phu-tho')
      .find(({ data }) => data.memberId === head.memberId && data.year === 2016);
    const collective = (await loaded.world.engine.loadState('programme', `${head.unitId}-2016`)) as
      PlanView | undefined;
    if (submitted === undefined || collective === undefined) continue;
    both += 1;
    const sealed = submitted.sealed!['form']!;
    expect(sealed.of).toBe(head.memberId);
    expect(sealed.value).toMatchObject({ personalPlan: expect.any(String) });
    expect(submitted.data.personalPlan).toBe(true);
    expect(collective.unitId).toBe(head.unitId);
  }
  expect(both).toBeGreaterThanOrEqual(10);
}
