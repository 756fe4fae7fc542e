import type { GivenFact } from '#libs/projections/testing';
import type {
  MembershipFacts,
  OrganisationFacts,
  ProgrammeFacts,
  RegistrationFacts,
} from '#libs/workflows';

type Facts = OrganisationFacts & MembershipFacts & ProgrammeFacts & RegistrationFacts;
type Data<Type extends keyof Facts> = Facts[Type] extends { data: infer D } ? D : never;

/** A fact with the types of its workflow. */
const fact = <Type extends keyof Facts>(
  stream: string,
  type: Type,
  data: Data<Type>,
  more: Pick<GivenFact, 'sealed' | 'occurredAt'> = {},
): GivenFact => ({ stream, type, data: data as object, ...more });

const DECISION = { decisionNo: '1-QĐ/TU' };

/** Events of the workflows, with defaults for what a specification does not care about. */
export const founded = (
  unitId: string,
  parentId: string | null,
  more: Partial<Data<'OrgFounded'>> = {},
): GivenFact =>
  fact(`orgUnit-${unitId}`, 'OrgFounded', {
    unitId,
    parentId,
    on: '2016-01-01',
    name: `Đảng bộ ${unitId}`,
    level: 'base',
    ...DECISION,
    ...more,
  });

export const renamed = (unitId: string, name: string, on: string): GivenFact =>
  fact(`orgUnit-${unitId}`, 'OrgRenamed', { unitId, name, previousName: '', on, ...DECISION });

export const reparented = (
  unitId: string,
  fromParentId: string | null,
  toParentId: string,
  on: string,
): GivenFact =>
  fact(`orgUnit-${unitId}`, 'OrgReparented', { unitId, fromParentId, toParentId, on, ...DECISION });

export const merged = (
  unitId: string,
  heirId: string,
  on: string,
  more: Partial<Data<'OrgMerged'>> = {},
): GivenFact =>
  fact(`orgUnit-${unitId}`, 'OrgMerged', {
    unitId,
    heirId,
    parentId: null,
    on,
    plansUntil: Number(on.slice(0, 4)),
    owesPlans: false,
    ...DECISION,
    ...more,
  });

export const appointed = (unitId: string, memberId: string, on: string): GivenFact =>
  fact(`orgUnit-${unitId}`, 'OfficerAppointed', {
    unitId,
    memberId,
    office: 'secretary',
    on,
    ...DECISION,
  });

export const officerEnded = (unitId: string, memberId: string, on: string): GivenFact =>
  fact(`orgUnit-${unitId}`, 'OfficerEnded', {
    unitId,
    memberId,
    office: 'secretary',
    on,
    ...DECISION,
  });

export const admitted = (
  memberId: string,
  unitId: string,
  countsFrom = 2016,
  fullName = `Nguyễn Văn ${memberId}`,
): GivenFact =>
  fact(
    `membership-${memberId}`,
    'MemberAdmittedToUnit',
    { memberId, unitId, status: 'official', on: `${countsFrom}-01-02`, countsFrom },
    { sealed: { person: { of: memberId, value: { fullName } } } },
  );

export const moved = (
  memberId: string,
  fromUnitId: string,
  toUnitId: string,
  countsFrom: number,
  more: Partial<Data<'MemberMoved'>> = {},
): GivenFact =>
  fact(`membership-${memberId}`, 'MemberMoved', {
    memberId,
    fromUnitId,
    toUnitId,
    on: `${countsFrom}-01-05`,
    countsFrom,
    countedUnitId: fromUnitId,
    obliged: true,
    leader: false,
    ...more,
  });

export const exempted = (
  memberId: string,
  countedUnitId: string,
  exemptFrom: number,
  leader = false,
): GivenFact =>
  fact(`membership-${memberId}`, 'ExemptionGranted', {
    memberId,
    countedUnitId,
    leader,
    exemptFrom,
    on: `${exemptFrom}-01-05`,
  });

export const exemptionEnded = (
  memberId: string,
  countedUnitId: string,
  countsFrom: number,
  leader = false,
): GivenFact =>
  fact(`membership-${memberId}`, 'ExemptionEnded', {
    memberId,
    countedUnitId,
    leader,
    countsFrom,
    on: `${countsFrom}-01-05`,
  });

export const ended = (
  memberId: string,
  countedUnitId: string,
  endsFrom: number,
  more: Partial<Data<'MembershipEnded'>> = {},
): GivenFact =>
  fact(`membership-${memberId}`, 'MembershipEnded', {
    memberId,
    countedUnitId,
    unitId: countedUnitId,
    reason: 'moved_abroad',
    endsFrom,
    on: `${endsFrom}-01-05`,
    obliged: true,
    leader: false,
    ...more,
  });

export const leads = (
  memberId: string,
  unitId: string,
  leaderFrom?: number,
  more: Partial<Data<'OfficeRecorded'>> = {},
): GivenFact =>
  fact(`membership-${memberId}`, 'OfficeRecorded', {
    memberId,
    unitId,
    office: 'secretary',
    leading: true,
    countedUnitId: unitId,
    on: `${leaderFrom ?? 2016}-01-05`,
    ...(leaderFrom !== undefined && { leaderFrom }),
    ...more,
  });

export const leadsNoMore = (
  memberId: string,
  unitId: string,
  leaderUntil: number,
  more: Partial<Data<'OfficeLapsed'>> = {},
): GivenFact =>
  fact(`membership-${memberId}`, 'OfficeLapsed', {
    memberId,
    unitId,
    office: 'secretary',
    countedUnitId: unitId,
    on: `${leaderUntil}-01-05`,
    leaderUntil,
    ...more,
  });

interface Counts {
  readonly deeds?: number;
  readonly specific?: number;
  readonly withinLimits?: boolean;
}
const countsOf = ({ deeds = 2, specific = 1, withinLimits = true }: Counts) => ({
  deeds,
  specific,
  withinLimits,
});

const form = (memberId: string) => ({
  sealed: { form: { of: memberId, value: { deeds: [], areas: [], justifications: [] } } },
});

export const submitted = (memberId: string, unitId: string, year: number): GivenFact =>
  fact(
    `commitment-${memberId}-${year}`,
    'RegistrationSubmitted',
    {
      memberId,
      year,
      unitId,
      deeds: [],
      counts: countsOf({}),
      leader: false,
      personalPlan: false,
      late: true,
    },
    { ...form(memberId), occurredAt: `${year}-02-01T08:00:00.000Z` },
  );

export const returned = (memberId: string, unitId: string, year: number): GivenFact =>
  fact(
    `commitment-${memberId}-${year}`,
    'RegistrationReturned',
    { memberId, year, unitId, lines: [] },
    { occurredAt: `${year}-02-10T08:00:00.000Z` },
  );

export const endorsed = (
  memberId: string,
  countedUnitId: string,
  year: number,
  more: Counts & { readonly leader?: boolean; readonly personalPlan?: boolean } = {},
): GivenFact =>
  fact(
    `commitment-${memberId}-${year}`,
    'RegistrationEndorsed',
    {
      memberId,
      year,
      countedUnitId,
      unitId: countedUnitId,
      counts: countsOf(more),
      leader: more.leader ?? false,
      personalPlan: more.personalPlan ?? false,
    },
    { occurredAt: `${year}-02-20T08:00:00.000Z` },
  );

export const adjusted = (
  memberId: string,
  countedUnitId: string,
  year: number,
  previous: Counts,
  now: Counts,
): GivenFact =>
  fact(
    `commitment-${memberId}-${year}`,
    'RegistrationAdjusted',
    {
      memberId,
      year,
      countedUnitId,
      unitId: countedUnitId,
      deeds: [],
      counts: countsOf(now),
      previousCounts: countsOf(previous),
      leader: false,
      personalPlan: false,
      previousPersonalPlan: false,
    },
    {
      sealed: { ...form(memberId).sealed, reason: { of: memberId, value: 'thay đổi công tác' } },
    },
  );

export const planIssued = (unitId: string, year: number, on: string): GivenFact =>
  fact(`plan-${unitId}-${year}`, 'PlanIssued', {
    planId: `${unitId}-${year}`,
    unitId,
    kind: 'year',
    fromYear: year,
    toYear: year,
    on,
    due: `${year}-03-31`,
    number: '2-KH/ĐU',
    termPlan: true,
    breakthrough: true,
  });
