import type { PostgresServer } from '#libs/read-models/testing';
import { crashPoints } from './crash-points.js';
import { shuffleProjectors } from './shuffle.js';

export interface LongFaultsOptions {
  readonly server: PostgresServer;
  /** Of the first round; the others follow. */
  readonly seed: number;
  /** Rounds of projectors that come and go; default 10. */
  readonly rounds?: number;
  /** Steps of each; default 200. */
  readonly steps?: number;
  /** One crash in so many messages; default every one. */
  readonly stride?: number;
  readonly say: (line: string) => void;
}

/**
 * Faults 13, 14 and 21 at length: a crash at every message of a transaction, and up to eight
 * projectors that come and go. Returns what went wrong, each with its seed.
 */
export async function longFaults(options: LongFaultsOptions): Promise<readonly string[]> {
  const { server, seed, rounds = 10, steps = 200, stride = 1, say } = options;
  const problems: string[] = [];
  const inNewDatabase = async (
    what: string,
    work: (url: string) => Promise<{ readonly problems: readonly string[] }>,
  ): Promise<void> => {
    const database = await server.createDatabase();
    try {
      const found = await work(database.url);
      say(`${what}: ${JSON.stringify(found)}`);
      problems.push(...found.problems.map((problem) => `${what}: ${problem}`));
    } finally {
      await database.drop();
    }
  };
  for (const direction of ['queries', 'answers'] as const)
    await inNewDatabase(`crash at each message, ${direction}`, (url) =>
      crashPoints({ url, direction, first: 0, stride }),
    );
  for (let round = 0; round < rounds; round += 1)
    await inNewDatabase(`projectors at random, seed ${seed + round}`, (url) =>
      shuffleProjectors({
        url,
        seed: seed + round,
        steps,
        workersMax: 1 + (round % 8),
        entities: 20 + ((round * 17) % 81),
        projections: 6,
        leaseMs: 1_000,
      }),
    );
  return problems;
}
