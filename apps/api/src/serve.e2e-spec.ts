import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import {
  type ClusterSettings,
  clusterSettings,
  openAccounts,
  SettingError,
  SqliteAccounts,
  StartError,
  type StartFailureCode,
  type Variables,
} from '#libs/platform';
import { describePostgres } from '#libs/read-models/testing';
import { startDouble } from '../../../test/eventstoredb-double/index.js';
import { type Config, readConfig } from './config.js';
import { serve } from './serve.js';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'guong-serve-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const config = (changes: Partial<Config> = {}): Config => ({
  ...readConfig({ GUONG_DATA: folder, PORT: '0', GUONG_LOG: 'silent' }),
  ...changes,
});

/** What refuses to start, and the one line it says. */
async function refusal(changes: Partial<Config> = {}): Promise<StartError> {
  const error: unknown = await serve(config(changes)).then(
    (serving) => serving.close().then(() => new Error('it started')),
    (problem: unknown) => problem,
  );
  if (!(error instanceof StartError)) throw error;
  for (const language of ['vi', 'en'] as const) expect(error.line(language)).not.toMatch(/\n|\{/);
  return error;
}

const openDatabase = (name: string, sql: string): void => {
  const db = new DatabaseSync(join(folder, name));
  db.exec(sql);
  db.close();
};

describe('starting', () => {
  it('serves, stops within a second, and starts again on the same folder', async () => {
    for (let round = 0; round < 2; round += 1) {
      const serving = await serve(config());
      expect((await fetch(`${serving.url}/health/ready`)).status).toBe(200);
      const started = performance.now();
      await serving.close();
      expect(performance.now() - started).toBeLessThan(1_000);
      await expect(fetch(`${serving.url}/health/live`)).rejects.toThrow();
    }
  }, 30_000);

  it('makes the data folder if there is none', async () => {
    const serving = await serve(config({ folder: join(folder, 'new/data') }));
    expect(serving.demo).toBe(false);
    await serving.close();
  });

  it('says that the port is in use, before it touches the data', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    const error = await refusal({ port, folder: join(folder, 'file/that/cannot/be') });
    expect(error).toMatchObject({ code: 'PORT_IN_USE', what: String(port), exitCode: 69 });
    await new Promise((resolve) => other.close(resolve));
  });

  it('says that the address cannot be listened on', async () => {
    expect(await refusal({ host: '192.0.2.1' })).toMatchObject({ code: 'PORT_REFUSED' });
  });

  it('says that another process has the data folder', async () => {
    const serving = await serve(config());
    expect(await refusal()).toMatchObject({ code: 'DATA_IN_USE', exitCode: 75 });
    await serving.close();
  });

  const DAMAGED: [string, StartFailureCode, () => void | Promise<void>][] = [
    [
      'a file where the folder should be',
      'DATA_READ_ONLY',
      () => {
        rmSync(folder, { recursive: true });
        writeFileSync(folder, '');
      },
    ],
    [
      'keys of a newer version',
      'DATA_NEWER',
      () => openDatabase('keys.db', 'pragma user_version = 99'),
    ],
    [
      'a log of a newer version',
      'DATA_NEWER',
      async () =>
        (await serve(config()))
          .close()
          .then(() => openDatabase('events.db', 'pragma user_version = 99')),
    ],
    [
      'a log that is none',
      'DATA_DAMAGED',
      () => writeFileSync(join(folder, 'events.db'), 'x'.repeat(9_000)),
    ],
    [
      'keys that are none',
      'DATA_DAMAGED',
      () => writeFileSync(join(folder, 'keys.db'), 'x'.repeat(9_000)),
    ],
  ];
  it.each(DAMAGED)('refuses %s', async (_what, code, prepare) => {
    await prepare();
    expect((await refusal()).code).toBe(code);
  });

  it('refuses demo accounts in production, and leaves nothing open', async () => {
    const accounts = new SqliteAccounts(folder, Date.now);
    await accounts.put({ username: 'member', password: 'guong-demo', demo: true });
    accounts.close();
    const error = await refusal({ production: true });
    expect(error).toMatchObject({ code: 'DEMO_IN_PRODUCTION', exitCode: 77 });
    const serving = await serve(config());
    expect(serving.demo).toBe(true);
    await serving.close();
  });
});

const cluster = (changes: Variables = {}): ClusterSettings | undefined =>
  clusterSettings({
    GUONG_EVENTS_URL: 'esdb://admin:geheim@127.0.0.1:1?tls=false',
    GUONG_VIEWS_URL: 'postgres://guong:geheim@127.0.0.1:1/guong',
    GUONG_EVENTS_DEADLINE_MS: '500',
    ...changes,
  });

describe('starting in a cluster', () => {
  it('says that the database does not answer, and touches no folder', async () => {
    const nowhere = join(folder, 'nowhere');
    const error = await refusal({ cluster: cluster(), folder: nowhere });
    expect(error).toMatchObject({ code: 'VIEWS_UNREACHABLE', exitCode: 69 });
    expect(error.line('en')).toContain('postgres://127.0.0.1:1/guong cannot be reached');
    expect(existsSync(nowhere)).toBe(false);
  });
});

describePostgres('starting with a database', (database) => {
  const views = (): Variables => ({ GUONG_VIEWS_URL: database.url });

  it('says that the log does not answer', async () => {
    const error = await refusal({ cluster: cluster(views()) });
    expect(error).toMatchObject({ code: 'EVENTS_UNREACHABLE', exitCode: 69 });
    expect(error.line('en')).toContain('esdb://127.0.0.1:1 cannot be reached');
  }, 30_000);

  it('says that the log lets the record be changed', async () => {
    const double = await startDouble();
    const error = await refusal({ cluster: cluster({ ...views(), GUONG_EVENTS_URL: double.url }) });
    expect(error).toMatchObject({ code: 'EVENTS_UNSAFE', exitCode: 78 });
    await double.stop();
  }, 30_000);

  it('says that the user is refused', async () => {
    const url = new URL(database.url);
    url.pathname = '/none-of-this-name';
    const error = await refusal({ cluster: cluster({ GUONG_VIEWS_URL: url.href }) });
    expect(error).toMatchObject({ code: 'VIEWS_DENIED', exitCode: 77 });
  });

  it('refuses demo accounts in production', async () => {
    const accounts = await openAccounts({ viewsUrl: database.url }, Date.now);
    await accounts.put({ username: 'member', password: 'guong-demo', demo: true });
    await accounts.close();
    const error = await refusal({ cluster: cluster(views()), production: true });
    expect(error).toMatchObject({ code: 'DEMO_IN_PRODUCTION', exitCode: 77 });
  }, 30_000);
});

describe('settings', () => {
  it('have defaults for a clone', () => {
    expect(readConfig({})).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      production: false,
      logLevel: 'warn',
      tokenSeconds: 28_800,
      cluster: undefined,
      trustProxy: [],
      keepAliveMs: 72_000,
      shutdownDelayMs: 0,
      shutdownMs: 10_000,
      language: 'en',
    });
  });

  it('are stricter in production', () => {
    const settings = readConfig({ GUONG_ENV: 'production', LANG: 'vi_VN.UTF-8' });
    expect(settings).toMatchObject({
      production: true,
      logLevel: 'info',
      language: 'vi',
    });
  });

  it.each([
    ['PORT', 'http'],
    ['PORT', '70000'],
    ['GUONG_ENV', 'prod'],
    ['GUONG_LOG', 'loud'],
    ['GUONG_TOKEN_TTL', '5'],
    ['GUONG_EVENTS_URL', 'esdb://localhost:2113'],
    ['GUONG_VIEWS_URL', 'postgres://localhost/guong'],
    ['GUONG_TRUST_PROXY', 'yes'],
    ['GUONG_KEEP_ALIVE_MS', '0'],
    ['GUONG_SHUTDOWN_MS', '10s'],
    ['GUONG_SHUTDOWN_DELAY_MS', '-1'],
  ])('refuse %s=%s', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(SettingError);
  });
});
