export { firstYearAffected, firstYearOwed } from './obligation-year.js';
export { rulePack, RULE_PACKS } from './packs.js';
export { judgeCap } from './rating-cap.js';
export type { CapRule, ClassificationRules } from './classification.rules.js';
export type { AwardRule, CommendationRules, DecidingLevel } from './commendation.rules.js';
export {
  type DeedNeed,
  type MonthDay,
  type RulePack,
  rulesOf,
  rulesOfTheDay,
} from './rule-pack.js';
export { HolidayFileError, type HolidayYears, parseHolidays } from './holiday-file.js';
export { vietnameseCalendar, workingCalendar } from './working-calendar.js';
