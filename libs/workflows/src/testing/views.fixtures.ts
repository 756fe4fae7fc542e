import type { MembershipView } from '../membership/index.js';
import type { OrgUnitView } from '../organisation/index.js';
import { RULE_PACKS, type RulePack, rulePack } from '../rules/index.js';

/** The pack in force in a year. */
export const rulesIn = (year: number): RulePack => rulePack(RULE_PACKS, { year })!;

/** An open cell of the ward, unless said otherwise. */
export const unitView = (fields: Partial<OrgUnitView> = {}): OrgUnitView => ({
  unitId: 'kp4',
  name: 'Chi bộ Khu phố 4',
  level: 'cell',
  parentId: 'anbinh',
  closedOn: undefined,
  heirId: undefined,
  officers: [],
  ...fields,
});

/** Khải, an official member of the cell since long ago, unless said otherwise. */
export const memberView = (fields: Partial<MembershipView> = {}): MembershipView => ({
  memberId: 'khai',
  unitId: 'kp4',
  status: 'official',
  active: true,
  exempt: false,
  counted: [{ from: 2015, unitId: 'kp4' }],
  leaderSpans: [],
  ...fields,
});
