import { HealthIndicatorService } from '@nestjs/terminus';
import type { WorkerStatus } from '#libs/assembly';
import { FakeWorker, held } from './testing/fake-worker.js';
import { WorkerHealth } from './worker.health.js';

const LEASE_MS = 10_000;

function watched() {
  let now = 0;
  const clock = { elapsedMs: () => now, leaseMs: LEASE_MS };
  const health = new WorkerHealth(new FakeWorker(), clock, new HealthIndicatorService());
  const look = (state: string): string => {
    const items = [held('projection:inbox', state)];
    const status: WorkerStatus = { owner: 'a', items, waiting: [], failures: [] };
    return health.items(status).items.status;
  };
  return { look, passes: (ms: number) => void (now += ms) };
}

describe('an item that is fenced', () => {
  it('is passing trouble for three leases, then it is for ever', () => {
    const { look, passes } = watched();
    expect(look('fenced')).toBe('up');
    passes(3 * LEASE_MS);
    expect(look('fenced')).toBe('up');
    passes(1);
    expect(look('fenced')).toBe('down');
  });

  it('is counted anew after it was well in between', () => {
    const { look, passes } = watched();
    look('fenced');
    passes(2 * LEASE_MS);
    expect(look('live')).toBe('up');
    look('fenced');
    passes(2 * LEASE_MS);
    expect(look('fenced')).toBe('up');
  });
});
