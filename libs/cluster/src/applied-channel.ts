import { setTimeout as delay } from 'node:timers/promises';
import { type Position, START } from '#libs/event-store';
import { type Applied, EVERY_UNIT } from '#libs/projections';
import type { ClusterDatabase } from './cluster-database.js';
import type { Notifications } from './notifications.js';

/** What became visible, told by whoever keeps the view. */
export const APPLIED = 'guong_applied';

/** The server takes less than 8,000 bytes at a time. */
const PAYLOAD_BYTES = 7_500;
const RETRY_MS = 250;
/** More than so many units while the database was away: whoever listens looks at everything. */
const UNITS_KEPT = 10_000;

/** Tells other processes what became visible here. */
export interface AppliedPublisher {
  /** Returns at once. What comes while the database is busy or away is told together later. */
  readonly publish: (applied: Applied) => void;
  /** Resolves when everything is told, or given up after a failure. */
  readonly close: () => Promise<void>;
}

/** Publishes in the order given, several together where they come faster than the database. */
export function appliedPublisher(
  { pool }: Pick<ClusterDatabase, 'pool'>,
  onFailure?: (error: unknown) => void,
): AppliedPublisher {
  let untold: { position: Position; readonly units: Set<string> } | undefined;
  let telling: Promise<void> | undefined;
  let isClosed = false;
  const tell = async (): Promise<void> => {
    while (untold !== undefined) {
      const { position, units } = untold;
      untold = undefined;
      try {
        await pool.query('select pg_notify($1, payload) from unnest($2::text[]) payload', [
          APPLIED,
          payloadsOf({ position, units: [...units] }),
        ]);
      } catch (error) {
        onFailure?.(error);
        if (isClosed) return;
        add(position, units);
        await delay(RETRY_MS);
      }
    }
  };
  const add = (position: Position, units: Iterable<string>): void => {
    untold ??= { position, units: new Set() };
    if (position > untold.position) untold.position = position;
    for (const unit of units) untold.units.add(unit);
    if (untold.units.size <= UNITS_KEPT) return;
    untold.units.clear();
    untold.units.add(EVERY_UNIT);
  };
  return {
    publish({ position, units }) {
      add(position, units);
      telling ??= tell().finally(() => (telling = undefined));
    },
    async close() {
      isClosed = true;
      await telling;
    },
  };
}

/** As one payload, or as several of the same position. */
export function payloadsOf({ position, units }: Applied): readonly string[] {
  const frame = Buffer.byteLength(JSON.stringify({ position, units: [] }));
  const parts: string[][] = [[]];
  let bytes = frame;
  for (const unit of units) {
    const size = Buffer.byteLength(JSON.stringify(unit)) + 1;
    if (bytes + size > PAYLOAD_BYTES) {
      parts.push([]);
      bytes = frame;
    }
    parts.at(-1)!.push(unit);
    bytes += size;
  }
  return parts.map((part) => JSON.stringify({ position, units: part }));
}

/**
 * Calls the listener with what became visible in any process; returns how to leave. After a time
 * in which something may have been missed it is told of every unit.
 */
export function onAppliedAnywhere(
  notifications: Notifications,
  listener: (applied: Applied) => void,
): () => void {
  let last: Position = START;
  const leaving = [
    notifications.on(APPLIED, (payload) => {
      const applied = JSON.parse(payload) as Applied;
      if (applied.position > last) last = applied.position;
      listener(applied);
    }),
    notifications.onGap(() => listener({ position: last, units: [EVERY_UNIT] })),
  ];
  return () => {
    for (const leave of leaving) leave();
  };
}
