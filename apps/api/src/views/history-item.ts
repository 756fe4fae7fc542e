import type { StoredEvent } from '#libs/event-store';
import type { Reading } from '../access/viewer.js';

const DAY_MS = 86_400_000;

/**
 * An event as a person reads it: both times, who, in which capacity, by which rule; sealed parts by
 * name only for whoever may read the record, and one's own wherever they are.
 */
export const historyItem = (event: StoredEvent, actorName: string | null, reading: Reading) => {
  const sealed = openedParts(event, reading);
  return {
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
    data: reading.tallies ? event.data : withoutTally(event.data),
    ...(sealed !== undefined && { sealed }),
  };
};

/** Whether the reader may know by name who did it: everybody, leaders in their office, oneself. */
export const mayNameActor = (
  { actor, capacity }: Pick<StoredEvent, 'actor' | 'capacity'>,
  { names, reader }: Reading,
): boolean =>
  names === 'all' || (names === 'leaders' && capacity !== undefined) || actor === reader;

/** The sealed parts by name, without whose they are. */
function openedParts(
  { sealed = {} }: StoredEvent,
  reading: Reading,
): Readonly<Record<string, unknown>> | undefined {
  const open = Object.entries(sealed).filter(
    ([, part]) => reading.parts === 'all' || part.of === reading.reader,
  );
  if (open.length === 0) return undefined;
  return Object.fromEntries(open.map(([name, part]) => [name, part.value]));
}

/** Totals of a secret ballot are for tellers, chair and deciding body. */
const withoutTally = (data: object): object => {
  if (!('tally' in data) && !('ballot' in data)) return data;
  const {
    tally: _tally,
    winner: _winner,
    ballot: _ballot,
    ...rest
  } = data as Record<string, unknown>;
  return rest;
};
