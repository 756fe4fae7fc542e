import type { FactSpecs } from '#libs/kernel';
import type { ModelFacts } from './model.events.js';
import type { ModelState, ModelStateName } from './model.state.js';

const dated = (state: ModelState, { on }: { on: string }): void => void (state.lastOn = on);

/** What each stored fact does; replay runs only this. */
export const modelFacts: FactSpecs<ModelState, ModelFacts, ModelStateName> = {
  ModelRegistered: {
    to: 'registered',
    apply(state, data) {
      dated(state, data);
      state.unitId = data.unitId;
      state.kind = data.kind;
      state.name = data.name;
      state.ownerId = data.ownerId;
    },
  },
  ModelPiloted: { to: 'pilot', apply: dated },
  ModelRecognised: {
    to: 'recognised',
    apply(state, data) {
      dated(state, data);
      state.recognisedOn = data.on;
    },
  },
  ModelReplicated: {
    to: 'replicated',
    apply(state, data) {
      dated(state, data);
      state.replications.push({ atUnitId: data.atUnitId, on: data.on });
    },
  },
  ModelRetired: { to: 'retired', apply: dated },
};
