import { readScenarios, loadScenarios } from './index.js';
import { testWorld } from './testing/index.js';

it('loads all five', async () => {
  const world = await testWorld();
  const t0 = performance.now();
  const report = await loadScenarios({ ...world, scenarios: readScenarios() });
  process.stdout.write(
    JSON.stringify({
      ...report,
      head: Number(await world.store.head()),
      ms: performance.now() - t0,
      mb: process.memoryUsage().heapUsed / 1e6,
    }) + '\n',
  );
  await world.close();
}, 120_000);
