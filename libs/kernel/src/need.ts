/**
 * Something a command must know that is not in its own stream: another stream's state, a rule
 * pack. The engine resolves needs, in the order in which they are declared, before `decide`.
 * `Value` is what the resolved need gives.
 */
export interface Need<Value> {
  /** Which resolver answers: `stream`, `rules`, ... */
  readonly kind: string;
  /** What the documentation says of it: `membership(memberId)`. */
  readonly label: string;
  /** For `stream`: the workflow whose folded state is wanted. */
  readonly workflow?: string;
  /** The key to resolve by; `undefined` resolves to `undefined`. Pure. */
  key(source: NeedSource): string | undefined;
  /** For a need of many streams: their keys; the value is then a map by key of those that exist. */
  keys?(source: NeedSource): readonly string[];
  /** Only carries the type. */
  readonly value?: Value;
}

export interface NeedSource {
  readonly id: string;
  readonly state: Readonly<Record<string, unknown>>;
  readonly input: Readonly<Record<string, unknown>>;
  /** Needs already resolved (declared earlier). */
  readonly needs: Readonly<Record<string, unknown>>;
  /** Business date of the command, ISO 8601. */
  readonly occurredAt: string;
}

export type Needs = Readonly<Record<string, Need<unknown>>>;
export type Resolved<N> = {
  readonly [K in keyof N]: N[K] extends Need<infer Value> ? Value : never;
};

/** A field of the state or, when the state has none, of the input. */
export const fieldOf = (source: Pick<NeedSource, 'state' | 'input'>, name: string): unknown =>
  source.state[name] ?? source.input[name];

const byField =
  (name: string) =>
  (source: NeedSource): string | undefined => {
    const value = fieldOf(source, name);
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
  };

/** A need of any kind; `from` is a field name or a pure function of the source. */
export const need = <Value>(
  kind: string,
  label: string,
  from: string | ((source: NeedSource) => string | undefined),
): Need<Value> => ({
  kind,
  label,
  key: typeof from === 'string' ? byField(from) : from,
});

/** The folded state of another stream, or `undefined` if that stream does not exist. */
export const stateOf = <View>(
  workflow: string,
  from: string | ((source: NeedSource) => string | undefined),
): Need<View | undefined> => ({
  ...need<View | undefined>(
    'stream',
    `${workflow}(${typeof from === 'string' ? from : '…'})`,
    from,
  ),
  workflow,
});

/** The folded states of several streams by id; a stream that does not exist is not in the map. */
export const statesOf = <View>(
  workflow: string,
  label: string,
  keys: (source: NeedSource) => readonly string[],
): Need<ReadonlyMap<string, View>> => ({
  ...need<ReadonlyMap<string, View>>('streams', `${workflow}(${label})`, () => undefined),
  workflow,
  keys,
});
