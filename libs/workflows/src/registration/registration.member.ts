import { commandsOf, dayOf, is, stateOf } from '#libs/kernel';
import type { MembershipView } from '../membership/membership.events.js';
import { isLeaderIn } from '../membership/membership.events.js';
import { rulesOf } from '../rules/index.js';
import * as input from './registration.commands.js';
import type { RegistrationFacts, RegistrationView } from './registration.events.js';
import { countDeeds, deedFactsOf, draftOf, formOf, isStated } from './registration.form.js';
import * as form from './registration.form-guards.js';
import * as guards from './registration.guards.js';
import type { RegistrationState, RegistrationStateName } from './registration.state.js';

const membership = stateOf<MembershipView>('membership', 'memberId');
const rules = rulesOf('year');
const previous = stateOf<RegistrationView>(
  'registration',
  ({ state }) => `${String(state['memberId'])}-${Number(state['year']) - 1}`,
);

const formGuards = [
  form.deedsWithinLimits,
  form.everyDeedSaysWhat,
  form.everyDeedIsMeasurable,
  form.deadlinesInYear,
  form.noDeedTwice,
  form.keysAreDistinct,
  form.everyAreaIsAnswered,
  guards.leaderHasPlan,
  guards.oldShortcomingsAnswered,
] as const;

const command = commandsOf<RegistrationState, RegistrationFacts, RegistrationStateName>();

/** What the member does: write, submit, adjust. */
export const decidedByMember = {
  saveDraft: command({
    input: input.SaveRegistrationDraft,
    from: ['draft', 'returned'],
    by: is('memberId'),
    personal: true,
    needs: { rules, membership },
    guards: [guards.memberIsObliged],
    emits: ['RegistrationDrafted'],
    decide: ({ state: { memberId, year }, input: given }) => [
      {
        type: 'RegistrationDrafted',
        data: { memberId, year },
        sealed: { form: { of: memberId, value: draftOf(given) } },
      },
    ],
  }),
  submit: command({
    input: input.SubmitRegistration,
    from: ['draft', 'returned'],
    by: is('memberId'),
    personal: true,
    needs: { rules, membership, previous },
    guards: [guards.memberIsObliged, guards.withinItsYear, ...formGuards],
    emits: ['RegistrationSubmitted'],
    decide({ state: { memberId, year }, input: given, needs, occurredAt }) {
      const deeds = deedFactsOf(given);
      const data = {
        memberId,
        year,
        unitId: needs.membership!.unitId!,
        deeds,
        counts: countDeeds(deeds, needs.rules),
        leader: isLeaderIn(needs.membership!, year),
        personalPlan: isStated(given.personalPlan),
        late: dayOf(occurredAt).slice(5) > needs.rules.registration.window.to,
      };
      return [
        {
          type: 'RegistrationSubmitted',
          data,
          sealed: { form: { of: memberId, value: formOf(given) } },
        },
      ];
    },
  }),
  adjust: command({
    input: input.AdjustRegistration,
    from: ['in_force'],
    by: is('memberId'),
    personal: true,
    needs: { rules, membership, previous },
    guards: [guards.memberIsObliged, guards.withinItsYear, ...formGuards],
    emits: ['RegistrationAdjusted'],
    decide({ state, input: given, needs }) {
      const { memberId, year } = state;
      const deeds = deedFactsOf(given);
      const data = {
        memberId,
        year,
        unitId: state.unitId!,
        countedUnitId: state.countedUnitId!,
        deeds,
        counts: countDeeds(deeds, needs.rules),
        previousCounts: state.counts!,
        leader: state.leader,
        personalPlan: isStated(given.personalPlan),
        previousPersonalPlan: state.personalPlan,
      };
      const sealed = {
        form: { of: memberId, value: formOf(given) },
        reason: { of: memberId, value: given.reason },
      };
      return [{ type: 'RegistrationAdjusted', data, sealed }];
    },
  }),
};
