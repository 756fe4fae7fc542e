import { TimerPace } from './timer-pace.js';

interface Turn {
  readonly took?: number;
  readonly late?: number;
}

/** Rests and handfuls when work takes so long and rests end so much late. */
const paceWhen = async (
  turns: readonly Turn[],
  most = 16,
): Promise<{ rests: number[]; handfuls: number[] }> => {
  let now = 0;
  const rests: number[] = [];
  const handfuls: number[] = [];
  const pace = new TimerPace({
    most,
    elapsedMs: () => now,
    pause: (ms) => {
      now += ms + (turns[rests.length]?.late ?? 0);
      return Promise.resolve(rests.push(ms));
    },
  });
  for (const { took = 0 } of turns) {
    handfuls.push(pace.handful);
    await pace.paced(() => Promise.resolve((now += took)));
  }
  return { rests, handfuls };
};
const late = (...all: readonly number[]): Turn[] => all.map((ms) => ({ late: ms }));

describe('the rest between two handfuls', () => {
  it('is short in a process with nothing else to do', async () =>
    expect((await paceWhen(late(0, 0, 1, 8))).rests).toEqual([1, 1, 1, 1]));

  it('doubles while others wait for the processor, up to a limit', async () =>
    expect((await paceWhen(late(9, 9, 30, 9, 9, 9, 9, 9))).rests).toEqual([
      1, 2, 4, 8, 16, 32, 32, 32,
    ]));

  it('halves when they no longer do', async () =>
    expect((await paceWhen(late(9, 9, 9, 0, 0, 0, 0))).rests).toEqual([1, 2, 4, 8, 4, 2, 1]));
});

describe('a handful', () => {
  const slow = { took: 26 };
  const quick = { took: 25 };

  it('is halved while commands take long, down to a few that always go on', async () => {
    const { handfuls, rests } = await paceWhen([slow, slow, slow, slow, slow]);
    expect(handfuls).toEqual([16, 8, 4, 4, 4]);
    expect(rests).toEqual([1, 2, 4, 8, 16]);
  });

  it('grows again by a little when they do not', async () =>
    expect((await paceWhen([slow, slow, quick, quick, quick], 8)).handfuls).toEqual([
      8, 4, 4, 6, 8,
    ]));

  it('is never more than asked for', async () => {
    expect((await paceWhen([quick, quick, slow], 2)).handfuls).toEqual([2, 2, 2]);
    expect((await paceWhen([slow, slow, quick, quick], 1)).handfuls).toEqual([1, 1, 1, 1]);
  });
});
