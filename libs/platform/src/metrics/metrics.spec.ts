import type { TimerStatus } from '#libs/engine';
import { memoryEventStore, type NewEvent, type Position, START } from '#libs/event-store';
import type { LineStatus, RunnerStatus } from '#libs/projections';
import { CommitMetrics } from './commit-metrics.js';
import { EngineMetrics } from './engine-metrics.js';
import { LeaseMetrics } from './lease-metrics.js';
import { MetricsPage } from './metrics-page.js';
import { ProjectionMetrics } from './projection-metrics.js';
import { ReactorMetrics } from './reactor-metrics.js';
import { TimerMetrics } from './timer-metrics.js';

/** The lines of one metric, without those that say what it is. */
const linesOf = (text: string, name: string) =>
  text.split('\n').filter((line) => new RegExp(`^${name}[{ ]`).test(line));
const NOON = Date.parse('2026-03-15T05:00:00.000Z');
let now: number;
beforeEach(() => (now = NOON));

const event = (id: string): NewEvent => ({
  ...{ id, type: 'Noted', schemaVersion: 1, data: {}, workflow: 'note', definitionVersion: 1 },
  ...{ actor: 'system', policy: 'system', occurredAt: '2026-03-15T05:00:00.000Z' },
  ...{ commandId: id, commandHash: id, correlationId: id },
});
const line = (name: string, position: Position, fields: Partial<LineStatus> = {}): LineStatus => ({
  ...{ name, version: 1, generation: 1, role: 'serving', state: 'live', position },
  ...fields,
});

describe('projections', () => {
  const store = () => memoryEventStore({ clock: () => now });

  it('lag by the age of what they have not applied, and not by how busy the log is', async () => {
    const log = store();
    const first = await log.append('a', 'none', [event('1')]);
    now += 5_000;
    const second = await log.append('a', 0, [event('2')]);
    now += 2_000;
    const [one, two] = [first, second].map((answer) => (answer as { position: Position }).position);
    const status: RunnerStatus = {
      head: two!,
      lines: [
        line('current', two!),
        line('late', one!),
        line('empty', START, { state: 'catchingUp' }),
        line('late', START, { role: 'building' }),
      ],
    };
    const page = new MetricsPage();
    const projections = { status: () => Promise.resolve(status) };
    page.add(new ProjectionMetrics(page.registry, { projections, store: log, clock: () => now }));
    const text = await page.text();
    expect(linesOf(text, 'guong_projection_lag_seconds')).toEqual([
      'guong_projection_lag_seconds{projection="current"} 0',
      'guong_projection_lag_seconds{projection="late"} 2',
      'guong_projection_lag_seconds{projection="empty"} 7',
    ]);
    expect(linesOf(text, 'guong_projection_behind')).toEqual([
      'guong_projection_behind{projection="current"} 0',
      'guong_projection_behind{projection="late"} 1',
      'guong_projection_behind{projection="empty"} 1',
    ]);
    expect(text).toContain('guong_projection_state{projection="empty",state="catchingUp"} 1');
  });
});

it('what cannot be measured is left out and named, and hides nothing else', async () => {
  const page = new MetricsPage();
  let isBroken = false;
  const leases = () =>
    isBroken
      ? Promise.reject(new Error('away'))
      : Promise.resolve([
          { item: 'timers', owner: 'w1' },
          { item: 'reactor:heir', owner: undefined },
        ]);
  page.add(new LeaseMetrics(page.registry, leases));
  const ready = await page.text();
  expect(linesOf(ready, 'guong_lease_owner')).toEqual([
    'guong_lease_owner{item="timers",owner="w1"} 1',
  ]);
  expect(linesOf(ready, 'guong_lease_free')).toEqual([
    'guong_lease_free{item="timers"} 0',
    'guong_lease_free{item="reactor:heir"} 1',
  ]);
  isBroken = true;
  const broken = await page.text();
  expect(linesOf(broken, 'guong_lease_owner')).toEqual([]);
  expect(linesOf(broken, 'guong_metrics_unknown')).toEqual([
    'guong_metrics_unknown{part="leases"} 1',
  ]);
  expect(broken).toContain('process_cpu_seconds_total');
});

it('reactors that wait for the store are told from those that run', async () => {
  const page = new MetricsPage();
  const one = { kind: 'running', position: START } as const;
  page.add(
    new ReactorMetrics(page.registry, () =>
      Promise.resolve([
        { ...one, name: 'a' },
        { ...one, name: 'b', failure: 'STORE_UNAVAILABLE' },
      ]),
    ),
  );
  const text = await page.text();
  expect(linesOf(text, 'guong_reactor_state').filter((each) => each.endsWith(' 1'))).toEqual([
    'guong_reactor_state{reactor="a",state="running"} 1',
    'guong_reactor_state{reactor="b",state="waiting"} 1',
  ]);
});

it('timers: how many steps, and since when the first waits', async () => {
  const page = new MetricsPage();
  const status: TimerStatus = { kind: 'running', fired: 3, moot: 1, parked: [] };
  const since = new Date(NOON - 90_000).toISOString();
  page.add(
    new TimerMetrics(page.registry, {
      status: () => Promise.resolve(status),
      waiting: (at) => {
        expect(at).toBe(new Date(NOON).toISOString());
        return Promise.resolve({ count: 2, since });
      },
      clock: () => now,
    }),
  );
  const text = await page.text();
  expect(text).toContain('guong_timer_steps{outcome="waiting"} 2');
  expect(text).toContain('guong_timer_late_seconds 90');
});

it('commands: conflicts, deciding anew, repeats and failures, by kind of command', async () => {
  const page = new MetricsPage();
  const { told } = new EngineMetrics(page.registry);
  const note = { workflow: 'errand', command: 'note', repeated: false, retries: 0 };
  told({ ...note, kind: 'conflict', retries: 2 });
  told({ ...note, kind: 'accepted', repeated: true });
  told({ ...note, kind: 'accepted' });
  told({ ...note, kind: 'failed' });
  const text = await page.text();
  const labels = '{workflow="errand",command="note"}';
  for (const [name, value] of [
    ['guong_command_conflicts_total', 1],
    ['guong_command_retries_total', 2],
    ['guong_commands_repeated_total', 1],
    ['guong_command_failures_total', 1],
  ] as const)
    expect(linesOf(text, name)).toEqual([`${name}${labels} ${value}`]);
});

it('commits are counted before anybody looks', async () => {
  const commits = new CommitMetrics();
  commits.committed(3, 2);
  const page = new MetricsPage();
  commits.showOn(page.registry);
  const text = await page.text();
  expect(text).toContain('guong_log_commit_seconds_sum 0.003');
  expect(text).toContain('guong_log_commit_seconds_bucket{le="0.0025"} 0');
  expect(text).toContain('guong_log_commit_seconds_bucket{le="0.005"} 1');
  expect(text).toContain('guong_log_commit_appends_sum 2');
});
