import { type ProjectionRunner, projectionRunner } from '#libs/projections';
import { emptyLog } from '#libs/projections/testing';
import { openPostgresReadModels } from '#libs/read-models';
import { cuttableLine } from './cuttable-line.js';
import { entityFact, entityProjection, expected, record, shown } from './entities.js';

const REACHED_MS = 60_000;
/** More messages than any transaction of this has. */
const MESSAGES_MAX = 400;

export interface CrashPointsOptions {
  /** Address of an empty database. */
  readonly url: string;
  /** Whether to break off at a message of the client or of the server. */
  readonly direction: 'queries' | 'answers';
  /** The first message at which to break off, and how many to pass over: 0 and 1 are all. */
  readonly first: number;
  readonly stride: number;
}

/**
 * Writes batch after batch, and breaks the connection at one message of each, further on every
 * time, until a whole transaction has come through. Returns at how many messages it broke, and what
 * is wrong with the rows afterwards.
 */
export async function crashPoints(
  options: CrashPointsOptions,
): Promise<{ readonly points: number; readonly problems: readonly string[] }> {
  const line = await cuttableLine(options.url);
  const store = emptyLog();
  const projections = ['a', 'b'].map((letter) => entityProjection(letter));
  const names = projections.map(({ name }) => name);
  const models = await openPostgresReadModels({ url: line.url, fence: () => 1 });
  for (const name of names) await models.claimFence(name, 1);
  const runner = projectionRunner({ store, rows: models.rows, projections });
  const problems: string[] = [];
  try {
    await runner.start();
    await runner.caughtUp();
    const write = async (round: number): Promise<boolean> => {
      const facts = [1, 2, 3, 4].map((by) => entityFact((round + by) % 3, by));
      return isReached(runner, names, await record(store, facts));
    };
    let points = 0;
    for (let at = options.first; at < MESSAGES_MAX; at += options.stride, points += 1) {
      line.cutAfter(options.direction, at);
      if (!(await write(at))) problems.push(`stuck after message ${at}`);
      // The transaction was over before this message came.
      if (line.disarm()) break;
    }
    for (const [index, letter] of ['a', 'b'].entries())
      if ((await shown(options.url, projections[index]!)) !== (await expected(store, letter)))
        problems.push(`rows of ${names[index]} are not those of the log`);
    return { points, problems };
  } finally {
    await runner.stop();
    await models.close();
    await line.close();
  }
}

const isReached = async (
  runner: ProjectionRunner,
  names: readonly string[],
  head: Parameters<ProjectionRunner['waitFor']>[1],
): Promise<boolean> => (await runner.waitFor(names, head, REACHED_MS)) === 'reached';
