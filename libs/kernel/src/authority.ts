/** Who acts: `id` is a pseudonymous person id; `onBehalfOf` the person acted for. */
export interface Actor {
  readonly id: string;
  readonly onBehalfOf?: string | undefined;
  readonly kind: 'person' | 'system';
}

/** Offices and the unit tree as they are at the moment of deciding; resolved before `decide`. */
export interface Authority {
  holds(person: string, office: string, unitId: string): boolean;
  /** Ids of the units above, nearest first. */
  ancestors(unitId: string): readonly string[];
  warranted(person: string, unitId: string): boolean;
}

/** What a policy is evaluated against. */
export interface PolicyContext {
  readonly actor: Actor;
  readonly authority: Authority;
  /** Value of a state (first) or input field. */
  field(name: string): unknown;
  /** Everyone who had a hand in the last fact of this type in the stream. */
  authorsOf(step: string): readonly string[];
}

/** Which office in which unit made an act lawful. */
export interface Capacity {
  readonly office: string;
  readonly unit: string;
}
