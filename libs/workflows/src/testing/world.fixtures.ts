import { AREAS } from '../registration/index.js';
import {
  CRITICISM_ASKED,
  CRITICISM_HISTORY,
  CRITICISM_INPUTS,
} from './criticism-world.fixtures.js';
import {
  ACCESS_LOG_INPUTS,
  INSPECTION_HISTORY,
  INSPECTION_INPUTS,
  INSPECTIONS_ASKED,
} from './inspection-world.fixtures.js';
import {
  AWARD_HISTORY,
  AWARD_INPUTS,
  AWARDS_ASKED,
  RECORD_INPUTS,
} from './award-world.fixtures.js';
import {
  LIST_INPUTS,
  RATING_HISTORY,
  RATING_INPUTS,
  RATINGS_ASKED,
} from './rating-world.fixtures.js';
import { MEETING_HISTORY, MEETING_INPUTS, MEETINGS_ASKED } from './meeting-world.fixtures.js';
import { MOVEMENT_ASKED, MOVEMENT_HISTORY, MOVEMENT_INPUTS } from './movement-world.fixtures.js';
import {
  REVIEW_HISTORY,
  REVIEW_INPUTS,
  REVIEWS_ASKED,
  TRANSFER_HISTORY,
  TRANSFER_INPUTS,
  TRANSFERS_ASKED,
} from './review-world.fixtures.js';

interface Step {
  readonly workflow: string;
  readonly id: string;
  readonly command: string;
  readonly input: object;
  readonly actor?: string;
}

const decided = { on: '2020-01-01', decisionNo: '01-QĐ/TU' };
const unit = (id: string, level: string, parentId?: string): Step => ({
  workflow: 'organisation',
  id,
  command: 'found',
  input: { ...decided, name: id, level, ...(parentId !== undefined && { parentId }) },
});
const member = (id: string, unitId = 'kp4'): Step => ({
  workflow: 'membership',
  id,
  command: 'admit',
  input: { fullName: `Đảng viên ${id}`, unitId, status: 'official', on: '2020-02-01' },
});
const officer = (memberId: string, office: string, unitId: string): Step => ({
  workflow: 'organisation',
  id: unitId,
  command: 'appointOfficer',
  input: { ...decided, memberId, office },
});
const step = (
  workflow: string,
  id: string,
  command: string,
  input: object,
  actor: string,
): Step => ({
  workflow,
  id,
  command,
  input,
  actor,
});

const form = {
  deeds: [1, 2].map((number) => ({
    area: 'duty',
    content: `Việc làm theo số ${number}`,
    measure: 'Gặp từng hộ',
    target: '12 buổi',
    deadline: '2026-11-30',
    evidence: 'report',
  })),
  areas: AREAS.map((area) => ({ area })),
};
const results = { results: ['d1', 'd2'].map((key) => ({ key, result: 'done' })) };
const plan = {
  title: 'Kế hoạch năm 2026',
  theme: 'Nêu gương',
  tasks: [
    {
      key: 't1',
      title: 'Sinh hoạt chuyên đề',
      ownerId: 'khai',
      deadline: '2026-09-30',
      indicator: '4 buổi',
    },
  ],
};
const on = '2026-03-10';
const inputs: Readonly<Record<string, Readonly<Record<string, object>>>> = {
  organisation: {
    found: { ...decided, name: 'Chi bộ mới', level: 'cell', parentId: 'anbinh' },
    rename: { ...decided, name: 'Chi bộ khác' },
    reparent: { ...decided, toParentId: 'songvan' },
    merge: { ...decided, heirId: 'kp5' },
    split: { ...decided, into: ['kp5', 'kp4'], heirId: 'kp5' },
    dissolve: { ...decided, heirId: 'kp5' },
    appointOfficer: { ...decided, memberId: 'khai', office: 'committee' },
    endOfficer: { ...decided, memberId: 'ha', office: 'secretary' },
    chooseCadence: { cadence: 'monthly', fromYear: 2026 },
  },
  membership: {
    admit: { fullName: 'Người mới', unitId: 'kp4', status: 'probationary', on },
    correctPerson: { fullName: 'Tên đúng', on, reason: 'Sai dấu' },
    changeStatus: { status: 'probationary', on },
    grantExemption: { on },
    endExemption: { on },
    move: { toUnitId: 'kp5', on },
    end: { reason: 'left', on },
    recordOffice: { unitId: 'kp4', office: 'committee', on },
    lapseOffice: { unitId: 'kp4', office: 'secretary', on },
  },
  programme: {
    draft: plan,
    consult: { on, consulted: 'Toàn chi bộ' },
    issue: { on, number: '01-KH/CB' },
    amend: { ...plan, on, number: '02-KH/CB', reason: 'Bổ sung' },
    reportTask: { key: 't1', status: 'done', on },
    handOver: { heirId: 'kp4', on },
    close: { on, reportNumber: '09-BC/CB' },
  },
  delegation: {
    grant: {
      id: 'd1',
      toId: 'khai',
      scope: { unitId: 'kp4', office: 'secretary' },
      from: '2026-04-01',
      until: '2026-04-30',
    },
    revoke: { id: 'd1', on: '2026-04-01' },
    substitute: {
      id: 's1',
      toId: 'mai',
      unitId: 'kp4',
      office: 'secretary',
      from: '2026-04-01',
      until: '2026-04-30',
      reason: 'ill',
    },
    endSubstitute: { id: 's1', unitId: 'kp4', on: '2026-04-01' },
    close: { on },
  },
  meeting: MEETING_INPUTS,
  review: REVIEW_INPUTS,
  transfer: TRANSFER_INPUTS,
  ...MOVEMENT_INPUTS,
  'criticism-session': CRITICISM_INPUTS,
  classification: RATING_INPUTS,
  'rating-list': LIST_INPUTS,
  commendation: AWARD_INPUTS,
  'achievement-record': RECORD_INPUTS,
  inspection: INSPECTION_INPUTS,
  'access-log': ACCESS_LOG_INPUTS,
  registration: {
    saveDraft: form,
    submit: form,
    return: { remarks: [{ path: 'personalPlan', text: 'Bổ sung' }] },
    endorse: {},
    publish: { channel: 'meeting', on, legalBasis: 'Điều 16 Luật 91/2025' },
    bringIntoForce: { on },
    adjust: { ...form, reason: 'Đổi việc' },
    assess: results,
    carryShortcomings: {
      sessionId: 'kp4-2025',
      round: 1,
      shortcomings: [{ id: 's1', area: 'unity', severity: 'minor' }],
    },
    close: { on },
  },
};
const given = (workflow: string, command: string): object => inputs[workflow]![command]!;
const registered = (id: string, ...commands: string[]): Step[] =>
  ['submit', ...commands].map((command) =>
    step(
      'registration',
      `${id}-2026`,
      command,
      given('registration', command),
      command === 'submit' ? id : 'ha',
    ),
  );
const planned = (unitId: string, ...commands: string[]): Step[] =>
  ['draft', ...commands].map((command) =>
    step('programme', `${unitId}-2026`, command, given('programme', command), 'system'),
  );

/** A small world in which instances of every workflow stand in every state, and who asks there. */
export const WORLD = {
  history: [
    unit('songvan', 'province'),
    unit('anbinh', 'ward', 'songvan'),
    ...['kp4', 'kp5', 'kp6', 'kp7', 'kp8'].map((id) => unit(id, 'cell', 'anbinh')),
    ...['khai', 'lan', 'nam', 'vinh', 'mai', 'son', 'ha', 'loc'].map((id) => member(id)),
    ...['tam', 'minh', 'quang', 'sau', 'xa', 'nghi'].map((id) => member(id, 'kp5')),
    officer('ha', 'secretary', 'kp4'),
    officer('loc', 'deputy', 'kp4'),
    officer('sau', 'secretary', 'kp5'),
    officer('tam', 'secretary', 'anbinh'),
    officer('minh', 'committee', 'anbinh'),
    officer('quang', 'committee', 'songvan'),
    step('membership', 'ha', 'recordOffice', { unitId: 'kp4', office: 'secretary', on }, 'system'),
    step('membership', 'xa', 'end', { reason: 'left', on }, 'system'),
    step('membership', 'nghi', 'grantExemption', { on }, 'system'),
    step('organisation', 'kp8', 'dissolve', { ...decided, heirId: 'kp7' }, 'system'),
    ...registered('lan'),
    ...registered('nam', 'return'),
    ...registered('vinh', 'endorse'),
    ...registered('mai', 'endorse', 'bringIntoForce'),
    ...registered('son', 'endorse', 'bringIntoForce', 'assess'),
    ...registered('loc', 'endorse', 'assess', 'close'),
    ...planned('kp5'),
    ...planned('kp6', 'consult'),
    ...planned('kp7', 'issue'),
    ...planned('anbinh', 'issue', 'close'),
    step('delegation', 'ha', 'grant', given('delegation', 'grant'), 'ha'),
    step('delegation', 'ha', 'substitute', given('delegation', 'substitute'), 'tam'),
    ...MEETING_HISTORY,
    ...REVIEW_HISTORY,
    ...TRANSFER_HISTORY,
    ...MOVEMENT_HISTORY,
    ...CRITICISM_HISTORY,
    ...RATING_HISTORY,
    ...AWARD_HISTORY,
    ...INSPECTION_HISTORY,
  ] satisfies Step[] as readonly Step[],
  asked: [
    ...['khai', 'lan', 'nam', 'vinh', 'mai', 'son', 'loc', 'ha', 'nghi', 'xa', 'nobody'].map(
      (id) => ['registration', `${id}-2026`] as const,
    ),
    ...['khai', 'ha', 'nghi', 'xa', 'nobody'].map((id) => ['membership', id] as const),
    ...['kp4', 'kp8', 'songvan', 'kp9'].map((id) => ['organisation', id] as const),
    ...['kp4', 'kp5', 'kp6', 'kp7', 'kp8', 'kp9', 'anbinh'].map(
      (id) => ['programme', `${id}-2026`] as const,
    ),
    ['delegation', 'ha'] as const,
    ['delegation', 'loc'] as const,
    ['registration', 'khai-2025'] as const,
    ['registration', 'khai-2027'] as const,
    ['programme', 'kp4-2030_2026'] as const,
    ...MEETINGS_ASKED,
    ...REVIEWS_ASKED,
    ...TRANSFERS_ASKED,
    ...MOVEMENT_ASKED,
    ...CRITICISM_ASKED,
    ...RATINGS_ASKED,
    ...AWARDS_ASKED,
    ...INSPECTIONS_ASKED,
    ['access-log', '2026-03-15'] as const,
  ],
  people: ['khai', 'lan', 'mai', 'ha', 'loc', 'sau', 'tam', 'minh', 'quang', 'nobody', 'system'],
  /** An input for each command that is right at least somewhere in this world. */
  inputs,
} as const;
