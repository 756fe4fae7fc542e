import type { StoredEvent, Tracer, TraceSpan } from '#libs/event-store';

/** Commands that a batch is linked to, at most; the first is its parent. */
const CAUSES_MAX = 32;

/** The span of a live batch, in the trace of its first traced command; none: none was traced. */
export function batchSpan(
  tracer: Tracer | undefined,
  events: readonly StoredEvent[],
  projections: number,
): TraceSpan | undefined {
  if (tracer === undefined) return undefined;
  const causes = new Set<string>();
  for (const event of events) {
    const trace = traceOf(event);
    if (trace !== undefined) causes.add(trace);
    if (causes.size === CAUSES_MAX) break;
  }
  const [parent, ...links] = causes;
  if (parent === undefined) return undefined;
  const values = { 'guong.events': events.length, 'guong.projections': projections };
  return tracer.span('project', { parent, links, values });
}

/** A damaged envelope is the matter of whoever needs it. */
function traceOf(event: StoredEvent): string | undefined {
  try {
    return event.trace;
  } catch {
    return undefined;
  }
}
