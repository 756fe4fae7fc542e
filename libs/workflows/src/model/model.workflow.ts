import { defineWorkflow } from '#libs/kernel';
import { MODEL_ID } from './model.commands.js';
import { modelDecisions } from './model.decisions.js';
import type { ModelFacts } from './model.events.js';
import { modelFacts } from './model.facts.js';
import { MODEL_STATES, modelStart, type ModelState } from './model.state.js';

/** A way of doing, tried out, recognised and copied by others (domain brief, 3J). */
export const model = defineWorkflow<ModelState, ModelFacts>()({
  name: 'model',
  version: 1,
  stream: 'model',
  idPattern: MODEL_ID,
  start: modelStart,
  states: MODEL_STATES,
  facts: modelFacts,
  commands: () => modelDecisions,
});
