import { meets, type Row } from './row.js';
import { figure, renderTable } from './table.js';

const rate: Row = {
  id: 'single',
  what: 'one at a time',
  unit: '/s',
  raw: 8_000,
  peer: 1_000,
  ours: 5_000,
  target: { least: 4_000 },
};
const time: Row = { id: 'slow', what: 'p99', unit: 'ms', ours: 51.26, target: { most: 50 } };

describe('table', () => {
  it('shows figures, ratios, targets and whether they are met, in columns', () => {
    const note = 'by others';
    expect(renderTable([rate, time, { ...time, what: 'plain', target: undefined, note }])).toBe(
      [
        'row              raw   peer   ours       /raw  /peer   target  met  note',
        'one at a time  8,000  1,000  5,000  /s  0.63×  5.00×  ≥ 4,000  yes',
        'p99                           51.3  ms                   ≤ 50  NO',
        'plain                         51.3  ms                              by others',
      ].join('\n'),
    );
  });

  it('has a column for the embedded figure where there is one', () => {
    expect(renderTable([time, { ...rate, embedded: 6_000 }])).toBe(
      [
        'row              raw   peer  embedded   ours       /raw  /peer   target  met  note',
        'p99                                     51.3  ms                   ≤ 50  NO',
        'one at a time  8,000  1,000     6,000  5,000  /s  0.63×  5.00×  ≥ 4,000  yes',
      ].join('\n'),
    );
  });

  it.each([
    [undefined, ''],
    [0, '0'],
    [0.034, '0.03'],
    [9.876, '9.88'],
    [12.34, '12.3'],
    [123.4, '123'],
    [1234567.8, '1,234,568'],
  ])('writes %p as "%s"', (value, text) => {
    expect(figure(value)).toBe(text);
  });
});

describe('a target', () => {
  it.each([
    [rate, true],
    [{ ...rate, ours: 3_999 }, false],
    [{ ...time, ours: 50 }, true],
    [time, false],
    [{ ...time, ours: Number.POSITIVE_INFINITY }, false],
    [{ ...time, target: undefined }, undefined],
  ])('of case %# is met or not', (row, expected) => {
    expect(meets(row)).toBe(expected);
  });
});
