import { above, any, commandsOf, holds, stateOf, system } from '#libs/kernel';
import type { RulePack } from '../rules/index.js';
import { firstYearAffected, rulesOfTheDay } from '../rules/index.js';
import * as input from './organisation.commands.js';
import type { OrganisationFacts, OrgUnitView } from './organisation.events.js';
import * as guards from './organisation.guards.js';
import type { OrganisationState, OrganisationStateName } from './organisation.state.js';

const unit = (field: string) => stateOf<OrgUnitView>('organisation', field);
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

const command = commandsOf<OrganisationState, OrganisationFacts, OrganisationStateName>();

/** How units come, change and go. */
export const unitsChange = {
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
    guards: [guards.notBeforeFounding, guards.newParentFits, guards.stillUnderThatUnit],
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
};
