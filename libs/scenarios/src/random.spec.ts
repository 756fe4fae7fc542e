import { randomOf } from './random.js';

const numbers = (seed: number, name: string): number[] => {
  const random = randomOf(seed, name);
  return Array.from({ length: 1000 }, () => random.next());
};

describe('chance that repeats itself', () => {
  it('gives the same sequence for the same seed and name, and no other', () => {
    expect(numbers(1, 'bac-kan')).toEqual(numbers(1, 'bac-kan'));
    expect(numbers(1, 'bac-kan')).not.toEqual(numbers(2, 'bac-kan'));
    expect(numbers(1, 'bac-kan')).not.toEqual(numbers(1, 'phu-tho'));
  });

  it('is spread evenly from 0 up to 1', () => {
    const tenths = new Array<number>(10).fill(0);
    for (const number of numbers(3, 'spread')) tenths[Math.floor(number * 10)]! += 1;
    for (const count of tenths) expect(Math.abs(count - 100)).toBeLessThan(40);
  });

  it('samples different items, all of them when asked for more', () => {
    const random = randomOf(4, 'sample');
    expect(new Set(random.sample(['a', 'b', 'c', 'd'], 3)).size).toBe(3);
    expect(random.sample(['a', 'b'], 5).toSorted()).toEqual(['a', 'b']);
    expect(random.sample(['a', 'b'], 0)).toEqual([]);
  });

  it('takes a chance as often as it should', () => {
    const random = randomOf(5, 'chance');
    const taken = Array.from({ length: 2000 }, () => random.chance(0.2)).filter(Boolean).length;
    expect(Math.abs(taken - 400)).toBeLessThan(80);
  });
});
