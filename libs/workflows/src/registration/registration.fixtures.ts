import type { OldFact, Plain } from '#libs/kernel/testing';
import { situation } from '#libs/kernel/testing';
import { authority, memberView, rulesIn } from '../testing/index.js';
import type {
  AdjustRegistration,
  AssessRegistration,
  SubmitRegistration,
} from './registration.commands.js';
import { AREAS, type RegistrationFacts } from './registration.events.js';
import { countDeeds, deedFactsOf, formOf } from './registration.form.js';
import { registration } from './registration.workflow.js';

export type Form = Plain<SubmitRegistration>;
type Deed = Form['deeds'][number];
type Adjustment = Plain<AdjustRegistration>;
type Results = Plain<AssessRegistration>;

/** A deed that states everything, numbered so that no two are alike. */
export const deed = (number: number, fields: Partial<Deed> = {}): Deed => ({
  key: `d${number}`,
  area: 'duty',
  content: `Việc làm theo số ${number}`,
  measure: 'Gặp từng hộ mỗi tháng một lần',
  target: '12 buổi',
  deadline: '2026-11-30',
  evidence: 'report',
  ...fields,
});

/** Three deeds and all seven areas. */
export const form = (fields: Partial<Form> = {}): Form => ({
  deeds: [deed(1), deed(2), deed(3)],
  areas: AREAS.map((area) => ({ area, text: 'Tôi cam kết.' })),
  ...fields,
});

export const adjustment = (fields: Partial<Form> = {}): Adjustment => ({
  ...form(fields),
  reason: 'Chuyển công tác',
});

/** A result for each of the three deeds. */
export const results = (fields: Partial<Results> = {}): Results => ({
  results: ['d1', 'd2', 'd3'].map((key) => ({ key, result: 'done' })),
  ...fields,
});

const of = { memberId: 'khai', year: 2026 };
const counts = countDeeds(deedFactsOf(form()), rulesIn(2026));

export const submitted = (
  fields: Partial<RegistrationFacts['RegistrationSubmitted']['data']> = {},
): OldFact => ({
  type: 'RegistrationSubmitted',
  data: {
    ...of,
    unitId: 'kp4',
    deeds: deedFactsOf(form()),
    counts,
    leader: false,
    personalPlan: false,
    late: false,
    ...fields,
  },
  sealed: { form: { of: 'khai', value: formOf(form()) } },
  actor: 'khai',
});
export const returned: OldFact = {
  type: 'RegistrationReturned',
  data: { ...of, unitId: 'kp4', lines: ['deeds[1].measure'] },
  sealed: {
    remarks: { of: 'khai', value: [{ path: 'deeds[1].measure', text: 'Chưa có biện pháp' }] },
  },
  actor: 'ha',
};
export const endorsed: OldFact = {
  type: 'RegistrationEndorsed',
  data: { ...of, unitId: 'kp4', countedUnitId: 'kp4', counts, leader: false, personalPlan: false },
  actor: 'ha',
};
export const inForce: OldFact = {
  type: 'RegistrationEnteredIntoForce',
  data: { ...of, unitId: 'kp4', on: '2026-04-01' },
  actor: 'ha',
};
export const assessed: OldFact = {
  type: 'RegistrationAssessed',
  data: { ...of, unitId: 'kp4', results: results().results, shortcomings: [] },
  sealed: { assessment: { of: 'khai', value: { shortcomings: [] } } },
  actor: 'ha',
};

/** Facts that lead to each state. */
export const HISTORIES = {
  draft: [],
  submitted: [submitted()],
  returned: [submitted(), returned],
  endorsed: [submitted(), endorsed],
  in_force: [submitted(), endorsed, inForce],
  assessed: [submitted(), endorsed, inForce, assessed],
  closed: [
    submitted(),
    endorsed,
    inForce,
    assessed,
    { type: 'RegistrationClosed', data: { ...of, unitId: 'kp4', on: '2026-12-31' } },
  ],
} satisfies Record<string, OldFact[]>;

/** Khải's registration of a year, decided at noon of 15 March of that year by its rules. */
export const givenIn = (year: number) =>
  situation(registration, {
    id: `khai-${year}`,
    actor: 'khai',
    now: `${year}-03-15T05:00:00.000Z`,
    authority,
    needs: { rules: rulesIn(year), membership: memberView(), previous: undefined },
  });
export const given = givenIn(2026);

/** From which facts each command is given, unless a test says otherwise. */
export const HISTORIES_OF = {
  saveDraft: HISTORIES.draft,
  submit: HISTORIES.draft,
  return: HISTORIES.submitted,
  endorse: HISTORIES.submitted,
  publish: HISTORIES.endorsed,
  bringIntoForce: HISTORIES.endorsed,
  adjust: HISTORIES.in_force,
  assess: HISTORIES.in_force,
  close: HISTORIES.assessed,
};
export type Command = keyof typeof HISTORIES_OF;
