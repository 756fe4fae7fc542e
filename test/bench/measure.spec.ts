import { concurrently, inTurns, median, percentile } from './measure.js';

const upTo = (count: number): number[] => Array.from({ length: count }, (_, n) => n + 1);

describe('percentile', () => {
  it.each([
    [upTo(100), 0.99, 100],
    [upTo(100), 0.5, 51],
    [upTo(1000), 0.99, 991],
    [[7], 0.99, 7],
    [[3, 1, 2], 0, 1],
    [[3, 1, 2], 1, 3],
  ])('of %j at %d', (samples, share, value) => {
    expect(percentile(samples, share)).toBe(value);
  });

  it('leaves the samples as they were, and knows nothing of none', () => {
    const samples = [3, 1, 2];
    percentile(samples, 0.5);
    expect(samples).toEqual([3, 1, 2]);
    expect(percentile([], 0.5)).toBeNaN();
  });
});

describe('turns', () => {
  it('alternate, leave the warm-up out, and give the median', async () => {
    const order: string[] = [];
    const results = await inTurns(3, {
      a: (round) => (order.push(`a${round}`), [5, 1, 3][round] ?? 1_000),
      b: async (round) => (order.push(`b${round}`), round),
    });
    expect(order).toEqual(['a-1', 'b-1', 'a0', 'b0', 'a1', 'b1', 'a2', 'b2']);
    expect(results).toEqual({ a: 3, b: 1 });
  });

  it('need an outlier no more than once to be right', () => {
    expect(median([4, 5, 900])).toBe(5);
  });
});

describe('calls under way', () => {
  it('are as many as wanted, each index once', async () => {
    let [now, most] = [0, 0];
    const seen: number[] = [];
    const times = await concurrently(20, 4, async (index) => {
      most = Math.max(most, (now += 1));
      await new Promise((resolve) => setImmediate(resolve));
      seen.push(index);
      now -= 1;
    });
    expect(most).toBe(4);
    expect(seen.toSorted((a, b) => a - b)).toEqual(upTo(20).map((n) => n - 1));
    expect(times).toHaveLength(20);
  });
});
