import type { ModelView, OfModel } from './model.events.js';

export const MODEL_STATES = {
  none: { start: true },
  registered: {},
  pilot: {},
  recognised: {},
  replicated: {},
  retired: { final: true },
} as const;
export type ModelStateName = keyof typeof MODEL_STATES;

export interface ModelState extends ModelView {
  modelId: string;
  unitId: string | undefined;
  kind: ModelView['kind'];
  name: string;
  ownerId: string | undefined;
  lastOn: string | undefined;
  recognisedOn: string | undefined;
  replications: { readonly atUnitId: string; readonly on: string }[];
}

/** The model before it is registered. */
export const modelStart = (modelId: string): ModelState => ({
  modelId,
  unitId: undefined,
  kind: undefined,
  name: '',
  ownerId: undefined,
  lastOn: undefined,
  recognisedOn: undefined,
  replications: [],
});

/** What every fact repeats, with its own year. */
export const ofModel = ({ modelId, unitId, kind }: Readonly<ModelState>, on: string): OfModel => ({
  modelId,
  unitId: unitId!,
  kind: kind!,
  year: Number(on.slice(0, 4)),
});
