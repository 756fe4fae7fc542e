import fc from 'fast-check';
import { defineProjection, type Projection } from '../projection.js';
import { counterTable, keyedTable, logTable, residentTable } from '../table.js';
import type { GivenFact } from './recorded-log.js';

/** Facts of no workflow, for specifying the runner. */
export interface CountedFacts {
  Added: { data: { owner: string; year: number; amount: number } };
  Labelled: { data: { owner: string; label: string | null } };
  Removed: { data: { owner: string } };
  Doubled: { data: { owner: string } };
}

export interface CountedOptions {
  readonly version?: number;
  /** Called for every event; throws where the projection is to be poisoned. */
  readonly inspect?: (event: { readonly data: object }) => void;
}

/** Sums per owner and year; `Doubled` reads its own sums back. */
export const totals = ({ version = 1, inspect }: CountedOptions = {}): Projection =>
  defineProjection<CountedFacts>()({
    name: 'totals',
    version,
    tables: {
      total: counterTable({
        columns: { owner: 'text', year: 'integer', amount: 'integer' },
        key: ['owner', 'year'],
      }),
    },
    ranges: { Doubled: ({ data }) => [{ table: 'total' as const, first: data.owner }] },
    on: {
      Added(event, rows) {
        inspect?.(event);
        const { owner, year, amount } = event.data;
        rows.total.add({ amount }, owner, year);
        rows.touch(owner);
      },
      Doubled({ data }, rows) {
        for (const { amount, year } of rows.total.within(data.owner))
          rows.total.add({ amount }, data.owner, year);
      },
    },
  });

/** The label of every owner, with a log of changes and a memory of all owners ever seen. */
export const owners = ({ version = 1, inspect }: CountedOptions = {}): Projection =>
  defineProjection<CountedFacts>()({
    name: 'owners',
    version,
    tables: {
      owner: keyedTable({
        columns: { owner: 'text', label: 'text', changes: 'integer' },
        key: ['owner'],
      }),
      known: residentTable({ columns: { owner: 'text', at: 'integer' }, key: ['owner'] }),
      change: logTable({ columns: { position: 'text', owner: 'text' } }),
    },
    memo: () => new Set<string>(),
    reads: { Labelled: ({ data }, need) => need.owner(data.owner) },
    on: {
      Labelled(event, rows, seen) {
        inspect?.(event);
        const { owner, label } = event.data;
        const row = rows.owner.get(owner);
        // A null label is what no database takes: the column is not optional.
        if (row) rows.owner.change(row, { label: label as string, changes: row.changes + 1 });
        else rows.owner.put({ owner, label: label as string, changes: 1 });
        if (rows.known.get(owner) === undefined)
          rows.known.put({ owner, at: [...rows.known.values()].length });
        seen.add(owner);
        rows.change.append({ position: event.position, owner });
      },
      Removed: ({ data }, rows) => rows.owner.delete(data.owner),
    },
  });

export const added = (owner: string, amount: number, year = 2020): GivenFact => ({
  type: 'Added',
  data: { owner, year, amount },
});
export const labelled = (owner: string, label: string | null): GivenFact => ({
  type: 'Labelled',
  data: { owner, label },
});

const owner = fc.constantFrom('a', 'b', 'c', 'd');

/** Logs of up to 60 facts of every kind. */
export const countedLog: fc.Arbitrary<readonly GivenFact[]> = fc.array(
  fc.oneof(
    fc
      .tuple(owner, fc.integer({ min: -5, max: 5 }), fc.integer({ min: 2018, max: 2021 }))
      .map(([who, amount, year]) => added(who, amount, year)),
    fc.tuple(owner, fc.constantFrom('x', 'y', 'z')).map(([who, label]) => labelled(who, label)),
    owner.map((who): GivenFact => ({ type: 'Removed', data: { owner: who } })),
    owner.map((who): GivenFact => ({ type: 'Doubled', data: { owner: who } })),
  ),
  { maxLength: 60 },
);
