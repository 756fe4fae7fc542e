import type { DelegationView, GrantView } from './delegation.events.js';

export const DELEGATION_STATES = {
  none: { start: true },
  open: {},
  closed: { final: true },
} as const;
export type DelegationStateName = keyof typeof DELEGATION_STATES;

export interface DelegationState extends DelegationView {
  memberId: string;
  grants: GrantView[];
  closedOn: string | undefined;
}

/** Before anything is given. */
export const delegationStart = (memberId: string): DelegationState => ({
  memberId,
  grants: [],
  closedOn: undefined,
});
