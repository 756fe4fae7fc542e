import { describePostgres } from '#libs/read-models/testing';
import { crashPoints } from './crash-points.js';

const SLOW_MS = 120_000;

/** One message in so many; `npm run torture` takes every one. */
const STRIDE = 11;

describePostgres('fault 13: a crash between rows and checkpoint, before the commit', (given) => {
  it(
    'leaves nothing twice and nothing out',
    async () => {
      const first = Date.now() % STRIDE;
      const found = await crashPoints({
        url: given.url,
        direction: 'queries',
        first,
        stride: STRIDE,
      });
      expect({ first, ...found, points: found.points > 1 }).toEqual({
        first,
        points: true,
        problems: [],
      });
    },
    SLOW_MS,
  );
});

describePostgres('fault 13: a crash between commit and its answer', (given) => {
  it(
    'leaves nothing twice and nothing out',
    async () => {
      const first = Date.now() % STRIDE;
      const found = await crashPoints({
        url: given.url,
        direction: 'answers',
        first,
        stride: STRIDE,
      });
      expect({ first, ...found, points: found.points > 1 }).toEqual({
        first,
        points: true,
        problems: [],
      });
    },
    SLOW_MS,
  );
});
