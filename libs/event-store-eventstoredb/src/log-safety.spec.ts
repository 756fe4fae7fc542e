import { jest } from '@jest/globals';
import { START } from '#libs/event-store';
import { logClient } from './eventstoredb-client.js';
import { eventStoreOver } from './eventstoredb-event-store.js';
import { append, closeAll, closeWith, given, until } from './log-rig.fixtures.js';
import { installLog } from './install-log.js';
import type { LogAlarm } from './log-alarm.js';

jest.setTimeout(60_000);
afterEach(closeAll);

const SAFE = { $r: 'guong', $w: 'guong', $d: '$admins', $mr: 'guong', $mw: '$admins' };

/** A log with safe rights and two streams of ours. */
async function safeLog() {
  const parts = await given();
  parts.double.setDefaultAccess(SAFE);
  await append(parts.store, 'a', 'none', 1, 3);
  await append(parts.store, 'b', 'none', 4);
  return parts;
}

type Log = Awaited<ReturnType<typeof safeLog>>;
type Attack = [string, (log: Log) => unknown, Partial<LogAlarm>];

const ATTACKS: Attack[] = [
  [
    '$maxCount',
    ({ double }) => double.setMetadata('a', { $maxCount: 1 }),
    { code: 'LOG_RETENTION', stream: 'a', setting: '$maxCount' },
  ],
  [
    '$maxAge',
    ({ double }) => double.setMetadata('b', { $maxAge: 60 }),
    { code: 'LOG_RETENTION', stream: 'b', setting: '$maxAge' },
  ],
  [
    '$tb',
    ({ double }) => double.setMetadata('a', { $tb: 2 }),
    { code: 'LOG_RETENTION', stream: 'a', setting: '$tb' },
  ],
  [
    'a deletion',
    ({ double }) => double.setMetadata('a', { $tb: 2 ** 63 }),
    { code: 'LOG_STREAM_DELETED', stream: 'a' },
  ],
  [
    'a tombstone',
    ({ double }) => double.log.writeTombstone('b'),
    { code: 'LOG_STREAM_DELETED', stream: 'b' },
  ],
  [
    'rights of one stream',
    ({ double }) => double.setMetadata('a', { $acl: { $w: '$all' } }),
    { code: 'LOG_ACL_UNSAFE', stream: 'a', setting: '$w' },
  ],
  [
    'rights to delete given to the application',
    ({ double }) => double.setDefaultAccess({ ...SAFE, $d: ['$admins', 'guong'] }),
    { code: 'LOG_ACL_UNSAFE', stream: '$settings', setting: '$d' },
  ],
];

describe('the check at start', () => {
  it('finds nothing in a safe log', async () => {
    const { store } = await safeLog();
    const { findings, next } = await store.check();
    expect(findings).toEqual([]);
    expect(next > START).toBe(true);
    await store.requireSafe();
  });

  it('refuses the rights a server has by default', async () => {
    const { store } = await given();
    const { findings } = await store.check();
    expect(findings.map(({ code, setting }) => `${code} ${setting}`)).toEqual([
      'LOG_ACL_UNSAFE $w',
      'LOG_ACL_UNSAFE $d',
      'LOG_ACL_UNSAFE $mw',
    ]);
    await expect(store.requireSafe()).rejects.toMatchObject({
      code: 'STORE_UNSAFE',
      message: expect.stringContaining('LOG_ACL_UNSAFE $mw'),
    });
  });

  it.each(ATTACKS)('refuses %s (26)', async (_what, attack, finding) => {
    const log = await safeLog();
    attack(log);
    const { findings } = await log.store.check();
    expect(findings).toEqual([expect.objectContaining(finding)]);
    await expect(log.store.requireSafe()).rejects.toMatchObject({ code: 'STORE_UNSAFE' });
  });

  it('forgives a setting that was taken back, and looks only after a position', async () => {
    const { double, store } = await safeLog();
    double.setMetadata('a', { $maxCount: 1 });
    const { next, findings } = await store.check();
    expect(findings).toHaveLength(1);
    expect((await store.check({ after: next })).findings).toEqual([]);
    double.setMetadata('a', {});
    expect((await store.check()).findings).toEqual([]);
  });

  it('refuses a log that ends before what somebody has reached (25)', async () => {
    const { double, store } = await safeLog();
    const reached = await store.head();
    double.truncateAfter(double.log.stream('a')[0]!);
    expect((await store.check({ reached })).findings).toEqual([
      { code: 'LOG_TRUNCATED', position: reached },
    ]);
  });

  it('does not take the end of the log, where the search ended, for a place in it', async () => {
    const { double, store } = await safeLog();
    const client = logClient(double.url);
    const beyond = eventStoreOver(
      {
        append: client.append.bind(client),
        readStream: client.readStream.bind(client),
        readAll: client.readAll.bind(client),
        dispose: client.dispose.bind(client),
        follow: (_after, _filter, sink) => {
          setImmediate(() => {
            sink.confirmed();
            sink.take({ kind: 'checkpoint', place: { commit: 10n ** 9n, prepare: 10n ** 9n } });
            sink.take({ kind: 'caughtUp' });
          });
          return { resume: () => undefined, stop: () => undefined };
        },
      },
      { clock: () => Date.now() },
    );
    closeWith(() => beyond.close());
    const { next } = await beyond.requireSafe();
    await expect(store.requireSafe({ after: next, reached: next })).resolves.toMatchObject({
      findings: [],
    });
  });

  it('refuses a server whose clock is a minute ahead', async () => {
    const { double, store } = await given({ clock: () => Date.now() + 61_000 });
    double.setDefaultAccess(SAFE);
    expect((await store.check()).findings).toEqual([{ code: 'LOG_CLOCK_SKEW' }]);
  });
});

describe('a check that cannot be made', () => {
  it.each<[string, string, (log: Log) => unknown]>([
    ['the log is not there', 'STORE_UNAVAILABLE', (log: Log) => log.double.stop()],
    ['searching is never taken up', 'STORE_UNAVAILABLE', hang],
    ['reading is denied', 'STORE_DENIED', (log: Log) => log.double.faults.denied({ times: 9 })],
    ['the store is closed meanwhile', 'STORE_CLOSED', (log: Log) => closeSoon(log)],
  ])('is no answer: %s', async (_what, code, arrange) => {
    const { double, store } = await given({}, { deadlineMs: 150, giveUpMs: 450 });
    const log = { double, store, alarms: [] };
    double.setDefaultAccess(SAFE);
    await arrange(log);
    await expect(store.requireSafe()).rejects.toMatchObject({ code });
  });
});

function hang({ double }: Log): void {
  double.faults.hang({ on: ['subscribe'] });
}

function closeSoon(log: Log): void {
  hang(log);
  setTimeout(() => void log.store.close(), 100);
}

describe('the guard while running (26)', () => {
  it.each(ATTACKS)('alarms on %s', async (_what, attack, finding) => {
    const log = await safeLog();
    log.store.guard({ everyMs: 50 });
    attack(log);
    await until('the alarm', () => log.alarms.length > 0);
    expect(log.alarms).toEqual([expect.objectContaining(finding)]);
  });

  it('goes on over broken calls, alarms once, and stops', async () => {
    const { double, store, alarms } = await safeLog();
    const { next } = await store.check();
    const guarding = store.guard({ after: next, everyMs: 50 });
    double.resetCalls();
    double.setMetadata('a', { $maxCount: 1 });
    await until('the alarm', () => alarms.length > 0);
    double.resetCalls();
    double.setMetadata('b', { $maxCount: 2 });
    await until('the second alarm', () => alarms.length > 1);
    expect(alarms.map(({ stream }) => stream)).toEqual(['a', 'b']);
    guarding.stop();
    await guarding.stopped;
    double.setMetadata('a', { $maxCount: 3 });
    expect(alarms).toHaveLength(2);
  });

  it('alarms when the log gets shorter (25)', async () => {
    const { double, store, alarms } = await safeLog();
    const head = await store.head();
    store.guard({ everyMs: 20 });
    await until('it has looked', () => double.stats.calls.read > 2);
    double.truncateAfter(double.log.stream('a')[0]!);
    await until('the alarm', () => alarms.length > 0);
    expect(alarms).toEqual([{ code: 'LOG_TRUNCATED', position: head }]);
  });
});

describe('while reading and writing', () => {
  it.each([
    ['events that were cut off', { $tb: 2 }],
    ['all but the last event gone', { $maxCount: 1 }],
  ])('refuses a stream with %s, and alarms', async (_what, metadata) => {
    const { double, store, alarms } = await safeLog();
    double.setMetadata('a', metadata);
    await expect(store.read('a')).rejects.toMatchObject({ code: 'STORE_CORRUPT' });
    expect(alarms).toEqual([{ code: 'LOG_STREAM_CUT', stream: 'a' }]);
  });

  it('refuses to go on in a stream that was deleted', async () => {
    const { double, store, alarms } = await safeLog();
    double.setMetadata('a', { $tb: 2 ** 63 });
    await expect(append(store, 'a', 'none', 9)).rejects.toMatchObject({ code: 'STORE_CORRUPT' });
    expect(alarms).toEqual([{ code: 'LOG_STREAM_CUT', stream: 'a' }]);
    double.log.writeTombstone('b');
    await expect(append(store, 'b', 0, 9)).rejects.toMatchObject({ code: 'STORE_CORRUPT' });
  });

  it('alarms when what it wrote bears another time at the server', async () => {
    const { store, alarms } = await given({ clock: () => Date.now() - 3_600_000 });
    await append(store, 'a', 'none', 1);
    await store.read('a');
    await store.read('a');
    expect(alarms).toEqual([{ code: 'LOG_CLOCK_SKEW', position: await store.head() }]);
  });
});

describe('installing', () => {
  it('writes rights with which the check is content, as often as it is run', async () => {
    const { double, store } = await given();
    await installLog(double.url);
    await installLog(double.url, { writers: ['guong'], readers: ['report'] });
    expect((await store.check()).findings).toEqual([]);
  });

  it('lets the application write and read, and nobody else delete or change settings', async () => {
    const { double, store } = await given();
    await installLog(double.url);
    (double.settings as { user: string }).user = 'guong';
    await append(store, 'a', 'none', 1);
    expect((await store.readAll(START, { limit: 5 })).events).toHaveLength(1);
    expect((await store.check()).findings).toEqual([]);
    await expect(installLog(double.url)).rejects.toMatchObject({ code: 'STORE_DENIED' });
    (double.settings as { user: string }).user = 'stranger';
    await expect(append(store, 'a', 0, 2)).rejects.toMatchObject({ code: 'STORE_DENIED' });
    await expect(store.read('a')).rejects.toMatchObject({ code: 'STORE_DENIED' });
    await expect(store.head()).rejects.toMatchObject({ code: 'STORE_DENIED' });
  });

  it('cannot be asked with an address that would be printed', async () => {
    const secret = 'esdb://admin:geheim@127.0.0.1:1?nonsense=1';
    const error = await installLog(secret).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(TypeError);
    expect(String(error)).toContain('nonsense');
    expect(String(error)).not.toContain('geheim');
  });
});
