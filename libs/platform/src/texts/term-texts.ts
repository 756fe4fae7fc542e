import { AREA_TERMS } from './area-terms.js';
import { AWARD_TERMS } from './award-terms.js';
import type { Bilingual } from './bilingual.js';
import { COMMANDS } from './command-terms.js';
import { CADENCE_TERMS } from './cadence-terms.js';
import { CONSTRAINTS } from './constraint-terms.js';
import { CYCLE_COMMANDS } from './cycle-command-terms.js';
import { CYCLE_DEADLINES } from './cycle-deadline-terms.js';
import { CYCLE_FACTS } from './cycle-fact-terms.js';
import { CYCLE_FIELDS } from './cycle-field-terms.js';
import { CYCLE_STATES } from './cycle-state-terms.js';
import { DEADLINES } from './deadline-terms.js';
import { FACTS } from './fact-terms.js';
import { FIELDS } from './field-terms.js';
import { FINDING_TERMS } from './finding-terms.js';
import { INDICATOR_TERMS } from './indicator-terms.js';
import { OFFICES } from './office-terms.js';
import { CHANGE_REASON_TERMS, NOT_RATED_TERMS, RATING_TERMS } from './rating-terms.js';
import { STATES } from './state-terms.js';
import { WORKFLOW_TERMS } from './workflow-terms.js';

/** Words for codes that people meet, by kind (also the name of a refusal's parameter). */
export const TERMS: Readonly<Record<string, Readonly<Record<string, Bilingual>>>> = {
  office: OFFICES,
  state: { ...CYCLE_STATES, ...STATES },
  area: AREA_TERMS,
  cadence: CADENCE_TERMS,
  rating: RATING_TERMS,
  notRated: NOT_RATED_TERMS,
  changeReason: CHANGE_REASON_TERMS,
  ruleId: FINDING_TERMS,
  indicator: INDICATOR_TERMS,
  ...AWARD_TERMS,
  constraint: CONSTRAINTS,
  workflow: WORKFLOW_TERMS,
  command: { ...CYCLE_COMMANDS, ...COMMANDS },
  fact: { ...FACTS, ...CYCLE_FACTS },
  field: { ...CYCLE_FIELDS, ...FIELDS },
  deadline: { ...CYCLE_DEADLINES, ...DEADLINES },
};
