import type { OldFact } from '#libs/kernel/testing';
import { situation } from '#libs/kernel/testing';
import { authority, rulesIn, unitView } from '../testing/index.js';
import type { MembershipFacts } from './membership.events.js';
import { membership } from './membership.workflow.js';

const fact = <Type extends keyof MembershipFacts>(
  type: Type,
  data: Omit<MembershipFacts[Type]['data'], 'memberId'>,
): OldFact => ({ type, data: { memberId: 'khai', ...data } });

export const admitted: OldFact = {
  ...fact('MemberAdmittedToUnit', {
    unitId: 'kp4',
    status: 'official',
    on: '2015-02-01',
    countsFrom: 2015,
  }),
  sealed: { person: { of: 'khai', value: { fullName: 'Trần Minh Khải' } } },
};
/** Exempt from that year on; the date is the first of January. */
export const exempted = (from: number): OldFact =>
  fact('ExemptionGranted', {
    on: `${from}-01-01`,
    countedUnitId: 'kp4',
    leader: false,
    exemptFrom: from,
  });
export const movedTo = (toUnitId: string, from: number): OldFact =>
  fact('MemberMoved', {
    on: `${from}-01-01`,
    fromUnitId: 'kp4',
    toUnitId,
    countsFrom: from,
    countedUnitId: 'kp4',
    obliged: true,
    leader: false,
  });
export const ended: OldFact = fact('MembershipEnded', {
  on: '2026-01-01',
  unitId: 'kp4',
  reason: 'left',
  countedUnitId: 'kp4',
  endsFrom: 2026,
  obliged: true,
  leader: false,
});
export const tookOffice = (office: string, leaderFrom?: number): OldFact =>
  fact('OfficeRecorded', {
    on: '2020-01-01',
    unitId: 'kp4',
    office,
    leading: office !== 'committee',
    countedUnitId: 'kp4',
    ...(leaderFrom !== undefined && { leaderFrom }),
  });
export const leftOffice = (office: string, leaderUntil?: number): OldFact =>
  fact('OfficeLapsed', {
    on: '2022-01-01',
    unitId: 'kp4',
    office,
    countedUnitId: 'kp4',
    ...(leaderUntil !== undefined && { leaderUntil }),
  });

/** Khải's membership, by the rules of 2026; the clock stands at the end of 2027. */
export const given = situation(membership, {
  id: 'khai',
  now: '2027-12-31T05:00:00.000Z',
  authority,
  needs: { rules: rulesIn(2026), unit: unitView(), registration: undefined },
});
