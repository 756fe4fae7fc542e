import type { StoredEvent } from '#libs/event-store';
import type { ParkedEvent } from './row-database.port.js';

/** Why and where a projection stopped. */
export const parkedAt = (event: StoredEvent, cause: unknown): ParkedEvent => ({
  position: event.position,
  id: idOf(event),
  type: event.type,
  error: errorText(cause),
});

/** A damaged event may not even know its id. */
const idOf = (event: StoredEvent): string => {
  try {
    return event.id;
  } catch {
    return event.position;
  }
};

/** Class and message of an error, quoted parts left out: they may quote what was stored. */
const errorText = (error: unknown): string => {
  if (!(error instanceof Error)) return 'thrown value';
  const message = error instanceof SyntaxError ? '' : error.message.replace(/"[^"]*"/g, '"…"');
  return `${error.name}: ${message}`.slice(0, 200);
};
