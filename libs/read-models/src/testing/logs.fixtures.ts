import type { GivenFact } from '#libs/projections/testing';
import fc from 'fast-check';
import * as facts from './facts.fixtures.js';

const CELLS = ['c0', 'c1', 'c2', 'c3', 'c4', 'c5'];
const BASES = ['b0', 'b1', 'b2'];
const YEARS = [2016, 2017, 2018, 2019, 2020, 2021];

/** A province with two districts, three bases and six cells. */
export const SMALL_PROVINCE: readonly GivenFact[] = [
  facts.founded('p', null, { level: 'province', plansFrom: 2016 }),
  facts.founded('d0', 'p', { level: 'district', plansFrom: 2016 }),
  facts.founded('d1', 'p', { level: 'district' }),
  facts.founded('b0', 'd0', { plansFrom: 2016 }),
  facts.founded('b1', 'd0', { plansFrom: 2017 }),
  facts.founded('b2', 'd1', { plansFrom: 2016 }),
  ...CELLS.map((id, index) => facts.founded(id, `b${index % 3}`, { level: 'cell' })),
];

type Step = (world: World) => GivenFact[];

/** What has to be known so that the facts of a log fit together. */
interface World {
  readonly unitOf: Map<string, string>;
  readonly parentOf: Map<string, string>;
  readonly closed: Set<string>;
  readonly exempt: Set<string>;
}

const cell = fc.constantFrom(...CELLS);
const base = fc.constantFrom(...BASES);
const year = fc.constantFrom(...YEARS);
const member = fc.integer({ min: 0, max: 9 }).map((number) => `m-${number}`);
/** Inside and outside the registration window. */
const day = fc.constantFrom('01-01', '02-15', '03-31', '04-01', '07-01', '12-31');

const ofMember =
  (memberId: string, facts: (unitId: string, world: World) => GivenFact[]): Step =>
  (world) => {
    const unitId = world.unitOf.get(memberId);
    return unitId === undefined ? [] : facts(unitId, world);
  };

const join = fc.tuple(member, cell, year).map(([memberId, unitId, from]): Step => (world) => {
  if (world.unitOf.has(memberId)) return [];
  world.unitOf.set(memberId, unitId);
  return [facts.admitted(memberId, unitId, from)];
});

const move = fc.tuple(member, cell, year, fc.boolean()).map(([memberId, to, from, leader]): Step =>
  ofMember(memberId, (unitId, world) => {
    world.unitOf.set(memberId, to);
    return [
      facts.moved(memberId, unitId, to, from, { leader, obliged: !world.exempt.has(memberId) }),
    ];
  }),
);

const exemption = fc.tuple(member, year, fc.boolean()).map(([memberId, from, leader]): Step =>
  ofMember(memberId, (unitId, { exempt }) => {
    if (exempt.delete(memberId)) return [facts.exemptionEnded(memberId, unitId, from, leader)];
    exempt.add(memberId);
    return [facts.exempted(memberId, unitId, from, leader)];
  }),
);

const lead = fc
  .tuple(member, year, fc.boolean())
  .map(([memberId, from, begins]): Step =>
    ofMember(memberId, (unitId) => [
      begins ? facts.leads(memberId, unitId, from) : facts.leadsNoMore(memberId, unitId, from),
    ]),
  );

const register = fc
  .tuple(member, year, fc.integer({ min: 0, max: 4 }), fc.boolean(), fc.boolean())
  .map(([memberId, of, deeds, leader, adjusts]): Step =>
    ofMember(memberId, (unitId) => [
      facts.submitted(memberId, unitId, of),
      facts.returned(memberId, unitId, of),
      facts.endorsed(memberId, unitId, of, { deeds, leader, personalPlan: leader }),
      ...(adjusts ? [facts.adjusted(memberId, unitId, of, { deeds }, { deeds: deeds + 1 })] : []),
    ]),
  );

const plan = fc
  .tuple(base, year)
  .map(([unitId, of]): Step => () => [facts.planIssued(unitId, of, `${of}-02-01`)]);

const reparent = fc
  .tuple(cell, base, year, day)
  .map(([unitId, to, of, on]): Step => ({ parentOf }) => {
    const from = parentOf.get(unitId) ?? null;
    parentOf.set(unitId, to);
    return [facts.reparented(unitId, from, to, `${of}-${on}`)];
  });

const merge = fc
  .tuple(cell, cell, year, day)
  .map(([unitId, heirId, of, on]): Step => ({ closed }) => {
    if (unitId === heirId || closed.has(unitId) || closed.has(heirId)) return [];
    closed.add(unitId);
    return [facts.merged(unitId, heirId, `${of}-${on}`)];
  });

/** Logs over the small province; late facts, back-dated changes of the map and all. */
export const provinceLog: fc.Arbitrary<readonly GivenFact[]> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: join },
      { weight: 2, arbitrary: move },
      { weight: 1, arbitrary: exemption },
      { weight: 1, arbitrary: lead },
      { weight: 5, arbitrary: register },
      { weight: 1, arbitrary: plan },
      { weight: 2, arbitrary: reparent },
      { weight: 1, arbitrary: merge },
    ),
    { minLength: 10, maxLength: 60 },
  )
  .map((steps) => {
    const world: World = {
      unitOf: new Map(),
      parentOf: new Map(),
      closed: new Set(),
      exempt: new Set(),
    };
    return [...SMALL_PROVINCE, ...steps.flatMap((step) => step(world))];
  });

export const PROVINCE_UNITS = ['p', 'd0', 'd1', ...BASES, ...CELLS];
export const PROVINCE_YEARS = [...YEARS, 2030];
