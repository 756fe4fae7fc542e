/*
 * The stored format of `model-{modelId}` streams: a way of doing that others may copy. On disk for
 * ever: add fields as optional, raise `schemaVersion` with an upcaster for anything else. Names and
 * numbers of documents; nothing is sealed.
 */

export const MODEL_KINDS = ['collective', 'individual'] as const;
export type ModelKind = (typeof MODEL_KINDS)[number];
export const RETIRE_REASONS = ['outdated', 'not_effective', 'replaced', 'owner_gone'] as const;
export type RetireReason = (typeof RETIRE_REASONS)[number];

export interface OfModel {
  modelId: string;
  unitId: string;
  kind: ModelKind;
  /** The year of this fact: of registration, recognition, replication, … */
  year: number;
}

export interface ModelFacts {
  ModelRegistered: {
    data: OfModel & {
      name: string;
      /** The member it is due to; always there for an individual one. */
      ownerId?: string;
      on: string;
    };
  };
  ModelPiloted: { data: OfModel & { on: string } };
  ModelRecognised: {
    data: OfModel & {
      decisionNo: string;
      on: string;
      /** Number of the report that shows what it achieved. */
      evidenceNo: string;
    };
  };
  ModelReplicated: {
    data: OfModel & {
      atUnitId: string;
      on: string;
      /** How many units have copied it by now. */
      count: number;
    };
  };
  ModelRetired: { data: OfModel & { on: string; reason: RetireReason } };
}

/** What others may know of a model. */
export interface ModelView {
  readonly modelId: string;
  readonly unitId: string | undefined;
  readonly kind: ModelKind | undefined;
  readonly name: string;
  readonly ownerId: string | undefined;
  readonly recognisedOn: string | undefined;
  readonly replications: readonly { readonly atUnitId: string; readonly on: string }[];
}
