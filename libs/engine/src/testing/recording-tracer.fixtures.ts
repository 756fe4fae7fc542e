import type { SpanOptions, Tracer, TraceSpan } from '#libs/event-store';

/** A span as it was told, with the names of its causes instead of their ids. */
export interface RecordedSpan {
  readonly name: string;
  readonly parent?: string;
  readonly links?: readonly string[];
  readonly values: Record<string, string | number | boolean>;
  readonly failed?: string;
}

/** Keeps what is traced; `traceparent`s are the names of spans. Ended spans only. */
export function recordingTracer(): { tracer: Tracer; spans: RecordedSpan[] } {
  const spans: RecordedSpan[] = [];
  const nameOf = (parent: SpanOptions['parent']): string | undefined =>
    typeof parent === 'object' ? parent.traceparent : parent;
  const tracer: Tracer = {
    span(name, { parent, links, values } = {}): TraceSpan {
      const told: Record<string, string | number | boolean> = { ...values };
      let failed: string | undefined;
      return {
        traceparent: name,
        set: (more) => void Object.assign(told, more),
        fail: (code) => void (failed = code),
        end() {
          const cause = nameOf(parent);
          spans.push({
            name,
            ...(cause !== undefined && { parent: cause }),
            ...(links !== undefined && { links }),
            values: told,
            ...(failed !== undefined && { failed }),
          });
        },
      };
    },
  };
  return { tracer, spans };
}
