import { jest } from '@jest/globals';
import { createServer } from 'node:net';
import { StoreError } from '#libs/event-store';
import { StartError } from '#libs/platform';
import { type Config, readConfig } from './config.js';
import { serve, type Serving, type Told } from './serve.js';
import { FakeWorker, held } from './testing/fake-worker.js';

const CONFIG: Config = readConfig({
  GUONG_EVENTS_URL: 'esdb://log',
  GUONG_VIEWS_URL: 'postgres://views/guong',
  GUONG_LOG: 'silent',
  PORT: '0',
});

interface Health {
  readonly status: string;
  readonly details: Readonly<Record<string, { readonly status: string } & Record<string, unknown>>>;
}

let worker: FakeWorker;
let serving: Serving;
let told: Told;
beforeAll(async () => {
  worker = new FakeWorker();
  serving = await serve(CONFIG, (_config, given) => {
    told = given;
    return Promise.resolve(worker);
  });
});
beforeEach(() => worker.says({ items: [held('timers')], waiting: [], failures: [] }));
afterAll(() => serving.close());

async function ready(): Promise<{ readonly code: number; readonly health: Health }> {
  const answer = await fetch(`${serving.url}/health/ready`);
  return { code: answer.status, health: (await answer.json()) as Health };
}

describe('health of a projector', () => {
  it('is green while it works, and says what it holds with which token', async () => {
    worker.says({ items: [held('projection:inbox', 'catchingUp', 7), held('timers', 'running')] });
    const { code, health } = await ready();
    expect(code).toBe(200);
    expect(health.details['items']).toMatchObject({
      held: [
        { item: 'projection:inbox', token: 7, state: 'catchingUp' },
        { item: 'timers', state: 'running' },
      ],
    });
  });

  it('is green while it holds nothing because nothing waits', async () => {
    worker.says({ items: [] });
    expect((await ready()).code).toBe(200);
  });

  it.each([
    ['it holds nothing while work waits', { items: [], waiting: ['timers'] }, 'share'],
    ['a view is parked', { items: [held('projection:inbox', 'parked')] }, 'items'],
    ['a view is ahead of the log', { items: [held('projection:inbox', 'ahead')] }, 'items'],
    ['a reactor has failed', { items: [held('reactor:meritToRecord', 'failed')] }, 'items'],
    ['the log does not answer', { failures: ['STORE_UNAVAILABLE'] }, 'reached'],
  ])('is red when %s', async (_name, status, part) => {
    worker.says(status);
    const { code, health } = await ready();
    expect(code).toBe(503);
    const red = Object.entries(health.details).filter(([, { status: state }]) => state === 'down');
    expect(red.map(([name]) => name)).toEqual([part]);
  });

  it('stays green beside work that waits while it holds some itself', async () => {
    worker.says({ waiting: ['reactor:meritToRecord'] });
    expect((await ready()).code).toBe(200);
  });

  it('names the command that lets a parked view go on', async () => {
    worker.says({ items: [held('projection:inbox', 'parked'), held('reactor:x', 'parked')] });
    expect((await ready()).health.details['items']).toMatchObject({
      held: [{ resume: 'guong views resume inbox' }, { item: 'reactor:x' }],
    });
  });

  it('lives whatever its work does', async () => {
    worker.says({ items: [], waiting: ['timers'], failures: ['STORE_UNAVAILABLE'] });
    expect((await fetch(`${serving.url}/health/live`)).status).toBe(200);
  });
});

describe('metrics of a projector', () => {
  const text = async () => (await fetch(`${serving.url}/metrics`)).text();

  it('say what is held, what waits and what fails, at this moment', async () => {
    worker.says({
      items: [held('projection:inbox', 'live', 7)],
      waiting: ['timers'],
      failures: ['STORE_UNAVAILABLE'],
    });
    const before = await text();
    expect(before).toContain('guong_worker_item{item="projection:inbox",state="live"} 1');
    expect(before).toContain('guong_worker_item_token{item="projection:inbox"} 7');
    expect(before).toContain('guong_lease_owner{item="projection:inbox",owner="worker-1"} 1');
    expect(before).toContain('guong_lease_free{item="projection:inbox"} 0');
    expect(before).toContain('guong_lease_free{item="timers"} 1');
    expect(before).toContain('guong_worker_failing{code="STORE_UNAVAILABLE"} 1');
    worker.says({ items: [], waiting: [], failures: [] });
    expect(await text()).not.toMatch(/^guong_(worker|lease)_\w+\{/m);
  });
});

describe('what cannot be measured', () => {
  it('is left out and named, and everything else is shown', async () => {
    const status = jest.spyOn(worker, 'status').mockRejectedValue(new Error('no database'));
    const text = await (await fetch(`${serving.url}/metrics`)).text();
    status.mockRestore();
    expect(text).toContain('guong_metrics_unknown{part="worker"} 1');
    expect(text).toContain('process_resident_memory_bytes');
    expect(text).not.toContain('guong_worker_item{');
  });
});

describe('what endangers the record', () => {
  it('is counted by its code, and never says where', async () => {
    told.onAlarm({ code: 'LOG_RETENTION', stream: 'membership-m1', setting: '$maxAge' });
    told.onAlarm({ code: 'LOG_RETENTION', stream: 'membership-m2', setting: '$maxAge' });
    const text = await (await fetch(`${serving.url}/metrics`)).text();
    expect(text).toContain('guong_log_alarms{code="LOG_RETENTION"} 2');
    expect(text).not.toContain('membership');
  });
});

describe('the life of a projector', () => {
  it('takes work only once it can be asked how it is, and gives it back at the end', async () => {
    const own = new FakeWorker();
    const one = await serve(CONFIG, () => Promise.resolve(own));
    expect(own.calls).toEqual(['start']);
    await one.close();
    expect(own.calls).toEqual(['start', 'close']);
    await expect(fetch(`${one.url}/health/live`)).rejects.toThrow();
  });

  it('answers until its leases are back', async () => {
    const own = new FakeWorker();
    const one = await serve(CONFIG, () => Promise.resolve(own));
    let given = (): void => undefined;
    own.close = () => new Promise((resolve) => (given = resolve));
    const closed = one.close();
    expect((await fetch(`${one.url}/health/live`)).status).toBe(200);
    given();
    await closed;
  });

  it('takes nothing when its port is taken, and leaves nothing open', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    const own = new FakeWorker();
    const refused = serve({ ...CONFIG, port }, () => Promise.resolve(own));
    await expect(refused).rejects.toMatchObject({ code: 'PORT_IN_USE', what: String(port) });
    await expect(refused).rejects.toBeInstanceOf(StartError);
    expect(own.calls).toEqual(['close']);
    await new Promise((resolve) => other.close(resolve));
  });

  it.each([
    ['the log does not answer', new StoreError('STORE_UNAVAILABLE', 'x'), 'EVENTS_UNREACHABLE'],
    ['the log could be changed', new StoreError('STORE_UNSAFE', 'x'), 'EVENTS_UNSAFE'],
    [
      'the database lets nobody in',
      Object.assign(new Error('x'), { code: '28P01' }),
      'VIEWS_DENIED',
    ],
  ])('does not begin when %s, and says so without a password', async (_name, problem, code) => {
    const url = 'esdb://guong:hunter2@log';
    const config = { ...CONFIG, cluster: { ...CONFIG.cluster, eventsUrl: url } };
    const error: unknown = await serve(config, () => Promise.reject(problem)).catch(
      (e: unknown) => e,
    );
    expect(error).toMatchObject({ code });
    const lines = (['vi', 'en'] as const).map((language) => (error as StartError).line(language));
    expect(lines.join()).not.toContain('hunter2');
  });

  it('closes everything when the work cannot begin', async () => {
    const own = new FakeWorker({ startFails: new Error('no database') });
    await expect(serve(CONFIG, () => Promise.resolve(own))).rejects.toThrow('no database');
    expect(own.calls).toEqual(['start', 'close']);
  });
});
