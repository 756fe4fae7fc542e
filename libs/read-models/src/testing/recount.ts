import type { GivenFact } from '#libs/projections/testing';
import type {
  MembershipFacts,
  OrganisationFacts,
  ProgrammeFacts,
  RegistrationFacts,
} from '#libs/workflows';
import { UnitMap } from '../unit-map.js';

type Facts = OrganisationFacts & MembershipFacts & ProgrammeFacts & RegistrationFacts;
type Recorded = {
  [Type in keyof Facts]: { type: Type; data: Facts[Type] extends { data: infer D } ? D : never };
}[keyof Facts];

interface Contribution {
  readonly measure: string;
  readonly unitId: string;
  readonly year: number;
  readonly amount: number;
  readonly lasting: boolean;
}

/** Measures by name. */
export type Recounted = Readonly<Record<string, number>>;

const registrationPart = (
  data: { countedUnitId: string; year: number },
  counts: { deeds: number; specific: number; withinLimits: boolean },
  leaderPlan: boolean,
  sign: number,
): Contribution[] => {
  const one = (measure: string, amount: number): Contribution => ({
    measure,
    unitId: data.countedUnitId,
    year: data.year,
    amount: sign * amount,
    lasting: false,
  });
  return [
    one('deeds', counts.deeds),
    one('specific_deeds', counts.specific),
    one('within_limits', Number(counts.withinLimits)),
    one('leader_plans', Number(leaderPlan)),
  ];
};

/** Each fact's part in the figures, straight from the definitions of the indicators. */
function contributions({ type, data }: Recorded): Contribution[] {
  const lasting = (
    measure: string,
    unitId: string,
    year: number,
    amount: number,
  ): Contribution => ({
    measure,
    unitId,
    year,
    amount,
    lasting: true,
  });
  const people = (
    unitId: string,
    year: number,
    amount: number,
    leader: boolean,
  ): Contribution[] => [
    lasting('obliged', unitId, year, amount),
    lasting('leaders', unitId, year, leader ? amount : 0),
  ];
  switch (type) {
    case 'MemberAdmittedToUnit':
      return people(data.unitId, data.countsFrom, 1, false);
    case 'ExemptionGranted':
      return people(data.countedUnitId, data.exemptFrom, -1, data.leader);
    case 'ExemptionEnded':
      return people(data.countedUnitId, data.countsFrom, 1, data.leader);
    case 'MemberMoved':
      return data.obliged
        ? [
            ...people(data.countedUnitId, data.countsFrom, -1, data.leader),
            ...people(data.toUnitId, data.countsFrom, 1, data.leader),
          ]
        : [];
    case 'MembershipEnded':
      return data.obliged ? people(data.countedUnitId, data.endsFrom, -1, data.leader) : [];
    case 'OfficeRecorded':
      return data.leaderFrom === undefined || data.exempt === true
        ? []
        : [lasting('leaders', data.countedUnitId, data.leaderFrom, 1)];
    case 'OfficeLapsed':
      return data.leaderUntil === undefined || data.exempt === true
        ? []
        : [lasting('leaders', data.countedUnitId, data.leaderUntil, -1)];
    case 'RegistrationEndorsed': {
      const { countedUnitId: unitId, year, leader, personalPlan, counts } = data;
      const registration = { measure: 'registrations', unitId, year, amount: 1, lasting: false };
      return [registration, ...registrationPart(data, counts, leader && personalPlan, 1)];
    }
    case 'RegistrationAdjusted': {
      const { leader, personalPlan, previousPersonalPlan } = data;
      return [
        ...registrationPart(data, data.counts, leader && personalPlan, 1),
        ...registrationPart(data, data.previousCounts, leader && previousPersonalPlan, -1),
      ];
    }
    default:
      return [];
  }
}

/**
 * A plain recount of the figures of people: every fact's part, placed on the final map of its year
 * (or of `date`), added up for the unit and the year. Slow and simple, to check the fast one.
 */
export function recount(
  facts: readonly GivenFact[],
  unitId: string,
  year: number,
  date?: string,
): Recounted {
  const map = new UnitMap();
  const recorded = facts as unknown as readonly Recorded[];
  for (const { type, data } of recorded) {
    if (type === 'OrgFounded') map.found(data.unitId, data.on);
    if (type === 'OrgFounded') map.edge(data.unitId, data.on, data.parentId);
    if (type === 'OrgReparented') map.edge(data.unitId, data.on, data.toParentId);
    if (type === 'OrgMerged' || type === 'OrgSplit' || type === 'OrgDissolved')
      map.close(data.unitId, data.on, data.heirId);
  }
  const sums: Record<string, number> = {};
  for (const part of recorded.flatMap(contributions)) {
    if (part.lasting ? part.year > year : part.year !== year) continue;
    const landed = map.landingIn(part.unitId, year);
    const path = date === undefined ? map.pathIn(landed, year) : map.pathAt(landed, date);
    if (path.includes(unitId)) sums[part.measure] = (sums[part.measure] ?? 0) + part.amount;
  }
  return sums;
}
