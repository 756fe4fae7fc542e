export { firstYearAffected, firstYearOwed } from './obligation-year.js';
export { rulePack, RULE_PACKS } from './packs.js';
export {
  type DeedNeed,
  type MonthDay,
  type RulePack,
  rulesOf,
  rulesOfTheDay,
} from './rule-pack.js';
export { vietnameseCalendar } from './working-calendar.js';
