import { above, any, commandsOf, stateOf, system } from '#libs/kernel';
import type { OrgUnitView } from '../organisation/organisation.events.js';
import { rulesOfTheDay } from '../rules/index.js';
import * as input from './membership.commands.js';
import { effective, registrationOfThatYear } from './membership.counting.js';
import type { MembershipFacts } from './membership.events.js';
import * as guards from './membership.guards.js';
import {
  isLeader,
  lastCounted,
  type MembershipState,
  type MembershipStateName,
} from './membership.state.js';

const newUnit = stateOf<OrgUnitView>('organisation', 'toUnitId');

const command = commandsOf<MembershipState, MembershipFacts, MembershipStateName>();

/** How somebody goes to another unit, or goes. */
export const movesDecided = {
  move: command({
    input: input.MoveMember,
    from: ['active'],
    by: any(system, above('committee', 'unitId'), above('secretary', 'unitId')),
    needs: { rules: rulesOfTheDay, unit: newUnit, registration: registrationOfThatYear },
    guards: [guards.notBeforeAdmission, guards.newUnitIsOpen, guards.stillInThatUnit],
    emits: ['MemberMoved'],
    decide: ({ id, state, input: { on, toUnitId }, needs }) => [
      {
        type: 'MemberMoved',
        data: {
          memberId: id,
          fromUnitId: state.unitId!,
          toUnitId,
          on,
          countsFrom: effective(state, needs, on),
          countedUnitId: lastCounted(state) ?? state.unitId!,
          obliged: lastCounted(state) !== undefined,
          leader: isLeader(state),
        },
      },
    ],
  }),
  end: command({
    input: input.EndMembership,
    from: ['active'],
    by: any(system, above('committee', 'unitId'), above('secretary', 'unitId')),
    needs: { rules: rulesOfTheDay, registration: registrationOfThatYear },
    guards: [guards.notBeforeAdmission],
    emits: ['MembershipEnded'],
    decide: ({ id, state, input: { on, reason }, needs }) => [
      {
        type: 'MembershipEnded',
        data: {
          memberId: id,
          unitId: state.unitId!,
          on,
          reason,
          countedUnitId: lastCounted(state) ?? state.unitId!,
          endsFrom: effective(state, needs, on),
          obliged: lastCounted(state) !== undefined,
          leader: isLeader(state),
        },
      },
    ],
  }),
};
