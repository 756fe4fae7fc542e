import { INSPECTION_RULES } from './inspection.rules.js';
import { MEETING_RULES } from './meeting.rules.js';
import { REVIEW_RULES } from './review.rules.js';
import { TRANSFER_RULES } from './transfer.rules.js';
import { CLASSIFICATION_RULES } from './classification.rules.js';
import { COMMENDATION_RULES } from './commendation.rules.js';
import { CRITICISM_RULES } from './criticism.rules.js';
import type { RulePack } from './rule-pack.js';

const AREAS = ['ideology', 'ethics', 'criticism', 'people', 'duty', 'discipline', 'unity'];

const PLAN_DUE = {
  province: '02-28',
  sector: '02-28',
  bloc: '02-28',
  district: '03-15',
  ward: '03-15',
  base: '03-31',
  cell: '04-15',
};

const registration: RulePack['registration'] = {
  areas: AREAS,
  deeds: { min: 2, max: 3 },
  deedNeeds: ['measure', 'target', 'deadline', 'evidence'],
  window: { from: '01-01', to: '03-31' },
  newcomerDays: 30,
  leaderOffices: ['secretary', 'deputy'],
};

/** Early packs let a deed pass without measure or evidence: the fault that later reviews named. */
const lenient: RulePack['registration'] = { ...registration, deedNeeds: [] };

const programme: RulePack['programme'] = {
  due: PLAN_DUE,
  termDue: '06-30',
  taskIndicators: true,
};

/** The packs in force, oldest first. Dates of windows are defaults; a province may replace them. */
export const RULE_PACKS: readonly RulePack[] = [
  {
    id: 'vn-2006',
    from: 2006,
    until: 2010,
    documents: ['06-CT/TW (2006)'],
    registration: lenient,
    programme,
    classification: CLASSIFICATION_RULES.early,
    commendation: COMMENDATION_RULES.simpleMajority,
    meeting: MEETING_RULES['vn-2006'],
    review: REVIEW_RULES['vn-2006'],
    transfer: TRANSFER_RULES['vn-2006'],
    inspection: INSPECTION_RULES['vn-2006'],
    criticism: CRITICISM_RULES['vn-2006'],
  },
  {
    id: 'vn-2011',
    from: 2011,
    until: 2015,
    documents: ['03-CT/TW (2011)', '101-QĐ/TW (2012)'],
    registration: lenient,
    programme,
    classification: CLASSIFICATION_RULES.early,
    commendation: COMMENDATION_RULES.simpleMajority,
    meeting: MEETING_RULES['vn-2011'],
    review: REVIEW_RULES['vn-2011'],
    transfer: TRANSFER_RULES['vn-2011'],
    inspection: INSPECTION_RULES['vn-2011'],
    criticism: CRITICISM_RULES['vn-2011'],
  },
  {
    id: 'vn-2016',
    from: 2016,
    until: 2020,
    documents: ['05-CT/TW (2016)', '132-QĐ/TW (2018)', '21-HD/BTCTW (2019)'],
    registration: lenient,
    programme,
    classification: CLASSIFICATION_RULES.guide21,
    commendation: COMMENDATION_RULES.simpleMajority,
    meeting: MEETING_RULES['vn-2016'],
    review: REVIEW_RULES['vn-2016'],
    transfer: TRANSFER_RULES['vn-2016'],
    inspection: INSPECTION_RULES['vn-2016'],
    criticism: CRITICISM_RULES['vn-2016'],
  },
  {
    id: 'vn-2021',
    from: 2021,
    until: 2025,
    documents: ['01-KL/TW (2021)', '124-QĐ/TW (2023)'],
    registration,
    programme,
    classification: CLASSIFICATION_RULES.regulation124,
    commendation: COMMENDATION_RULES.fourFifths,
    meeting: MEETING_RULES['vn-2021'],
    review: REVIEW_RULES['vn-2021'],
    transfer: TRANSFER_RULES['vn-2021'],
    inspection: INSPECTION_RULES['vn-2021'],
    criticism: CRITICISM_RULES['vn-2021'],
  },
  {
    id: 'vn-2026',
    from: 2026,
    documents: ['366-QĐ/TW (2025)', '43-HD/BTCTW (2025)', '50-CT/TW (2025)'],
    registration,
    programme,
    classification: CLASSIFICATION_RULES.regulation366,
    commendation: COMMENDATION_RULES.fourFifths,
    meeting: MEETING_RULES['vn-2026'],
    review: REVIEW_RULES['vn-2026'],
    transfer: TRANSFER_RULES['vn-2026'],
    inspection: INSPECTION_RULES['vn-2026'],
    criticism: CRITICISM_RULES['vn-2026'],
  },
];

/** The pack with that id, or the one in force in that year. */
export const rulePack = (
  packs: readonly RulePack[],
  key: { id?: string | undefined; year: number },
): RulePack | undefined =>
  key.id === undefined
    ? packs.find(
        (pack) => pack.from <= key.year && (pack.until === undefined || key.year <= pack.until),
      )
    : packs.find((pack) => pack.id === key.id);
