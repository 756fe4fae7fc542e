import {
  above,
  all,
  any,
  commandsOf,
  defineWorkflow,
  is,
  not,
  stateOf,
  system,
} from '#libs/kernel';
import type { OrgUnitView } from '../organisation/organisation.events.js';
import * as input from './delegation.commands.js';
import * as ending from './delegation.endings.js';
import type { DelegationFacts, DelegationView } from './delegation.events.js';
import { delegationFacts } from './delegation.facts.js';
import type { DelegateView } from './delegation.guards.js';
import * as guards from './delegation.guards.js';
import {
  DELEGATION_STATES,
  delegationStart,
  type DelegationState,
  type DelegationStateName,
} from './delegation.state.js';

const giver = stateOf<DelegateView>('membership', 'memberId');
const delegate = stateOf<DelegateView>('membership', 'toId');
const unit = stateOf<OrgUnitView>('organisation', 'unitId');
const scopeUnit = stateOf<OrgUnitView>(
  'organisation',
  ({ input: given }) => (given['scope'] as input.ScopeInput | undefined)?.unitId,
);
const received = stateOf<DelegationView>(
  'delegation',
  ({ input: given }) => (given['of'] as input.PassedOnInput | undefined)?.fromId,
);

/** Whoever stands above the unit; never who is replaced, nor who replaces. */
const fromAbove = any(above('secretary', 'unitId'), above('committee', 'unitId'));

const command = commandsOf<DelegationState, DelegationFacts, DelegationStateName>();

const given = {
  grant: command({
    input: input.GrantDelegation,
    from: ['none', 'open'],
    by: is('memberId'),
    personal: true,
    needs: { giver, delegate, unit: scopeUnit, received },
    guards: [
      guards.datesFit,
      guards.notToOneself,
      guards.delegateIsActive,
      guards.unitIsOpen,
      guards.officeIsHeld,
      guards.idIsNew,
      guards.noOverlap,
      ending.passedOnFits,
    ],
    emits: ['DelegationGranted'],
    decide: ({ state: { memberId }, input: { id, toId, scope, from, until, mayPassOn, of } }) => [
      {
        type: 'DelegationGranted',
        data: {
          memberId,
          id,
          toId,
          unitId: scope.unitId,
          ...(scope.office !== undefined && { office: scope.office }),
          ...(scope.workflows !== undefined && { workflows: [...scope.workflows] }),
          from,
          until,
          mayPassOn: mayPassOn ?? false,
          ...(of !== undefined && { of: { fromId: of.fromId, id: of.id } }),
        },
      },
    ],
  }),
  revoke: command({
    input: input.RevokeDelegation,
    from: ['open'],
    by: is('memberId'),
    personal: true,
    guards: [ending.delegationRuns],
    emits: ['DelegationRevoked'],
    decide: ({ state: { memberId }, input: { id, on } }) => [
      { type: 'DelegationRevoked', data: { memberId, id, on } },
    ],
  }),
};

const appointed = {
  substitute: command({
    input: input.AppointSubstitute,
    from: ['none', 'open'],
    by: all(fromAbove, not(is('memberId')), not(is('toId'))),
    needs: { delegate, unit },
    guards: [
      guards.datesFit,
      guards.notToOneself,
      guards.delegateIsActive,
      guards.unitIsOpen,
      guards.officerIsReplaced,
      guards.idIsNew,
      guards.oneSubstitute,
    ],
    emits: ['SubstituteAppointed'],
    decide: ({ state: { memberId }, input: { id, toId, unitId, office, from, until, reason } }) => [
      {
        type: 'SubstituteAppointed',
        data: { memberId, id, toId, unitId, office, from, until, reason },
      },
    ],
  }),
  endSubstitute: command({
    input: input.EndSubstitute,
    from: ['open'],
    by: any(is('memberId'), fromAbove),
    personal: true,
    guards: [ending.substituteActs],
    emits: ['SubstituteEnded'],
    decide: ({ state: { memberId }, input: { id, unitId, on } }) => [
      { type: 'SubstituteEnded', data: { memberId, id, unitId, on } },
    ],
  }),
  close: command({
    input: input.CloseDelegations,
    from: ['open'],
    by: system,
    emits: ['DelegationsClosed'],
    decide: ({ state: { memberId }, input: { on } }) => [
      { type: 'DelegationsClosed', data: { memberId, on } },
    ],
  }),
};

/** What one person has given others to do in their place, and who replaces them while absent. */
export const delegation = defineWorkflow<DelegationState, DelegationFacts>()({
  name: 'delegation',
  version: 1,
  stream: 'delegation',
  idPattern: input.GIVER_ID,
  start: delegationStart,
  states: DELEGATION_STATES,
  facts: delegationFacts,
  commands: () => ({ ...given, ...appointed }),
});
