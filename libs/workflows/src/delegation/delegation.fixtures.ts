import type { OldFact, Plain } from '#libs/kernel/testing';
import { situation } from '#libs/kernel/testing';
import { authority, memberView, unitView } from '../testing/index.js';
import type { AppointSubstitute, GrantDelegation } from './delegation.commands.js';
import type { DelegationFacts, DelegationView } from './delegation.events.js';
import { delegation } from './delegation.workflow.js';

/** Hà, secretary of the cell, gives Lộc what a secretary may do there, in April. */
export const grant = (fields: Partial<Plain<GrantDelegation>> = {}): Plain<GrantDelegation> => ({
  id: 'd1',
  toId: 'loc',
  scope: { unitId: 'kp4', office: 'secretary' },
  from: '2026-04-01',
  until: '2026-04-30',
  ...fields,
});

/** Lộc replaces Hà while she is ill. */
export const substitute = (
  fields: Partial<Plain<AppointSubstitute>> = {},
): Plain<AppointSubstitute> => ({
  id: 's1',
  toId: 'loc',
  unitId: 'kp4',
  office: 'secretary',
  from: '2026-04-01',
  until: '2026-04-30',
  reason: 'ill',
  ...fields,
});

type Granted = DelegationFacts['DelegationGranted']['data'];

export const granted = (fields: Partial<Granted> = {}): OldFact => ({
  type: 'DelegationGranted',
  data: {
    memberId: 'ha',
    id: 'd1',
    toId: 'loc',
    unitId: 'kp4',
    office: 'secretary',
    from: '2026-04-01',
    until: '2026-04-30',
    mayPassOn: false,
    ...fields,
  },
});
export const substituted: OldFact = {
  type: 'SubstituteAppointed',
  data: { memberId: 'ha', ...substitute() },
};
export const revoked: OldFact = {
  type: 'DelegationRevoked',
  data: { memberId: 'ha', id: 'd1', on: '2026-04-10' },
};
export const substituteEnded: OldFact = {
  type: 'SubstituteEnded',
  data: { memberId: 'ha', id: 's1', unitId: 'kp4', on: '2026-04-10' },
};
export const closed: OldFact = {
  type: 'DelegationsClosed',
  data: { memberId: 'ha', on: '2026-05-01' },
};

/** What Quang gave Hà: everything a secretary may do in the cell, to be passed on. */
export const received = (
  fields: Partial<DelegationView['grants'][number]> = {},
): DelegationView => ({
  memberId: 'quang',
  closedOn: undefined,
  grants: [
    {
      id: 'q1',
      kind: 'delegation',
      toId: 'ha',
      unitId: 'kp4',
      office: undefined,
      workflows: undefined,
      from: '2026-03-01',
      until: '2026-12-31',
      mayPassOn: true,
      of: undefined,
      endedOn: undefined,
      ...fields,
    },
  ],
});

const offices = [{ unitId: 'kp4', office: 'secretary' }];

/** What Hà has given others, decided at noon of 15 March 2026. */
export const given = situation(delegation, {
  id: 'ha',
  actor: 'ha',
  now: '2026-03-15T05:00:00.000Z',
  authority,
  needs: {
    giver: { ...memberView({ memberId: 'ha' }), offices },
    delegate: { ...memberView({ memberId: 'loc' }), offices: [] },
    unit: unitView({ officers: [{ memberId: 'ha', office: 'secretary', from: '2024-01-01' }] }),
    received: received(),
  },
});
