import { above, any, defineWorkflow, holds, stateOf, system } from '#libs/kernel';
import type { MembershipView } from '../membership/membership.events.js';
import type { RulePack } from '../rules/index.js';
import { firstYearAffected, rulesOfTheDay } from '../rules/index.js';
import * as input from './organisation.commands.js';
import type { OrganisationFacts, OrgUnitView } from './organisation.events.js';
import * as guards from './organisation.guards.js';
import { type OrganisationState, unitStart } from './organisation.state.js';

const unit = (field: string) => stateOf<OrgUnitView>('organisation', field);
const member = stateOf<MembershipView>('membership', 'memberId');
const fromAbove = any(system, above('committee', 'unitId'), above('secretary', 'unitId'));

/** First year whose plan a unit of this level, founded on this day, owes; undefined: owes none. */
const plansFrom = (rules: RulePack, level: string, on: string): number | undefined =>
  rules.programme.due[level] === undefined ? undefined : firstYearAffected(rules, on);

const closing = (
  state: Readonly<OrganisationState>,
  rules: RulePack,
  given: { on: string; decisionNo: string; heirId: string },
) => ({
  unitId: state.unitId,
  on: given.on,
  decisionNo: given.decisionNo,
  heirId: given.heirId,
  parentId: state.parentId,
  plansUntil: Math.max(firstYearAffected(rules, given.on), state.plansFrom ?? 0),
  owesPlans: state.plansFrom !== undefined,
});

const close = (state: OrganisationState, data: { on: string; heirId: string }): void => {
  state.closedOn = data.on;
  state.heirId = data.heirId;
};

/** Units as a dated tree, and who holds which post in them (domain brief, 3H). */
export const organisation = defineWorkflow<OrganisationState, OrganisationFacts>()({
  name: 'organisation',
  version: 1,
  stream: 'orgUnit',
  idPattern: input.UNIT_ID,
  start: unitStart,
  states: { none: { start: true }, open: {}, closed: { final: true } },

  facts: {
    OrgFounded: {
      to: 'open',
      apply(state, data) {
        state.name = data.name;
        state.level = data.level;
        state.parentId = data.parentId;
        state.foundedOn = data.on;
        state.plansFrom = data.plansFrom;
      },
    },
    OrgRenamed: { apply: (state, data) => void (state.name = data.name) },
    OrgReparented: { apply: (state, data) => void (state.parentId = data.toParentId) },
    OrgMerged: { to: 'closed', apply: close },
    OrgSplit: { to: 'closed', apply: close },
    OrgDissolved: { to: 'closed', apply: close },
    OfficerAppointed: {
      apply: (state, data) =>
        void state.officers.push({ memberId: data.memberId, office: data.office, from: data.on }),
    },
    OfficerEnded: {
      apply(state, data) {
        state.officers = state.officers.map((officer) =>
          officer.memberId === data.memberId &&
          officer.office === data.office &&
          officer.to === undefined
            ? { ...officer, to: data.on }
            : officer,
        );
      },
    },
  },

  commands: (command) => ({
    found: command({
      input: input.FoundUnit,
      from: ['none'],
      by: any(system, holds('committee', 'parentId'), holds('secretary', 'parentId')),
      needs: { rules: rulesOfTheDay, parent: unit('parentId') },
      guards: [guards.parentFits],
      emits: ['OrgFounded'],
      decide({ id, input: { name, level, parentId, on, decisionNo }, needs }) {
        const owed = plansFrom(needs.rules, level, on);
        const founded = { unitId: id, name, level, parentId: parentId ?? null, on, decisionNo };
        return [
          {
            type: 'OrgFounded',
            data: owed === undefined ? founded : { ...founded, plansFrom: owed },
          },
        ];
      },
    }),
    rename: command({
      input: input.RenameUnit,
      from: ['open'],
      by: fromAbove,
      guards: [guards.notBeforeFounding],
      emits: ['OrgRenamed'],
      decide: ({ state, input: { name, on, decisionNo } }) => [
        {
          type: 'OrgRenamed',
          data: { unitId: state.unitId, name, previousName: state.name, on, decisionNo },
        },
      ],
    }),
    reparent: command({
      input: input.ReparentUnit,
      from: ['open'],
      by: fromAbove,
      needs: { parent: unit('toParentId') },
      guards: [guards.notBeforeFounding, guards.newParentFits],
      emits: ['OrgReparented'],
      decide: ({ state, input: { toParentId, on, decisionNo } }) => [
        {
          type: 'OrgReparented',
          data: { unitId: state.unitId, fromParentId: state.parentId, toParentId, on, decisionNo },
        },
      ],
    }),
    merge: command({
      input: input.MergeUnit,
      from: ['open'],
      by: fromAbove,
      needs: { rules: rulesOfTheDay, heir: unit('heirId') },
      guards: [guards.notBeforeFounding, guards.heirFits],
      emits: ['OrgMerged'],
      decide: ({ state, input: given, needs }) => [
        { type: 'OrgMerged', data: closing(state, needs.rules, given) },
      ],
    }),
    split: command({
      input: input.SplitUnit,
      from: ['open'],
      by: fromAbove,
      needs: { rules: rulesOfTheDay, heir: unit('heirId') },
      guards: [guards.notBeforeFounding, guards.heirFits, guards.heirAmongParts],
      emits: ['OrgSplit'],
      decide: ({ state, input: given, needs }) => [
        { type: 'OrgSplit', data: { ...closing(state, needs.rules, given), into: given.into } },
      ],
    }),
    dissolve: command({
      input: input.DissolveUnit,
      from: ['open'],
      by: fromAbove,
      needs: { rules: rulesOfTheDay, heir: unit('heirId') },
      guards: [guards.notBeforeFounding, guards.heirFits],
      emits: ['OrgDissolved'],
      decide: ({ state, input: given, needs }) => [
        { type: 'OrgDissolved', data: closing(state, needs.rules, given) },
      ],
    }),
    appointOfficer: command({
      input: input.AppointOfficer,
      from: ['open'],
      by: fromAbove,
      needs: { member },
      guards: [
        guards.notBeforeFounding,
        guards.officerIsMember,
        guards.notYetInOffice,
        guards.oneSecretary,
      ],
      emits: ['OfficerAppointed'],
      decide: ({ state, input: { memberId, office, on, decisionNo } }) => [
        {
          type: 'OfficerAppointed',
          data: { unitId: state.unitId, memberId, office, on, decisionNo },
        },
      ],
    }),
    endOfficer: command({
      input: input.EndOfficer,
      from: ['open', 'closed'],
      by: fromAbove,
      guards: [guards.holdsThatOffice],
      emits: ['OfficerEnded'],
      decide: ({ state, input: { memberId, office, on, decisionNo } }) => [
        { type: 'OfficerEnded', data: { unitId: state.unitId, memberId, office, on, decisionNo } },
      ],
    }),
  }),
});
