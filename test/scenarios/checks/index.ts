import type { Check } from '../loaded.fixtures.js';
import { FINDING_CHECKS } from './finding.checks.js';
import { HONOURS_CHECKS } from './honours.checks.js';
import { MEETING_CHECKS } from './meeting.checks.js';
import { REGISTRATION_CHECKS } from './registration.checks.js';
import { YEAR_END_CHECKS } from './year-end.checks.js';

/** What each row of `expect` asserts of everything loaded. */
export const CHECKS: Readonly<Record<string, Check>> = {
  ...REGISTRATION_CHECKS,
  ...MEETING_CHECKS,
  ...FINDING_CHECKS,
  ...HONOURS_CHECKS,
  ...YEAR_END_CHECKS,
};
