import type { EventStore, StoredEvent } from '#libs/event-store';

/** One event behind a line of a sheet. */
export interface SheetEvent {
  readonly eventId: string;
  readonly position: string;
  readonly type: string;
  readonly on: string;
  readonly recordedAt: string;
  readonly stream: string;
  readonly revision: number;
}

export const lineOf = (event: StoredEvent): SheetEvent => ({
  eventId: event.id,
  position: event.position,
  type: event.type,
  on: (event.data as { on?: string }).on ?? event.occurredAt.slice(0, 10),
  recordedAt: event.recordedAt,
  stream: event.stream,
  revision: event.revision,
});

/** The event that `stream@revision` names, or null if there is none. */
export async function eventAt(
  store: Pick<EventStore, 'read'>,
  reference: string,
): Promise<SheetEvent | null> {
  const at = reference.lastIndexOf('@');
  const [event] = await store.read(reference.slice(0, at), Number(reference.slice(at + 1)));
  return event === undefined ? null : lineOf(event);
}
