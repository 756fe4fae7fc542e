import type { StoredEvent } from '#libs/event-store';

const DAY_MS = 86_400_000;

/**
 * An event as a person reads it: both times, who, in which capacity, by which rule; its sealed parts
 * by name only for whoever may read the record.
 */
export const historyItem = (
  event: StoredEvent,
  actorName: string | null,
  isSealedOpen: boolean,
) => ({
  position: event.position,
  stream: event.stream,
  revision: event.revision,
  type: event.type,
  occurredAt: event.occurredAt,
  recordedAt: event.recordedAt,
  delayDays: Math.floor((Date.parse(event.recordedAt) - Date.parse(event.occurredAt)) / DAY_MS),
  actor: event.actor,
  actorName,
  onBehalfOf: event.onBehalfOf ?? null,
  capacity: event.capacity ?? null,
  policy: event.policy,
  data: event.data,
  ...(isSealedOpen && event.sealed && { sealed: openedParts(event) }),
});

/** The sealed parts by name, without whose they are. */
const openedParts = (event: StoredEvent) =>
  Object.fromEntries(Object.entries(event.sealed ?? {}).map(([name, part]) => [name, part.value]));
