import { above, all, any, commandsOf, holds, is, not, stateOf, system } from '#libs/kernel';
import type { OrgUnitView } from '../organisation/organisation.events.js';
import { firstYearAffected, firstYearOwed, rulesOfTheDay } from '../rules/index.js';
import * as input from './membership.commands.js';
import { effective, registrationOfThatYear } from './membership.counting.js';
import type { MembershipFacts, Person } from './membership.events.js';
import * as guards from './membership.guards.js';
import {
  isLeader,
  lastCounted,
  type MembershipState,
  type MembershipStateName,
} from './membership.state.js';

const unit = stateOf<OrgUnitView>('organisation', 'unitId');
const byUnit = any(
  system,
  holds('secretary', 'unitId'),
  above('committee', 'unitId'),
  above('secretary', 'unitId'),
);

/** Nobody decides on their own standing, whatever office they hold. */
const notOneself = not(is('memberId'));

/** Whether somebody is excused is not for themselves to say. */
const byCellNotSelf = any(
  system,
  all(any(holds('secretary', 'unitId'), above('committee', 'unitId')), not(is('memberId'))),
);

const person = (given: { fullName: string; birthDate?: string; joinedOn?: string }): Person => ({
  fullName: given.fullName,
  ...(given.birthDate !== undefined && { birthDate: given.birthDate }),
  ...(given.joinedOn !== undefined && { joinedOn: given.joinedOn }),
});

const command = commandsOf<MembershipState, MembershipFacts, MembershipStateName>();

/** How somebody comes, stands and goes. */
export const standingChanges = {
  admit: command({
    input: input.AdmitMember,
    from: ['none'],
    by: byUnit,
    needs: { rules: rulesOfTheDay, unit },
    guards: [guards.unitIsOpen, guards.datesInOrder],
    emits: ['MemberAdmittedToUnit'],
    decide: ({ id, input: given, needs }) => [
      {
        type: 'MemberAdmittedToUnit',
        data: {
          memberId: id,
          unitId: given.unitId,
          status: given.status,
          on: given.on,
          countsFrom: firstYearOwed(needs.rules, given.on),
        },
        sealed: { person: { of: id, value: person(given) } },
      },
    ],
  }),
  correctPerson: command({
    input: input.CorrectPerson,
    from: ['active', 'ended'],
    by: byUnit,
    guards: [guards.datesInOrder],
    emits: ['PersonCorrected'],
    decide: ({ id, input: given }) => [
      {
        type: 'PersonCorrected',
        data: { memberId: id, on: given.on, reason: given.reason },
        sealed: { person: { of: id, value: person(given) } },
      },
    ],
  }),
  changeStatus: command({
    input: input.ChangeStatus,
    from: ['active'],
    by: all(byUnit, notOneself),
    guards: [guards.notBeforeAdmission, guards.statusChanges],
    emits: ['StatusChanged'],
    decide: ({ id, input: { status, on } }) => [
      { type: 'StatusChanged', data: { memberId: id, status, on } },
    ],
  }),
  grantExemption: command({
    input: input.GrantExemption,
    from: ['active'],
    by: all(any(system, holds('secretary', 'unitId'), above('committee', 'unitId')), notOneself),
    needs: { rules: rulesOfTheDay, registration: registrationOfThatYear },
    guards: [guards.notBeforeAdmission, guards.isNotExempt],
    emits: ['ExemptionGranted'],
    decide: ({ id, state, input: { on }, needs }) => [
      {
        type: 'ExemptionGranted',
        data: {
          memberId: id,
          on,
          countedUnitId: lastCounted(state)!,
          leader: isLeader(state),
          exemptFrom: effective(state, needs, on),
        },
      },
    ],
  }),
  endExemption: command({
    input: input.EndExemption,
    from: ['active'],
    by: byCellNotSelf,
    needs: { rules: rulesOfTheDay },
    guards: [guards.notBeforeAdmission, guards.isExempt],
    emits: ['ExemptionEnded'],
    decide: ({ id, state, input: { on }, needs }) => [
      {
        type: 'ExemptionEnded',
        data: {
          memberId: id,
          on,
          countedUnitId: state.unitId!,
          leader: isLeader(state),
          countsFrom: Math.max(firstYearAffected(needs.rules, on), state.counted.at(-1)!.from),
        },
      },
    ],
  }),
};
