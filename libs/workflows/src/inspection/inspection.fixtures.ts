import type { Plain } from '#libs/kernel/testing';
import { situation } from '#libs/kernel/testing';
import type { OrgUnitView } from '../organisation/organisation.events.js';
import { authority, memberView, rulesIn, unitView } from '../testing/index.js';
import type { DecideInspection, PlanInspection, RaiseFinding } from './inspection.commands.js';
import { inspection } from './inspection.workflow.js';

export const of = {
  inspectionId: 'kt-07-2026',
  unitId: 'anbinh',
  kind: 'compliance' as const,
  year: 2026,
};
export const on = '2026-03-10';

/** The ward's commission inspects cell 4 and, by name, Khải. */
export const plan = (fields: Partial<Plain<PlanInspection>> = {}): Plain<PlanInspection> => ({
  unitId: 'anbinh',
  kind: 'compliance',
  year: 2026,
  unitIds: ['kp4'],
  memberIds: ['khai'],
  on: '2026-01-10',
  ...fields,
});

/** Sáu of cell 5 leads, Thảo of the same cell helps; from March to June. */
export const decision = (
  fields: Partial<Plain<DecideInspection>> = {},
): Plain<DecideInspection> => ({
  decisionNo: '07-QĐ/UBKT',
  scope: { unitIds: ['kp4'], memberIds: ['khai'], from: '2023-01-01', until: '2025-12-31' },
  team: [
    { memberId: 'sau', role: 'lead' },
    { memberId: 'thao', role: 'member' },
  ],
  from: '2026-03-01',
  expires: '2026-06-30',
  on: '2026-03-01',
  ...fields,
});
export const finding = (fields: Partial<Plain<RaiseFinding>> = {}): Plain<RaiseFinding> => ({
  id: 'f1',
  ruleId: 'NO_MONTHLY_REVIEW',
  subjectKind: 'member',
  subjectId: 'khai',
  eventIds: ['0190a1b2-0000-7000-8000-000000000001'],
  text: 'Không có nhận xét 3 tháng',
  on,
  ...fields,
});

const units = (...views: OrgUnitView[]) => new Map(views.map((view) => [view.unitId, view]));
const kp4 = unitView({ officers: [{ memberId: 'ha', office: 'secretary', from: '2024-01-01' }] });
const kp5 = unitView({ unitId: 'kp5' });
const far = unitView({ unitId: 'kp9', parentId: 'dongha' });
const anbinh = unitView({ unitId: 'anbinh', level: 'ward', parentId: 'songvan' });
const songvan = unitView({ unitId: 'songvan', level: 'province', parentId: null });
const people = [
  memberView(),
  memberView({ memberId: 'ha' }),
  memberView({ memberId: 'sau', unitId: 'kp5' }),
  memberView({ memberId: 'thao', unitId: 'kp5' }),
  memberView({ memberId: 'xa', unitId: 'kp9' }),
  memberView({ memberId: 'cu', active: false, unitId: undefined }),
];
const members = new Map(people.map((view) => [view.memberId, view]));

/** An inspection of the ward's commission, asked in the afternoon of 15 March 2026. */
export const given = situation(inspection, {
  id: of.inspectionId,
  actor: 'ubkt',
  authority,
  needs: {
    rules: rulesIn(2026),
    teamMembers: members,
    members,
    level0: units(kp4, kp5, far),
    level1: units(anbinh),
    level2: units(songvan),
    level3: new Map(),
    level4: new Map(),
  },
});
