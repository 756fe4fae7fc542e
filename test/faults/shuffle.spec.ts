import { describePostgres } from '#libs/read-models/testing';
import { shuffleProjectors } from './shuffle.js';

const SLOW_MS = 200_000;

describePostgres('faults 14 and 21: projectors come and go while handlers fail', (given) => {
  it(
    'everything once and in order, one owner a token, though the log repeats itself',
    async () => {
      const seed = Number(process.env['TEST_SEED'] ?? Date.now() % 1_000_000);
      process.stderr.write(`faults 14 and 21: TEST_SEED=${seed}\n`);
      const { problems } = await shuffleProjectors({
        url: given.url,
        seed,
        steps: 40,
        workersMax: 3,
        entities: 20,
        projections: 3,
        leaseMs: 1_000,
      });
      expect(problems).toEqual([]);
    },
    SLOW_MS,
  );
});
