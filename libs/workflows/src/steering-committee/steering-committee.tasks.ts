import {
  above,
  any,
  guard,
  holds,
  type Actor,
  not,
  obligation,
  reason,
  system,
} from '#libs/kernel';
import { OBLIGATION_INPUTS } from '../blocks/index.js';
import { TASK_NAMES } from './steering-committee.events.js';
import {
  ofSteering,
  sitting,
  type SteeringState,
  type SteeringStateName,
} from './steering-committee.state.js';

/** Those of the unit, or above it, who decide on its committee. */
export const deciding = any(
  system,
  holds('secretary', 'unitId'),
  holds('deputy', 'unitId'),
  above('secretary', 'unitId'),
  above('committee', 'unitId'),
);

const block = obligation<SteeringState, SteeringStateName>()({
  names: TASK_NAMES,
  list: 'tasks',
  identity: ofSteering,
  inputs: OBLIGATION_INPUTS,
  assignIn: ['active'],
  dealIn: ['active'],
  assignBy: deciding,
  // Whoever owes it; they need hold no office.
  reportBy: not(system),
  verifyBy: deciding,
  handOverBy: deciding,
});

interface OnTask {
  state: Readonly<SteeringState>;
  actor: Actor;
}

const isSitting = (state: Readonly<SteeringState>, id: string): boolean =>
  sitting(state).some(({ memberId }) => memberId === id);

/** Tasks are given to members of the committee. */
const ownerSits = guard<OnTask & { input: { ownerId: string } }>(
  'NOT_ON_COMMITTEE',
  ({ state, input: { ownerId } }) =>
    isSitting(state, ownerId) ? [] : [reason('NOT_ON_COMMITTEE', undefined, 'ownerId')],
);

/** And handed over among them; the engine hands over to the heir of a closed unit. */
const heirSits = guard<OnTask & { input: { heirId: string } }>(
  'NOT_ON_COMMITTEE',
  ({ state, input: { heirId }, actor }) =>
    actor.kind === 'system' || isSitting(state, heirId)
      ? []
      : [reason('NOT_ON_COMMITTEE', undefined, 'heirId')],
);

/** What members of the committee owe it, each by a day. */
export const tasks = {
  facts: block.facts,
  commands: {
    assignTask: {
      ...block.commands.assign,
      guards: [...(block.commands.assign.guards ?? []), ownerSits],
    },
    reportTask: block.commands.report,
    verifyTask: block.commands.verify,
    handOverTask: {
      ...block.commands.handOver,
      guards: [...(block.commands.handOver.guards ?? []), heirSits],
    },
  },
};
