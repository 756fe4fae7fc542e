import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bytes, capacityTables, rounded, withTables } from './capacity.model.js';

const text = readFileSync(join(process.cwd(), 'docs/operating/capacity.md'), 'utf8');

describe('the model of capacity', () => {
  it('is what the document shows: node dist/test/bench/capacity.js writes its tables', () => {
    expect(text).toBe(withTables(text));
  });

  it.each(Object.keys(capacityTables()))('shows the table %s', (name) => {
    expect(text).toContain(`<!-- table: ${name} -->\n\n|`);
  });

  it('finds a figure that was edited by hand', () => {
    const edited = text.replace(
      /(?<=\| log after ten years, one node \|.*\| )[\d.]+(?= TB)/,
      '9.9',
    );
    expect(edited).not.toBe(text);
    expect(withTables(edited)).toBe(text);
  });

  it.each([
    [0, '0'],
    [0.0123, '0.012'],
    [7.93, '7.9'],
    [123_456, '123,000'],
  ])('rounds %p to %s', (value, shown) => {
    expect(rounded(value)).toBe(shown);
  });

  it.each([
    [950, '950 B'],
    [4_068_000_000, '4.1 GB'],
    [2.8e12, '2.8 TB'],
  ])('writes %p bytes as %s', (value, shown) => {
    expect(bytes(value)).toBe(shown);
  });
});
