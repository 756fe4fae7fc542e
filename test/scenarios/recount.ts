import type { StoredEvent } from '#libs/event-store';
import type {
  DeedCounts,
  MembershipFacts,
  OrganisationFacts,
  ProgrammeFacts,
  RegistrationFacts,
} from '#libs/workflows';

type Facts = OrganisationFacts & MembershipFacts & ProgrammeFacts & RegistrationFacts;
type DataOf<Type extends keyof Facts> = Facts[Type]['data'];

/** The sums behind the six indicators, for one unit, one year, one map. */
export interface Figures {
  registrations: number;
  obliged: number;
  deeds: number;
  specific_deeds: number;
  within_limits: number;
  leaders: number;
  leader_plans: number;
  plans_on_time: number;
  plans_owed: number;
}

const nothing = (): Figures => ({
  registrations: 0,
  obliged: 0,
  deeds: 0,
  specific_deeds: 0,
  within_limits: 0,
  leaders: 0,
  leader_plans: 0,
  plans_on_time: 0,
  plans_owed: 0,
});

interface Unit {
  parents: { on: string; id: string | null }[];
  closed?: { on: string; heirId: string };
  owes?: { from: number; until?: number };
}

/** A registration as endorsed, with what was changed since. */
interface Endorsed {
  unitId: string;
  year: number;
  counts: DeedCounts;
  leaderPlan: boolean;
}

/**
 * The figures counted as slowly and as plainly as can be: every member, registration and plan of
 * the log looked at again for every year and map. Shares nothing with the read models.
 */
export class Recount {
  readonly #units = new Map<string, Unit>();
  /** From a year on a member counts in a unit; null: nowhere. Later facts overrule. */
  readonly #counted = new Map<string, { from: number; unitId: string | null }[]>();
  readonly #leading = new Map<string, { from: number; until?: number }[]>();
  readonly #endorsed = new Map<string, Endorsed>();
  readonly #onTime: { unitId: string; year: number }[] = [];

  constructor(events: Iterable<StoredEvent>) {
    for (const event of events) this.#take(event.type as keyof Facts, event.data);
  }

  /** Ids of all units there ever were. */
  get units(): readonly string[] {
    return [...this.#units.keys()];
  }

  /** Members who count in a year. */
  members(year: number): readonly string[] {
    return [...this.#counted.keys()].filter((id) => this.#unitOf(id, year) !== null);
  }

  /**
   * Every unit's figures of a year on the map of a day (ISO date). The map of the year itself is
   * that of 31 March, when registrations are due. What was a closed unit's counts in its heir.
   */
  figures(year: number, day = `${year}-03-31`): ReadonlyMap<string, Figures> {
    const all = new Map(this.units.map((id) => [id, nothing()]));
    const add = (path: readonly string[], amounts: Partial<Figures>): void => {
      for (const id of path)
        for (const [name, value] of Object.entries(amounts))
          all.get(id)![name as keyof Figures] += value;
    };
    for (const memberId of this.#counted.keys()) {
      const unitId = this.#unitOf(memberId, year);
      if (unitId === null) continue;
      const leads = (this.#leading.get(memberId) ?? []).some(
        ({ from, until }) => from <= year && (until === undefined || year < until),
      );
      add(this.#path(this.#heir(unitId, day), day), { obliged: 1, leaders: Number(leads) });
    }
    for (const { unitId, year: of, counts, leaderPlan } of this.#endorsed.values())
      if (of === year)
        add(this.#path(this.#heir(unitId, day), day), {
          registrations: 1,
          deeds: counts.deeds,
          specific_deeds: counts.specific,
          within_limits: Number(counts.withinLimits),
          leader_plans: Number(leaderPlan),
        });
    for (const [id, { owes }] of this.#units)
      if (owes && owes.from <= year && (owes.until === undefined || year < owes.until))
        add(this.#path(this.#heir(id, day), day), {
          plans_owed: 1,
          plans_on_time: Number(
            this.#onTime.some((plan) => plan.unitId === id && plan.year === year),
          ),
        });
    return all;
  }

  /** The unit, or its heir, and everything above it on the map of a year, nearest first. */
  lineIn(unitId: string, year: number): readonly string[] {
    const day = `${year}-03-31`;
    return this.#path(this.#heir(unitId, day), day);
  }

  /** Units of a level's depth directly under this one on the map of a day. */
  children(unitId: string, day: string): readonly string[] {
    return this.units.filter((id) => {
      const { closed, parents } = this.#units.get(id)!;
      const open = closed === undefined || day < closed.on;
      return open && parents[0]!.on <= day && this.#path(id, day)[1] === unitId;
    });
  }

  #unitOf(memberId: string, year: number): string | null {
    const spans = this.#counted.get(memberId)!;
    return spans.findLast(({ from }) => from <= year)?.unitId ?? null;
  }

  #heir(unitId: string, day: string): string {
    const { closed } = this.#units.get(unitId)!;
    return closed !== undefined && closed.on <= day ? this.#heir(closed.heirId, day) : unitId;
  }

  #path(unitId: string, day: string): string[] {
    const { parents } = this.#units.get(unitId)!;
    const parent = (parents.findLast(({ on }) => on <= day) ?? parents[0]!).id;
    return parent === null ? [unitId] : [unitId, ...this.#path(parent, day)];
  }

  #count(memberId: string, from: number, unitId: string | null): void {
    const before = (this.#counted.get(memberId) ?? []).filter((span) => span.from < from);
    this.#counted.set(memberId, [...before, { from, unitId }]);
  }

  #take(type: keyof Facts, data: object): void {
    const handler = this.#handlers[type];
    if (handler) (handler as (data: object) => void)(data);
  }

  readonly #close = ({ unitId, on, heirId, plansUntil, owesPlans }: DataOf<'OrgMerged'>): void => {
    const unit = this.#units.get(unitId)!;
    unit.closed = { on, heirId };
    if (owesPlans) unit.owes = { ...unit.owes!, until: plansUntil };
  };

  readonly #handlers: { [Type in keyof Facts]?: (data: DataOf<Type>) => void } = {
    OrgFounded: ({ unitId, parentId, on, plansFrom }) =>
      void this.#units.set(unitId, {
        parents: [{ on, id: parentId }],
        ...(plansFrom !== undefined && { owes: { from: plansFrom } }),
      }),
    OrgReparented: ({ unitId, on, toParentId }) =>
      void this.#units.get(unitId)!.parents.push({ on, id: toParentId }),
    OrgMerged: this.#close,
    OrgSplit: this.#close,
    OrgDissolved: this.#close,
    MemberAdmittedToUnit: ({ memberId, countsFrom, unitId }) =>
      this.#count(memberId, countsFrom, unitId),
    ExemptionGranted: ({ memberId, exemptFrom }) => this.#count(memberId, exemptFrom, null),
    ExemptionEnded: ({ memberId, countsFrom, countedUnitId }) =>
      this.#count(memberId, countsFrom, countedUnitId),
    MemberMoved: ({ memberId, countsFrom, toUnitId, obliged }) =>
      obliged ? this.#count(memberId, countsFrom, toUnitId) : undefined,
    MembershipEnded: ({ memberId, endsFrom }) => this.#count(memberId, endsFrom, null),
    OfficeRecorded: ({ memberId, leaderFrom: from }) =>
      from === undefined
        ? undefined
        : void this.#leading.set(memberId, [...(this.#leading.get(memberId) ?? []), { from }]),
    OfficeLapsed: ({ memberId, leaderUntil: until }) =>
      until === undefined ? undefined : void (this.#leading.get(memberId)!.at(-1)!.until = until),
    RegistrationEndorsed: ({ memberId, year, countedUnitId, counts, leader, personalPlan }) =>
      void this.#endorsed.set(`${memberId} ${year}`, {
        unitId: countedUnitId,
        year,
        counts,
        leaderPlan: leader && personalPlan,
      }),
    RegistrationAdjusted: ({ memberId, year, counts, leader, personalPlan }) =>
      void Object.assign(this.#endorsed.get(`${memberId} ${year}`)!, {
        counts,
        leaderPlan: leader && personalPlan,
      }),
    PlanIssued: ({ unitId, kind, fromYear, on, due }) =>
      kind === 'year' && on <= due ? void this.#onTime.push({ unitId, year: fromYear }) : undefined,
  };
}
