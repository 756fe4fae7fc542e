import type { Lease, LeaseTable, LeaseStanding } from '../lease-table.port.js';

interface Row {
  owner: string | undefined;
  token: number;
  sinceMs: number;
  /** End of the lease; of a free item: when it became free. */
  expiresMs: number;
}

/** A table of leases in memory, for tests that own the time. */
export interface MemoryLeases extends LeaseTable {
  /** Where set, every call rejects with it. */
  failure: Error | undefined;
}

/** `nowMs` is the table's clock, ms. Several holders share one table. */
export function memoryLeases(options: {
  readonly leaseMs: number;
  readonly nowMs: () => number;
}): MemoryLeases {
  const { leaseMs, nowMs } = options;
  const rows = new Map<string, Row>();
  const workers = new Map<string, number>();
  const isHeld = (row: Row): boolean => row.owner !== undefined && row.expiresMs > nowMs();
  const isOf = (worker: string, { item, token }: Lease): boolean => {
    const row = rows.get(item);
    return row?.owner === worker && row.token === token;
  };
  const standing = ([item, row]: [string, Row]): LeaseStanding => ({
    item,
    owner: isHeld(row) ? row.owner : undefined,
    token: row.token,
    since: new Date(row.sinceMs).toISOString(),
    remainsMs: isHeld(row) ? row.expiresMs - nowMs() : 0,
    idleMs: isHeld(row) ? 0 : nowMs() - row.expiresMs,
  });
  const free = (row: Row): void => {
    row.owner = undefined;
    row.expiresMs = nowMs();
  };
  const table: MemoryLeases = {
    leaseMs,
    failure: undefined,
    register: (items) =>
      answer(() => {
        for (const item of items)
          if (!rows.has(item))
            rows.set(item, { owner: undefined, token: 0, sinceMs: nowMs(), expiresMs: nowMs() });
      }),
    beat: (worker, held) =>
      answer(() => {
        workers.set(worker, nowMs());
        const renewed = held.filter((lease) => {
          const row = rows.get(lease.item);
          if (row === undefined || !isOf(worker, lease) || !isHeld(row)) return false;
          row.expiresMs = nowMs() + leaseMs;
          return true;
        });
        const alive = [...workers].filter(([, seen]) => nowMs() - seen < leaseMs);
        return {
          renewed: renewed.map(({ item }) => item),
          view: {
            leases: [...rows].map(standing).sort((a, b) => (a.item < b.item ? -1 : 1)),
            workers: alive.map(([id]) => id).sort(),
          },
        };
      }),
    acquire: (worker, items) =>
      answer(() =>
        items.flatMap((item) => {
          const row = rows.get(item);
          if (row === undefined || isHeld(row)) return [];
          Object.assign(row, { owner: worker, token: row.token + 1, sinceMs: nowMs() });
          row.expiresMs = nowMs() + leaseMs;
          return [{ item, token: row.token, since: new Date(nowMs()).toISOString() }];
        }),
      ),
    release: (worker, leases) =>
      answer(() => {
        for (const lease of leases) if (isOf(worker, lease)) free(rows.get(lease.item)!);
      }),
    leave: (worker) =>
      answer(() => {
        workers.delete(worker);
        for (const row of rows.values()) if (row.owner === worker) free(row);
      }),
  };
  const answer = <T>(work: () => T): Promise<T> =>
    table.failure === undefined ? Promise.resolve(work()) : Promise.reject(table.failure);
  return table;
}
