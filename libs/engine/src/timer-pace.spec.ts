import { TimerPace } from './timer-pace.js';

/** Rests that were asked for, when each ends so much late. */
const restsWhen = async (late: readonly number[]): Promise<number[]> => {
  let now = 0;
  const rests: number[] = [];
  const pace = new TimerPace({
    elapsedMs: () => now,
    pause: (ms) => {
      now += ms + late[rests.length]!;
      return Promise.resolve(rests.push(ms));
    },
  });
  for (const _late of late) await pace.rest();
  return rests;
};

describe('the rest between two handfuls', () => {
  it('is short in a process with nothing else to do', async () =>
    expect(await restsWhen([0, 0, 1, 8])).toEqual([1, 1, 1, 1]));

  it('doubles while others wait for the processor, up to a limit', async () =>
    expect(await restsWhen([9, 9, 30, 9, 9, 9, 9, 9])).toEqual([1, 2, 4, 8, 16, 32, 32, 32]));

  it('halves when they no longer do', async () =>
    expect(await restsWhen([9, 9, 9, 0, 0, 0, 0])).toEqual([1, 2, 4, 8, 4, 2, 1]));
});
