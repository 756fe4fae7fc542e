import { keyedTable, logTable } from './table.js';
import { defineProjection } from './projection.js';
import {
  countedLog,
  type CountedFacts,
  labelled,
  owners,
  totals,
} from './testing/counted.fixtures.js';
import { given } from './testing/projection-specification.js';
import { projectionContract } from './testing/projection.contract.js';

projectionContract(totals(), countedLog);
projectionContract(owners(), countedLog);

describe('a projection', () => {
  it('wants only the events it handles', () =>
    expect(owners().types).toEqual(['Labelled', 'Removed']));

  it('replaces what it knows', () =>
    given(labelled('a', 'x'), labelled('a', 'y'))
      .when(owners())
      .thenRows('owner', [{ owner: 'a', label: 'y', changes: 2 }]));

  it('forgets what was removed, and begins again', () =>
    given(labelled('a', 'x'), { type: 'Removed', data: { owner: 'a' } }, labelled('a', 'y'))
      .when(owners())
      .thenRows('owner', [{ label: 'y', changes: 1 }]));

  it('shows nothing before its first fact', () => given().when(owners()).thenNoRows('change'));

  it.each([
    ['a table name that is not snake case', { Seen: logTable({ columns: { a: 'text' } }) }],
    ['a table without a key', { seen: keyedTable({ columns: { a: 'text' }, key: [] }) }],
  ])('is refused with %s', (_, tables) =>
    expect(() =>
      defineProjection<CountedFacts>()({ name: 'p', version: 1, tables, on: {} }),
    ).toThrow(/table/),
  );
});
