import type { OldFact } from '#libs/kernel/testing';
import { situation } from '#libs/kernel/testing';
import { authority, memberView, rulesIn, unitView } from '../testing/index.js';
import type { Cadence, Office, OrganisationFacts } from './organisation.events.js';
import { organisation } from './organisation.workflow.js';

const decision = { unitId: 'kp4', decisionNo: '12-QĐ/ĐU' };
const fact = <Type extends keyof OrganisationFacts>(
  type: Type,
  data: Omit<OrganisationFacts[Type]['data'], 'unitId' | 'decisionNo'>,
): OldFact => ({ type, data: { ...decision, ...data } });

export const founded: OldFact = fact('OrgFounded', {
  name: 'Chi bộ Khu phố 4',
  level: 'cell',
  parentId: 'anbinh',
  on: '2020-01-01',
  plansFrom: 2020,
});
export const appointed = (memberId: string, office: Office): OldFact =>
  fact('OfficerAppointed', { memberId, office, on: '2024-03-01' });
export const endedOffice = (memberId: string, office: Office): OldFact =>
  fact('OfficerEnded', { memberId, office, on: '2026-01-01' });
export const choseCadence = (cadence: Cadence, fromYear: number): OldFact => ({
  type: 'ReviewCadenceChosen',
  data: { unitId: 'kp4', cadence, fromYear },
});
export const dissolved: OldFact = fact('OrgDissolved', {
  on: '2025-07-01',
  heirId: 'kp5',
  parentId: 'anbinh',
  plansUntil: 2026,
  owesPlans: true,
});

/** The cell of quarter 4; above it an open ward, beside it an open heir. */
export const given = situation(organisation, {
  id: 'kp4',
  authority,
  needs: {
    rules: rulesIn(2026),
    parent: unitView({ unitId: 'anbinh', level: 'ward', parentId: 'songvan' }),
    heir: unitView({ unitId: 'kp5' }),
    member: memberView(),
  },
});

export type Command = keyof typeof INPUTS;
export const decided = { on: '2026-02-01', decisionNo: '12-QĐ/ĐU' };

/** A right input for each command. */
export const INPUTS = {
  found: { ...decided, name: 'Chi bộ Khu phố 4', level: 'cell', parentId: 'anbinh' },
  rename: { ...decided, name: 'Chi bộ Khu phố Bốn' },
  reparent: { ...decided, toParentId: 'dongan' },
  merge: { ...decided, heirId: 'kp5' },
  split: { ...decided, into: ['kp5', 'kp6'], heirId: 'kp5' },
  dissolve: { ...decided, heirId: 'kp5' },
  appointOfficer: { ...decided, memberId: 'khai', office: 'deputy' },
  endOfficer: { ...decided, memberId: 'ha', office: 'secretary' },
  chooseCadence: { cadence: 'monthly', fromYear: 2026 },
} as const;
export const HISTORIES: Record<Command, OldFact[]> = {
  found: [],
  rename: [founded],
  reparent: [founded],
  merge: [founded],
  split: [founded],
  dissolve: [founded],
  appointOfficer: [founded],
  endOfficer: [founded, appointed('ha', 'secretary')],
  chooseCadence: [founded],
};
