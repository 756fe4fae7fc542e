import { addDays } from '#libs/kernel';
import type { MembershipState, OrganisationState, RulePack } from '#libs/workflows';
import { countedUnit, periodBefore, periodOf } from '#libs/workflows';

/** What somebody owes although nothing of it exists yet. */
export interface ExpectedItem {
  readonly workflow: string;
  readonly id: string;
  readonly command: string;
  /** ISO date by which the rules want it; null: no date. */
  readonly due: string | null;
}

/** Whom a provider is asked about. */
export interface ExpectedOf {
  readonly member: MembershipState;
  /** Units in which they hold an office now. */
  readonly offices: readonly { readonly unit: OrganisationState; readonly office: string }[];
  /** ISO date. */
  readonly today: string;
  readonly rules: (year: number) => RulePack | undefined;
}

/**
 * Names work that nobody has begun; pure. What is begun already, or is not possible, falls out when
 * the engine is asked: a provider need not know.
 */
export type ExpectedWork = (of: ExpectedOf) => readonly ExpectedItem[];

const yearOf = (today: string): number => Number(today.slice(0, 4));

/** My registration of this year, by the end of the window. */
const registrationOfTheYear: ExpectedWork = ({ member, today, rules }) => {
  const year = yearOf(today);
  const pack = rules(year);
  if (!member.active || countedUnit(member, year) === undefined || pack === undefined) return [];
  const due = `${year}-${pack.registration.window.to}`;
  return [{ workflow: 'registration', id: `${member.memberId}-${year}`, command: 'submit', due }];
};

/** The plan of this year of a unit that I run. */
const planOfTheYear: ExpectedWork = ({ offices, today, rules }) => {
  const year = yearOf(today);
  return offices.flatMap(({ unit, office }) => {
    const due = rules(year)?.programme.due[unit.level ?? ''];
    const owes = unit.plansFrom !== undefined && unit.plansFrom <= year && office === 'secretary';
    if (!owes || due === undefined) return [];
    const id = `${unit.unitId}-${year}`;
    return [{ workflow: 'programme', id, command: 'draft', due: `${year}-${due}` }];
  });
};

/** Of a day the month and the quarter before: `2026-02` and `2025-q4` of 2 March 2026. */
const periodsBefore = (today: string): readonly string[] => {
  const [year, month] = [yearOf(today), Number(today.slice(5, 7))];
  const ofMonth = `${year}-${String(month).padStart(2, '0')}`;
  const ofQuarter = `${year}-q${Math.ceil(month / 3)}`;
  return [periodBefore(ofMonth), periodBefore(ofQuarter)];
};

/** My report on the period that has just ended, until its remark is due. */
const reportOfThePeriod: ExpectedWork = ({ member, today, rules }) =>
  periodsBefore(today).flatMap((period) => {
    const year = Number(period.slice(0, 4));
    const grace = rules(year)?.review.graceDays;
    if (!member.active || grace === undefined) return [];
    const due = addDays(periodOf(year, period.slice(5)).periodEnd, grace);
    const id = `${member.memberId}-${period}`;
    return today > due ? [] : [{ workflow: 'review', id, command: 'selfReport', due }];
  });

/** Every provider; a workflow whose instances somebody must begin adds its own. */
export const EXPECTED_WORK: readonly ExpectedWork[] = [
  registrationOfTheYear,
  reportOfThePeriod,
  planOfTheYear,
];
