import type { ClockChange } from './clock.js';

/**
 * The shape of one kind of fact: `data` is clear (ids, counts, dates, codes), `sealed` is personal
 * or free text. Each sealed part belongs to exactly one person (`of`).
 */
export interface FactShape {
  data: object;
  sealed?: SealedParts;
}

/** Named sealed parts of a fact. A part may later be missing: its owner's data was erased. */
export type SealedParts = Readonly<Record<string, SealedPart>>;

export interface SealedPart<Value = unknown> {
  /** The person the part belongs to (a pseudonymous id). */
  readonly of: string;
  readonly value: Value;
}

export type DataOf<Shape> = Shape extends { data: infer Data } ? Data : never;
export type SealedOf<Shape> = Shape extends { sealed: infer Sealed } ? Sealed : undefined;

/** A fact as a workflow's `decide` returns it: not yet stored. */
export type NewFact<Facts, Type extends keyof Facts = keyof Facts> = Type extends keyof Facts
  ? { readonly type: Type; readonly data: DataOf<Facts[Type]> } & (Facts[Type] extends {
      sealed: infer Sealed;
    }
      ? { readonly sealed: Sealed }
      : { readonly sealed?: undefined })
  : never;

/** A decided fact with its static type forgotten, as engine and store handle it. */
export interface AnyFact {
  readonly type: string;
  readonly data: object;
  readonly sealed?: SealedParts | undefined;
}

/** What the fold of a stream reads of a stored event. */
export interface RecordedFact {
  readonly type: string;
  readonly revision: number;
  readonly position: string;
  readonly data: object;
  readonly sealed?: SealedParts | undefined;
  readonly actor: string;
  readonly onBehalfOf?: string | undefined;
  /** Those who passed the right on, from the person acted for to the actor. */
  readonly via?: readonly string[] | undefined;
  /** Claimed business time, ISO 8601. */
  readonly occurredAt: string;
  /** The store's clock, ISO 8601, never decreasing over the log. */
  readonly recordedAt: string;
  readonly commandId: string;
  readonly commandHash: string;
  readonly definitionVersion: number;
  readonly rulePack?: string | undefined;
  /** What the command did to the clocks of its instance; only its last fact says so. */
  readonly clocks?: readonly ClockChange[] | undefined;
}
