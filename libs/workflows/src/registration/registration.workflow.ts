import { above, all, any, defineWorkflow, holds, is, not, stateOf, system } from '#libs/kernel';
import type { MembershipView } from '../membership/membership.events.js';
import { countedUnit, isLeaderIn } from '../membership/membership.events.js';
import { rulesOf } from '../rules/index.js';
import * as input from './registration.commands.js';
import type {
  RegistrationFacts,
  RegistrationForm,
  RegistrationView,
} from './registration.events.js';
import { countDeeds, deedFactsOf, formOf } from './registration.form.js';
import * as guards from './registration.guards.js';
import { type RegistrationState, registrationStart } from './registration.state.js';

const membership = stateOf<MembershipView>('membership', 'memberId');
const rules = rulesOf('year');
const previous = stateOf<RegistrationView>(
  'registration',
  ({ state }) => `${String(state['memberId'])}-${Number(state['year']) - 1}`,
);

/** The cell committee, or whoever stands above it; never the member. */
const cell = all(
  any(
    holds('secretary', 'unitId'),
    holds('deputy', 'unitId'),
    above('secretary', 'unitId'),
    above('committee', 'unitId'),
  ),
  not(is('memberId')),
);

const formGuards = [
  guards.deedsWithinLimits,
  guards.everyDeedIsMeasurable,
  guards.deadlinesInYear,
  guards.noDeedTwice,
  guards.keysAreDistinct,
  guards.everyAreaIsAnswered,
  guards.leaderHasPlan,
  guards.oldShortcomingsAnswered,
] as const;

const takeForm = (state: RegistrationState, form: unknown): void =>
  void (state.form = form as RegistrationForm | undefined);

/** Yearly registration of what a member will do and mend (domain brief, 3B). */
export const registration = defineWorkflow<RegistrationState, RegistrationFacts>()({
  name: 'registration',
  version: 1,
  stream: 'commitment',
  idPattern: input.REGISTRATION_ID,
  start: registrationStart,
  states: {
    draft: { start: true },
    submitted: {},
    returned: {},
    endorsed: {},
    in_force: {},
    assessed: {},
    closed: { final: true },
  },

  facts: {
    RegistrationDrafted: {
      apply: (state, _data, fact) => takeForm(state, fact.sealed?.['form']?.value),
    },
    RegistrationSubmitted: {
      to: 'submitted',
      apply(state, data, fact) {
        state.unitId = data.unitId;
        state.deeds = data.deeds;
        state.counts = data.counts;
        state.leader = data.leader;
        state.personalPlan = data.personalPlan;
        state.remarks = [];
        state.textRevision = fact.revision;
        takeForm(state, fact.sealed?.['form']?.value);
      },
    },
    RegistrationReturned: {
      to: 'returned',
      apply: (state, _data, fact) =>
        void (state.remarks =
          (fact.sealed?.['remarks']?.value as RegistrationState['remarks']) ?? []),
    },
    RegistrationEndorsed: {
      to: 'endorsed',
      apply(state, data) {
        state.endorsed = true;
        state.leader = data.leader;
        state.countedUnitId = data.countedUnitId;
      },
    },
    RegistrationPublished: { apply: () => undefined },
    RegistrationEnteredIntoForce: { to: 'in_force', apply: () => undefined },
    RegistrationAdjusted: {
      apply(state, data, fact) {
        state.deeds = data.deeds;
        state.counts = data.counts;
        state.personalPlan = data.personalPlan;
        state.textRevision = fact.revision;
        takeForm(state, fact.sealed?.['form']?.value);
      },
    },
    RegistrationAssessed: {
      to: 'assessed',
      apply(state, data, fact) {
        const assessment = fact.sealed?.['assessment']?.value as
          { shortcomings: RegistrationState['shortcomingTexts'] } | undefined;
        state.results = data.results;
        state.shortcomings = data.shortcomings;
        state.shortcomingTexts = assessment?.shortcomings;
      },
    },
    RegistrationClosed: { to: 'closed', apply: () => undefined },
  },

  commands: (command) => ({
    saveDraft: command({
      input: input.SaveRegistrationDraft,
      from: ['draft', 'returned'],
      by: is('memberId'),
      needs: { rules, membership },
      guards: [guards.memberIsObliged],
      emits: ['RegistrationDrafted'],
      decide: ({ state: { memberId, year }, input: given }) => [
        {
          type: 'RegistrationDrafted',
          data: { memberId, year },
          sealed: { form: { of: memberId, value: formOf(given) } },
        },
      ],
    }),
    submit: command({
      input: input.SubmitRegistration,
      from: ['draft', 'returned'],
      by: is('memberId'),
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
          personalPlan: given.personalPlan !== undefined,
          late: occurredAt.slice(5, 10) > needs.rules.registration.window.to,
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
          countedUnitId: countedUnit(needs.membership!, year) ?? unitId!,
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
    adjust: command({
      input: input.AdjustRegistration,
      from: ['in_force'],
      by: is('memberId'),
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
          personalPlan: given.personalPlan !== undefined,
          previousPersonalPlan: state.personalPlan,
        };
        const sealed = {
          form: { of: memberId, value: formOf(given) },
          reason: { of: memberId, value: given.reason },
        };
        return [{ type: 'RegistrationAdjusted', data, sealed }];
      },
    }),
    assess: command({
      input: input.AssessRegistration,
      from: ['endorsed', 'in_force'],
      by: cell,
      guards: [guards.everyDeedHasResult],
      emits: ['RegistrationAssessed'],
      decide({ state: { memberId, year, unitId }, input: given }) {
        const found = (given.shortcomings ?? []).map((one, index) => ({
          ...one,
          id: one.id ?? `${year}-${index + 1}`,
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
  }),

  deadlines: {
    endorsement: {
      whileIn: ['submitted'],
      due: { after: 'P10D', calendar: 'working' },
      remind: ['-P3D', '-P1D'],
      command: 'endorse',
    },
    correction: {
      whileIn: ['returned'],
      due: { after: 'P10D', calendar: 'working' },
      remind: ['-P3D'],
      command: 'submit',
    },
  },
});
