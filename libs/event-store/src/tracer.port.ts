/** Values of a span; never ids of persons nor anything that names one. */
export type SpanValues = Readonly<Record<string, string | number | boolean>>;

/** A piece of work being traced, from its beginning to `end`. */
export interface TraceSpan {
  /**
   * W3C `traceparent` for what this work causes elsewhere or later; undefined: nobody records it,
   * and nothing need be passed on.
   */
  readonly traceparent: string | undefined;
  /** Says more about the work; the same name again replaces. */
  set(values: SpanValues): void;
  /** The work failed, for this reason (a code). */
  fail(code: string): void;
  end(): void;
}

export interface SpanOptions {
  /**
   * The work that caused this one: a span of this process or a `traceparent`. Left out: the work
   * under way, if the tracer knows one; else this begins a trace of its own.
   */
  readonly parent?: TraceSpan | string | undefined;
  /** `traceparent`s of further causes. */
  readonly links?: readonly string[];
  readonly values?: SpanValues;
  /** `server`: it answers somebody beyond this process. */
  readonly kind?: 'server';
}

/** Where work is reported to. Options take it or leave it out: then nothing is reported. */
export interface Tracer {
  span(name: string, options?: SpanOptions): TraceSpan;
}

/** Does a step of the work within a span, which ends with it. */
export async function traced<Result>(
  span: TraceSpan,
  step: () => Result | Promise<Result>,
): Promise<Result> {
  try {
    return await step();
  } catch (error) {
    span.fail(codeOf(error));
    throw error;
  } finally {
    span.end();
  }
}

/** The stable code of an error, or its class: its message may hold anything. */
export const codeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'UNKNOWN';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
};
