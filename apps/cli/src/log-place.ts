import { join, resolve } from 'node:path';
import type { CopiedClock } from '#libs/assembly';
import type { Clock, EventStore } from '#libs/event-store';
import { type EventStoreDb, eventStoreDb } from '#libs/event-store-eventstoredb';
import { sqliteEventStore } from '#libs/event-store-sqlite';
import { ensureFolder, SettingError } from '#libs/platform';
import { isEmptyFolder, logName } from './place.js';
import { PlaceError } from './trouble.js';

/** Where a log is: in a data folder, or on a server. */
export type LogPlace =
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'server'; readonly url: string };

/** Appends under way at once into a file: those of one recorded time share a transaction. */
const AT_ONCE_IN_FILE = 256;

/** `esdb://…` or a folder, as a person writes it. Throws SettingError on other addresses. */
export function logPlace(text: string): LogPlace {
  if (/^esdb(\+discover)?:\/\//.test(text)) return { kind: 'server', url: text };
  if (!/^[a-z][a-z0-9+]+:\/\//.test(text)) return { kind: 'folder', folder: resolve(text) };
  throw new SettingError('--to', {
    vi: '--to: cần một thư mục hoặc địa chỉ dạng esdb://user:password@host:2113',
    en: '--to: a folder or an address like esdb://user:password@host:2113 is needed',
  });
}

/** The place by a name that says nothing secret. */
export const nameOfLog = (place: LogPlace): string =>
  place.kind === 'folder' ? place.folder : logName(place.url);

/** Whether both are the same log. */
export const isSameLog = (one: LogPlace, other: LogPlace): boolean =>
  nameOfLog(one) === nameOfLog(other);

export const isMissing = (place: LogPlace): boolean =>
  place.kind === 'folder' && isEmptyFolder(place.folder);

/** A log ready to be written as a copy. */
export interface Target {
  readonly store: EventStore;
  /** See `MoveOptions`. */
  readonly atOnce: number;
  readonly foreign: () => string | undefined;
}

/**
 * Opens a log for nobody else: a folder that a server has open is refused. Throws PlaceError with
 * what the store said.
 */
export const openSource = (place: LogPlace): Promise<EventStore> =>
  named(place, () =>
    place.kind === 'folder'
      ? sqliteEventStore({ file: join(place.folder, 'events.db'), clock: Date.now })
      : openServer(place.url, Date.now),
  );

/**
 * Opens a log whose recorded times `clock` says, making the folder if need be; a server whose
 * settings let the record be changed is refused. Throws as above.
 */
export const openTarget = (place: LogPlace, clock: CopiedClock): Promise<Target> =>
  named(place, async () => {
    if (place.kind === 'server') return openServerTarget(place.url, clock);
    ensureFolder(place.folder);
    const file = join(place.folder, 'events.db');
    // A copy cut short is simply gone on with: it need not wait for the disk at every append.
    const store = sqliteEventStore({ file, clock, sync: 'checkpoint' });
    return { store, atOnce: AT_ONCE_IN_FILE, foreign: () => undefined };
  });

/** Appends one after the other: a server does not promise the order of those sent at once. */
async function openServerTarget(url: string, clock: CopiedClock): Promise<Target> {
  // Judged by a clock of today, and not by the one that says when events were recorded.
  const judged = openServer(url, Date.now);
  await judged.requireSafe().finally(() => judged.close());
  let foreign: string | undefined;
  const store = openServer(url, clock, { onForeign: (stream) => (foreign ??= stream) });
  return { store, atOnce: 1, foreign: () => foreign };
}

interface ServerOptions {
  /** For one call, ms; default 5,000. */
  readonly deadlineMs?: number;
  /** Told the stream of an event that none of us wrote. */
  readonly onForeign?: (stream: string) => void;
}

/**
 * Opens the log of a server; nothing is sent yet. Throws SettingError if the address is unusable.
 */
export function openServer(
  url: string,
  clock: Clock,
  { deadlineMs, onForeign }: ServerOptions = {},
): EventStoreDb {
  try {
    return eventStoreDb({
      url,
      clock,
      deadlineMs,
      onAlarm: ({ code, stream = '' }) =>
        void (code === 'LOG_FOREIGN_EVENT' && onForeign?.(stream)),
    });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    // The message of the adapter names what is wrong and never the address itself.
    throw new SettingError('esdb', {
      vi: `địa chỉ nhật ký: ${error.message}`,
      en: `address of the log: ${error.message}`,
    });
  }
}

async function named<T>(place: LogPlace, open: () => T | Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (error) {
    throw error instanceof SettingError ? error : new PlaceError(nameOfLog(place), error);
  }
}
