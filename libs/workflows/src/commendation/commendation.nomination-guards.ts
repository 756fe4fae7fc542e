import { guard, reason } from '#libs/kernel';
import type { MembershipView } from '../membership/membership.events.js';
import { countedUnit } from '../membership/membership.events.js';
import type { OrgUnitView } from '../organisation/organisation.events.js';
import type { RulePack } from '../rules/index.js';
import type { Nominate } from './commendation.commands.js';
import { decidingLevel, ruleFor, rulesFor } from './commendation.eligibility.js';

interface Nominating {
  input: Nominate;
  needs: {
    rules: RulePack;
    membership: MembershipView | undefined;
    unit: OrgUnitView | undefined;
    deciding: OrgUnitView | undefined;
    aboveDeciding: OrgUnitView | undefined;
  };
}

/** The nominee exists and is counted in the unit named. */
export const nomineeBelongs = guard<Nominating>(
  ['NOT_ACTIVE_MEMBER', 'UNIT_UNKNOWN', 'UNIT_MISMATCH'],
  ({ input: { subjectKind, subjectId, unitId, period }, needs: { membership, unit } }) => {
    if (unit === undefined) return [reason('UNIT_UNKNOWN', undefined, 'unitId')];
    if (subjectKind === 'unit')
      return unitId === subjectId ? [] : [reason('UNIT_MISMATCH', undefined, 'unitId')];
    // Whoever has left may still be honoured for the years before.
    if (membership === undefined) return [reason('NOT_ACTIVE_MEMBER', undefined, 'subjectId')];
    const counted = [membership.unitId, countedUnit(membership, period.toYear)];
    return counted.includes(unitId) ? [] : [reason('UNIT_MISMATCH', undefined, 'unitId')];
  },
);

/** Who may honour whom with what is data of the rule pack; the tracks never mix. */
export const levelMayDecide = guard<Nominating>(
  ['DECIDING_UNIT_UNKNOWN', 'AWARD_UNKNOWN', 'WRONG_LEVEL'],
  ({ input, needs: { rules, deciding, aboveDeciding } }) => {
    if (deciding === undefined || deciding.closedOn !== undefined)
      return [reason('DECIDING_UNIT_UNKNOWN', undefined, 'decidedAt')];
    // No body honours itself.
    if (input.decidedAt === input.subjectId) return [reason('WRONG_LEVEL', undefined, 'decidedAt')];
    if (rulesFor(rules.commendation, input).length === 0)
      return [reason('AWARD_UNKNOWN', undefined, 'form')];
    return ruleFor(rules.commendation, input, decidingLevel(deciding, aboveDeciding)) === undefined
      ? [reason('WRONG_LEVEL', undefined, 'decidedAt')]
      : [];
  },
);

const FIVE_YEARS = 5;

/** A year is one, five years are five in a row, and none lies ahead. */
export const periodFits = guard<Nominating>(
  ['PERIOD_ORDER', 'PERIOD_NOT_OVER', 'PERIOD_NOT_ONE_YEAR', 'PERIOD_NOT_FIVE_YEARS'],
  ({ input: { period, occasion, on } }) => {
    const years = period.toYear - period.fromYear + 1;
    if (years < 1) return [reason('PERIOD_ORDER', undefined, 'period')];
    if (period.toYear > Number(on.slice(0, 4)))
      return [reason('PERIOD_NOT_OVER', undefined, 'period.toYear')];
    if (occasion === 'year' && years !== 1)
      return [reason('PERIOD_NOT_ONE_YEAR', undefined, 'period')];
    return occasion === 'five_years' && years !== FIVE_YEARS
      ? [reason('PERIOD_NOT_FIVE_YEARS', undefined, 'period')]
      : [];
  },
);

/** A contest is named, a badge says of how many years, a shortened way is open to the award. */
export const detailsFit = guard<Nominating>(
  ['CONTEST_MISSING', 'BADGE_YEARS_UNKNOWN', 'SIMPLIFIED_NOT_ALLOWED'],
  ({ input, needs: { rules } }) => [
    ...(input.occasion === 'contest' && input.contestId === undefined
      ? [reason('CONTEST_MISSING', undefined, 'contestId')]
      : []),
    ...(input.form === 'badge' && !rules.commendation.badgeYears.includes(input.badgeYears ?? 0)
      ? [reason('BADGE_YEARS_UNKNOWN', undefined, 'badgeYears')]
      : []),
    ...(input.procedure === 'simplified' &&
    !rulesFor(rules.commendation, input).some(({ simplified }) => simplified)
      ? [reason('SIMPLIFIED_NOT_ALLOWED', undefined, 'procedure')]
      : []),
  ],
);

/** Under this key the same achievement is honoured only once in the same form and track. */
export const claimOf = (input: Nominate): string =>
  [
    ...[input.track, input.form, input.occasion],
    `${input.period.fromYear}-${input.period.toYear}`,
    ...(input.contestId === undefined ? [] : [input.contestId]),
    ...(input.achievement === undefined ? [] : [input.achievement]),
    ...(input.badgeYears === undefined ? [] : [String(input.badgeYears)]),
  ].join(':');
