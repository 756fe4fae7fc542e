import { above, any, commandsOf, holds, stateOf, system } from '#libs/kernel';
import type { MembershipView } from '../membership/membership.events.js';
import type { OrgUnitView } from '../organisation/organisation.events.js';
import * as input from './model.commands.js';
import type { ModelFacts } from './model.events.js';
import * as guards from './model.guards.js';
import { type ModelState, type ModelStateName, ofModel } from './model.state.js';

const fromAbove = any(system, above('secretary', 'unitId'), above('committee', 'unitId'));
const keeper = any(
  holds('secretary', 'unitId'),
  holds('deputy', 'unitId'),
  holds('committee', 'unitId'),
  fromAbove,
);

const command = commandsOf<ModelState, ModelFacts, ModelStateName>();

/** What a unit and those above it do with a model. */
export const modelDecisions = {
  register: command({
    input: input.RegisterModel,
    from: ['none'],
    by: keeper,
    needs: {
      unit: stateOf<OrgUnitView>('organisation', 'unitId'),
      owner: stateOf<MembershipView>('membership', 'ownerId'),
    },
    guards: [guards.unitIsOpen, guards.ownerFits],
    emits: ['ModelRegistered'],
    decide({ id, input: { unitId, kind, name, ownerId, on } }) {
      const of = { modelId: id, unitId, kind, year: Number(on.slice(0, 4)) };
      const data = { ...of, name, ...(ownerId !== undefined && { ownerId }), on };
      return [{ type: 'ModelRegistered', data }];
    },
  }),
  pilot: command({
    input: input.PilotModel,
    from: ['registered'],
    by: keeper,
    guards: [guards.stepsInOrder],
    emits: ['ModelPiloted'],
    decide: ({ state, input: { on } }) => [
      { type: 'ModelPiloted', data: { ...ofModel(state, on), on } },
    ],
  }),
  recognise: command({
    input: input.RecogniseModel,
    from: ['pilot'],
    by: fromAbove,
    guards: [guards.stepsInOrder],
    emits: ['ModelRecognised'],
    decide: ({ state, input: { decisionNo, evidenceNo, on } }) => [
      { type: 'ModelRecognised', data: { ...ofModel(state, on), decisionNo, on, evidenceNo } },
    ],
  }),
  replicate: command({
    input: input.ReplicateModel,
    from: ['recognised', 'replicated'],
    by: any(keeper, holds('secretary', 'atUnitId')),
    needs: { copyist: stateOf<OrgUnitView>('organisation', 'atUnitId') },
    guards: [guards.copyIsNew, guards.stepsInOrder],
    emits: ['ModelReplicated'],
    decide: ({ state, input: { atUnitId, on } }) => [
      {
        type: 'ModelReplicated',
        data: { ...ofModel(state, on), atUnitId, on, count: state.replications.length + 1 },
      },
    ],
  }),
  retire: command({
    input: input.RetireModel,
    from: ['registered', 'pilot', 'recognised', 'replicated'],
    by: keeper,
    guards: [guards.stepsInOrder],
    emits: ['ModelRetired'],
    decide: ({ state, input: { on, reason } }) => [
      { type: 'ModelRetired', data: { ...ofModel(state, on), on, reason } },
    ],
  }),
};
