import type { LoginLimit } from '../accounts/login-limit.js';

/** What every limit on sign-ins does; `open` gives one that has counted nothing yet. */
export function loginLimitContract(open: (clock: () => number) => LoginLimit): void {
  let now: number;
  let limit: LoginLimit;
  beforeEach(() => {
    now = Date.parse('2026-03-01T00:00:00Z');
    limit = open(() => now);
  });
  const attempts = async (times: number): Promise<number[]> => {
    const waits = [];
    for (let count = 0; count < times; count += 1)
      waits.push(await limit.attempt('lan', '10.0.0.1'));
    return waits;
  };

  it('makes a pair of name and address wait after eight tries, for ten minutes', async () => {
    expect(await attempts(8)).toEqual(Array(8).fill(0));
    now += 1_000;
    expect(await attempts(2)).toEqual([599_000, 599_000]);
    expect(await limit.attempt('lan', '10.0.0.2')).toBe(0);
    expect(await limit.attempt('mai', '10.0.0.1')).toBe(0);
    now += 598_999;
    expect(await attempts(1)).toEqual([1]);
    now += 1;
    expect(await attempts(9)).toEqual([...Array<number>(8).fill(0), 600_000]);
  });

  it('forgets failures after a success', async () => {
    await attempts(7);
    await limit.succeeded('lan', '10.0.0.1');
    expect(await attempts(9)).toEqual([...Array<number>(8).fill(0), 600_000]);
  });

  it('lets no more through when all try at the same moment', async () => {
    const tries = Array.from({ length: 20 }, async () => limit.attempt('lan', '10.0.0.1'));
    const waits = await Promise.all(tries);
    expect(waits.filter((wait) => wait === 0)).toHaveLength(8);
  });
}
