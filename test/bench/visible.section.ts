import { type Guong, openEmbedded } from '#libs/assembly';
import type { Position } from '#libs/event-store';
import { LevelIndicatorQueries } from '#libs/read-models';
import { concurrently, percentile } from './measure.js';
import { openLoop } from './open-loop.js';
import { CELL, endorse, must, prepareCell, submit, admit, YEAR } from './requests.js';
import type { Row } from './row.js';
import type { Scale } from './scale.js';

const PER_SECOND = 500;
const WAIT_MS = 10_000;
const WARM_UP = 1_000;

/** Row 5: from sending a command to reading its effect on the dashboard, everything running. */
export async function visibleSection(
  folder: string,
  { visibleSeconds }: Scale,
): Promise<readonly Row[]> {
  const count = PER_SECOND * visibleSeconds;
  const guong = await openEmbedded({ folder, polls: false });
  const figures = new LevelIndicatorQueries(guong.views.db);
  await guong.start();
  await prepareCell(guong.engine);
  for (const command of [admit, submit])
    await concurrently(WARM_UP + count, 64, (i) => must(guong.engine, command(i + 1)));
  await guong.settled();
  await openLoop(PER_SECOND, WARM_UP, (i) => endorseAndSee(guong, figures, i + 1));
  const times = await openLoop(PER_SECOND, count, (i) =>
    endorseAndSee(guong, figures, WARM_UP + i + 1),
  );
  const { numerator } = (await figures.indicators(CELL, YEAR, 'then')).REG_RATE;
  await guong.close();
  if (numerator !== WARM_UP + count)
    throw new Error(`the dashboard counts ${numerator} of ${WARM_UP + count}`);
  return [
    {
      id: 'visible',
      what: `command to dashboard p99, ${PER_SECOND} commands/s`,
      unit: 'ms',
      ours: percentile(times, 0.99),
      target: { most: 50 },
      note: `p50 ${percentile(times, 0.5).toFixed(1)} ms, worst ${Math.max(...times).toFixed(0)} ms`,
    },
  ];
}

async function endorseAndSee(
  guong: Guong,
  figures: LevelIndicatorQueries,
  index: number,
): Promise<void> {
  const { position } = await must(guong.engine, endorse(index));
  const names = ['level_indicators'];
  const waited = await guong.projections.waitFor(names, position as Position, WAIT_MS);
  if (waited !== 'reached') throw new Error(`the dashboard is ${waited}`);
  await figures.indicators(CELL, YEAR, 'then');
}
