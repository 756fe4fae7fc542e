import { hash } from 'node:crypto';
import type { Appended, NewEvent, StoredEvent } from '#libs/event-store';
import type { Decision, Instance, Resolution, WorkingCalendar } from '#libs/kernel';
import { canonicalJson, clockChanges } from '#libs/kernel';
import type { CommandRequest } from './command-request.js';
import { streamOf } from './registry.js';

/** Content that must be the same when a key comes again. */
export const hashOf = (request: CommandRequest): string =>
  hash(
    'sha256',
    canonicalJson([
      request.workflow,
      request.id,
      request.command,
      request.input,
      request.actor,
      request.occurredAt ?? null,
    ]),
    'base64url',
  );

export const eventsOf = (
  instance: Instance,
  request: CommandRequest,
  decision: Extract<Decision, { kind: 'accepted' }>,
  resolution: Resolution,
  commandHash: string,
  calendar: WorkingCalendar,
  trace?: string,
): readonly NewEvent[] => {
  const rules = resolution.needs['rules'] as { readonly id: string } | undefined;
  const stream = streamOf(instance.workflow, instance.id);
  const events = decision.facts.map((fact, index) => ({
    id: eventId(stream, request.commandId, index),
    type: fact.type,
    schemaVersion: instance.workflow.facts.get(fact.type)?.schemaVersion ?? 1,
    data: fact.data,
    ...(fact.sealed && { sealed: fact.sealed }),
    workflow: instance.workflow.name,
    definitionVersion: instance.definitionVersion,
    rulePack: instance.rulePack ?? rules?.id,
    actor: request.actor.id,
    ...(request.actor.onBehalfOf !== undefined && { onBehalfOf: request.actor.onBehalfOf }),
    ...(request.actor.via?.length && { via: request.actor.via }),
    ...(decision.capacity && { capacity: decision.capacity }),
    policy: decision.policy,
    occurredAt: resolution.occurredAt,
    commandId: request.commandId,
    commandHash,
    ...(request.causationId !== undefined && { causationId: request.causationId }),
    correlationId: request.correlationId ?? request.commandId,
    ...(trace !== undefined && { trace }),
  }));
  const clocks = clockChanges(instance, events, calendar, request.firing);
  if (clocks.length === 0) return events;
  return events.map((event, index) => (index === events.length - 1 ? { ...event, clocks } : event));
};

/** Name-based (UUID version 8 layout), so that a retry of the same command writes the same ids. */
export const eventId = (stream: string, commandId: string, index: number): string => {
  const hex = hash('sha256', `${stream}\n${commandId}\n${index}`, 'hex');
  const part = (from: number, to: number): string => hex.slice(from, to);
  return `${part(0, 8)}-${part(8, 12)}-8${part(13, 16)}-a${part(17, 20)}-${part(20, 32)}`;
};

/** The stored view of what was just appended, for the cached fold. */
export const recorded = (
  instance: Instance,
  events: readonly NewEvent[],
  answer: Appended,
): readonly StoredEvent[] => {
  const stream = streamOf(instance.workflow, instance.id);
  const first = answer.revision - events.length + 1;
  return events.map((event, index) => ({
    ...event,
    stream,
    revision: first + index,
    position: answer.position,
    recordedAt: answer.recordedAt,
  }));
};
