import { commandsOf, above, all, any, holds, is, not, stateOf, system } from '#libs/kernel';
import type { MembershipView } from '../membership/membership.events.js';
import { countedUnit, isLeaderIn } from '../membership/membership.events.js';
import { rulesOf } from '../rules/index.js';
import * as input from './registration.commands.js';
import type { RegistrationFacts } from './registration.events.js';
import { shortcomingId } from './registration.form.js';
import * as guards from './registration.guards.js';
import type { RegistrationState, RegistrationStateName } from './registration.state.js';

const membership = stateOf<MembershipView>('membership', 'memberId');
const rules = rulesOf('year');

/** Whoever stands above the cell; never the member. */
export const levelAbove = all(
  any(above('secretary', 'unitId'), above('committee', 'unitId')),
  not(is('memberId')),
);

/** The cell committee, or whoever stands above it; never the member. */
export const cell = all(
  any(
    holds('secretary', 'unitId'),
    holds('deputy', 'unitId'),
    above('secretary', 'unitId'),
    above('committee', 'unitId'),
  ),
  not(is('memberId')),
);

const command = commandsOf<RegistrationState, RegistrationFacts, RegistrationStateName>();

/** What the cell committee does: return, endorse, publish, assess, close. */
export const decidedByCell = {
  return: command({
    input: input.ReturnRegistration,
    from: ['submitted'],
    by: cell,
    guards: [guards.someRemark],
    emits: ['RegistrationReturned'],
    decide: ({ state: { memberId, year, unitId }, input: { remarks } }) => [
      {
        type: 'RegistrationReturned',
        data: { memberId, year, unitId: unitId!, lines: remarks.map(({ path }) => path) },
        sealed: {
          remarks: { of: memberId, value: remarks.map(({ path, text }) => ({ path, text })) },
        },
      },
    ],
  }),
  endorse: command({
    input: input.EndorseRegistration,
    from: ['submitted'],
    by: cell,
    needs: { rules, membership },
    guards: [guards.memberIsObliged, guards.endorsedLeaderHasPlan],
    emits: ['RegistrationEndorsed'],
    decide({ state, input: { minutesNo }, needs }) {
      const { memberId, year, unitId, counts, personalPlan } = state;
      const data = {
        memberId,
        year,
        countedUnitId: countedUnit(needs.membership!, year)!,
        unitId: unitId!,
        counts: counts!,
        leader: isLeaderIn(needs.membership!, year),
        personalPlan,
        ...(minutesNo !== undefined && { minutesNo }),
      };
      return [{ type: 'RegistrationEndorsed', data }];
    },
  }),
  publish: command({
    input: input.PublishRegistration,
    from: ['endorsed', 'in_force'],
    by: cell,
    emits: ['RegistrationPublished'],
    decide: ({
      state: { memberId, year, unitId, textRevision },
      input: { channel, on, legalBasis },
    }) => [
      {
        type: 'RegistrationPublished',
        data: { memberId, year, unitId: unitId!, channel, on, textRevision, legalBasis },
      },
    ],
  }),
  bringIntoForce: command({
    input: input.BringRegistrationIntoForce,
    from: ['endorsed'],
    by: any(system, cell),
    emits: ['RegistrationEnteredIntoForce'],
    decide: ({ state: { memberId, year, unitId }, input: { on } }) => [
      { type: 'RegistrationEnteredIntoForce', data: { memberId, year, unitId: unitId!, on } },
    ],
  }),
  assess: command({
    input: input.AssessRegistration,
    from: ['endorsed', 'in_force'],
    by: cell,
    guards: [guards.everyDeedHasResult, guards.shortcomingsAreDistinct],
    emits: ['RegistrationAssessed'],
    decide({ state, input: given }) {
      const { memberId, year, unitId } = state;
      const found = (given.shortcomings ?? []).map(({ id, area, severity, text }, index) => ({
        id: id ?? shortcomingId(state, index),
        area,
        severity,
        text,
      }));
      const data = {
        memberId,
        year,
        unitId: unitId!,
        results: given.results.map(({ key, result }) => ({ key, result })),
        shortcomings: found.map(({ id, area, severity }) => ({ id, area, severity })),
      };
      const value = {
        ...(given.text !== undefined && { text: given.text }),
        shortcomings: found.map(({ id, text }) => ({ id, text })),
      };
      return [
        { type: 'RegistrationAssessed', data, sealed: { assessment: { of: memberId, value } } },
      ];
    },
  }),
  close: command({
    input: input.CloseRegistration,
    from: ['assessed'],
    by: any(system, cell),
    emits: ['RegistrationClosed'],
    decide: ({ state: { memberId, year, unitId }, input: { on } }) => [
      { type: 'RegistrationClosed', data: { memberId, year, unitId: unitId!, on } },
    ],
  }),
};
