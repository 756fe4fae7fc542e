import { type FindingRule, rulePack, RULE_PACKS } from '#libs/workflows';
import type { ReadModelDb } from '../database.js';

export interface FindingItem {
  readonly id: string;
  readonly ruleId: string;
  readonly unitId: string;
  readonly unitName: string | null;
  readonly memberId: string | null;
  readonly memberName: string | null;
  readonly year: number;
  readonly period: string | null;
  /** The events that prove it: `stream@revision`. */
  readonly events: readonly string[];
  readonly raisedOn: string;
  readonly clearedOn: string | null;
  readonly source: string;
}

/** What is asked of things that are not there. */
export interface Missing {
  readonly unitIds: readonly string[];
  readonly year: number;
  /** ISO date: nothing is missing before its due day has ended; left out: all have ended. */
  readonly today?: string | undefined;
}

/** A rule that finds what is not there: no event can tell, so it is asked for. */
interface MissingRule {
  readonly ruleId: FindingRule;
  readonly list: (
    db: ReadModelDb,
    of: Missing & { readonly limit: number },
  ) => Promise<readonly FindingItem[]>;
  readonly count: (db: ReadModelDb, of: Missing) => Promise<number>;
}

/** Registrations that are in force or have been. */
const ENDORSED = ['endorsed', 'in_force', 'assessed', 'closed'];

const isOver = (due: string, today: string | undefined): boolean =>
  today === undefined || due < today;

/** Last day of the year's window of registration. */
const windowEnd = (year: number): string =>
  `${year}-${rulePack(RULE_PACKS, { year })?.registration.window.to ?? '12-31'}`;

/** Members who owe a registration of the year and have none that was endorsed. */
const registrations = (db: ReadModelDb, { unitIds, year, today }: Missing) =>
  db
    .selectFrom('obliged_span')
    .where('obliged_span.unit_id', 'in', isOver(windowEnd(year), today) ? [...unitIds, ''] : [''])
    .where('from_year', '<=', year)
    .where((eb) => eb.or([eb('until_year', 'is', null), eb('until_year', '>', year)]))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('registration')
            .select('registration.year')
            .whereRef('registration.member_id', '=', 'obliged_span.member_id')
            .where('registration.year', '=', year)
            .where('registration.state', 'in', ENDORSED),
        ),
      ),
    );

/** The day by which a unit of a level owes its year plan. */
const planDue = (year: number, level: string): string =>
  `${year}-${rulePack(RULE_PACKS, { year })?.programme.due[level] ?? '12-31'}`;

/** Levels that owe a year plan and whose due day has ended. */
const levelsOver = (year: number, today: string | undefined): readonly string[] =>
  Object.keys(rulePack(RULE_PACKS, { year })?.programme.due ?? {}).filter((level) =>
    isOver(planDue(year, level), today),
  );

/** Units that owe a plan of the year and have issued none. */
const plans = (db: ReadModelDb, { unitIds, year, today }: Missing) =>
  db
    .selectFrom('figure_unit')
    .innerJoin('unit', 'unit.id', 'figure_unit.id')
    .where('figure_unit.id', 'in', [...unitIds, ''])
    .where('unit.level', 'in', [...levelsOver(year, today), ''])
    .where('plans_from', '<=', year)
    .where((eb) => eb.or([eb('plans_until', 'is', null), eb('plans_until', '>', year)]))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('plan_line')
            .select('plan_line.year')
            .whereRef('plan_line.unit_id', '=', 'figure_unit.id')
            .where('plan_line.year', '=', year),
        ),
      ),
    );

/** A finding of something that is not there: open until it is. */
const notThere = (
  ruleId: FindingRule,
  year: number,
  of: Pick<FindingItem, 'unitId' | 'unitName' | 'memberId' | 'memberName' | 'raisedOn'>,
  event: string,
): FindingItem => ({
  ...of,
  id: `${ruleId}:${of.memberId ?? of.unitId}:${year}`,
  ruleId,
  year,
  period: null,
  events: [event],
  clearedOn: null,
  source: 'rule',
});

const REG_MISSING: MissingRule = {
  ruleId: 'REG_MISSING',
  async list(db, of) {
    const rows = await registrations(db, of)
      .leftJoin('unit', 'unit.id', 'obliged_span.unit_id')
      .leftJoin('member', 'member.member_id', 'obliged_span.member_id')
      .select(['obliged_span.member_id as memberId', 'obliged_span.unit_id as unitId', 'event'])
      .select(['unit.name as unitName', 'member.name as memberName'])
      .orderBy('obliged_span.unit_id')
      .orderBy('obliged_span.member_id')
      .limit(of.limit)
      .execute();
    const raisedOn = windowEnd(of.year);
    return rows.map(({ event, ...row }) =>
      notThere('REG_MISSING', of.year, { ...row, raisedOn }, event),
    );
  },
  async count(db, of) {
    const { count } = await registrations(db, of)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    return count;
  },
};

const PLAN_MISSING: MissingRule = {
  ruleId: 'PLAN_MISSING',
  async list(db, of) {
    const rows = await plans(db, of)
      .select(['figure_unit.id as unitId', 'unit.name as unitName', 'unit.level as level'])
      .orderBy('figure_unit.id')
      .limit(of.limit)
      .execute();
    return rows.map(({ unitId, unitName, level }) => {
      const raisedOn = planDue(of.year, level);
      const about = { unitId, unitName, memberId: null, memberName: null, raisedOn };
      // Every unit's stream begins with its founding, which made it owe plans.
      return notThere('PLAN_MISSING', of.year, about, `orgUnit-${unitId}@0`);
    });
  },
  async count(db, of) {
    const { count } = await plans(db, of)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    return count;
  },
};

export const MISSING_RULES: readonly MissingRule[] = [PLAN_MISSING, REG_MISSING];
