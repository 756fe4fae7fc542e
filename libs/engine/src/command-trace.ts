import type { Tracer, TraceSpan } from '#libs/event-store';
import type { AnyWorkflow } from '#libs/kernel';
import type { CommandRequest, Outcome } from './command-request.js';

/**
 * The span of a command. What it says names no person: kind of record, command, who acts by kind
 * (person or system), outcome and codes; no id of a record either, since it may hold that of a
 * member, nor the key.
 */
export function commandSpan(
  tracer: Tracer | undefined,
  workflow: AnyWorkflow,
  request: CommandRequest,
): TraceSpan | undefined {
  if (tracer === undefined) return undefined;
  // An undeclared name is whatever somebody sent.
  const command = Object.hasOwn(workflow.commands, request.command) ? request.command : 'unknown';
  return tracer.span(`${workflow.name}.${command}`, {
    parent: request.trace,
    values: {
      'guong.workflow': workflow.name,
      'guong.command': command,
      'guong.actor_kind': request.actor.kind,
    },
  });
}

/** Ends it with what became of the command; `undefined`: the store threw. */
export function endSpan(span: TraceSpan, outcome: Outcome | undefined, retries: number): void {
  if (outcome !== undefined)
    span.set({
      'guong.outcome': outcome.kind,
      'guong.revision': outcome.revision,
      ...(retries > 0 && { 'guong.retries': retries }),
      ...(outcome.kind === 'accepted' && { 'guong.repeated': outcome.repeated }),
      ...(outcome.kind === 'refused' && {
        'guong.reasons': outcome.reasons.map(({ code }) => code).join(' '),
      }),
    });
  span.end();
}
