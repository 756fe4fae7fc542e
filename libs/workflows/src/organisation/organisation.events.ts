/*
 * The stored format of `orgUnit-{unitId}` streams. What is written here is on disk for ever: add
 * fields as optional, raise `schemaVersion` with an upcaster for anything else.
 */

/** Kinds of unit, from the top of the tree down. */
export const LEVELS = [
  'centre',
  'province',
  'sector',
  'bloc',
  'district',
  'ward',
  'organ',
  'base',
  'cell',
] as const;
export type Level = (typeof LEVELS)[number];

/** Posts in a unit. `commission` is a member of the unit's inspection commission. */
export const OFFICES = ['secretary', 'deputy', 'committee', 'commission'] as const;
export type Office = (typeof OFFICES)[number];

interface OfUnit {
  unitId: string;
  /** ISO date on which it takes effect. */
  on: string;
  /** Number of the decision it rests on. */
  decisionNo: string;
}

/** How often the cell committee remarks on what members registered. */
export const CADENCES = ['monthly', 'quarterly'] as const;
export type Cadence = (typeof CADENCES)[number];

interface Closed extends OfUnit {
  /** The unit that inherits members, children and open items. */
  heirId: string;
  parentId: string | null;
  /** First year in which the closed unit owes no plan any more. */
  plansUntil: number;
  /** Whether the unit owed plans at all. */
  owesPlans: boolean;
}

interface Officer {
  unitId: string;
  memberId: string;
  office: Office;
  on: string;
  decisionNo: string;
}

export interface OrganisationFacts {
  OrgFounded: {
    data: OfUnit & {
      name: string;
      level: Level;
      parentId: string | null;
      /** First year for which the unit owes a year plan; absent: its level owes none. */
      plansFrom?: number;
    };
  };
  OrgRenamed: { data: OfUnit & { name: string; previousName: string } };
  OrgReparented: {
    data: OfUnit & { fromParentId: string | null; toParentId: string };
  };
  OrgMerged: { data: Closed };
  OrgSplit: { data: Closed & { into: readonly string[] } };
  OrgDissolved: { data: Closed };
  OfficerAppointed: { data: Officer };
  OfficerEnded: { data: Officer };
  ReviewCadenceChosen: { data: { unitId: string; cadence: Cadence; fromYear: number } };
}

/** What other workflows may know of a unit. */
export interface OrgUnitView {
  readonly unitId: string;
  readonly name: string;
  readonly level: Level | undefined;
  readonly parentId: string | null;
  /** ISO date; undefined while the unit is open. */
  readonly closedOn: string | undefined;
  readonly heirId: string | undefined;
  readonly officers: readonly OfficerView[];
  /** In order of years; absent: none was ever chosen. */
  readonly cadences?: readonly CadenceChoice[];
}

/** From that year on the unit reviews at that pace. */
export interface CadenceChoice {
  readonly fromYear: number;
  readonly cadence: Cadence;
}

/** How often the unit reviews in that year; `otherwise`: the rule pack's pace. */
export const cadenceIn = (
  view: Pick<OrgUnitView, 'cadences'> | undefined,
  year: number,
  otherwise: Cadence,
): Cadence =>
  (view?.cadences ?? []).filter(({ fromYear }) => fromYear <= year).at(-1)?.cadence ?? otherwise;

export interface OfficerView {
  readonly memberId: string;
  readonly office: Office;
  readonly from: string;
  readonly to?: string | undefined;
}
