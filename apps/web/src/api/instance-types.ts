import type { Action } from './types.js';

/** The part of JSON Schema that describes the input of a command. */
export interface JsonSchema {
  type?: string;
  properties?: Record<string, JsonSchema>;
  required?: readonly string[];
  items?: JsonSchema;
  enum?: readonly (string | number)[];
  oneOf?: readonly JsonSchema[];
  anyOf?: readonly JsonSchema[];
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
}

/** One button, with what its command takes. */
export interface OfferedAction extends Action {
  input: JsonSchema;
}

export interface OfferedActions {
  revision: number;
  state: string;
  actions: OfferedAction[];
}

/** One record of any workflow as it stands; sealed parts only for whoever may read them. */
export interface Instance {
  workflow: string;
  id: string;
  revision: number;
  state: string;
  definitionVersion: number;
  rulePack: string | null;
  data: Record<string, unknown>;
  actions: Action[];
}
