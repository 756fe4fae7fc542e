import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { openWorker } from '#libs/assembly';
import { openAccounts } from '#libs/platform';
import { READ_MODELS } from '#libs/read-models';
import { describePostgres } from '#libs/read-models/testing';
import { REACTORS } from '#libs/workflows';
import { type Double, startDouble } from '../../../test/eventstoredb-double/index.js';
import { folderWithDemo, guong, temporaryFolder } from './testing/command-line.fixtures.js';

const LONG_MS = 120_000;

describePostgres('the command line over a cluster', (database) => {
  let double: Double;
  const running: { close(): Promise<void> }[] = [];
  const variables = () => ({ GUONG_EVENTS_URL: double.url, GUONG_VIEWS_URL: database.url });
  const over = (...line: string[]) => guong(['--json', ...line], variables());
  const said = async (...line: string[]) => (await guong(line, variables())).out;

  const startWorker = async () => {
    const worker = await openWorker({
      eventsUrl: double.url,
      viewsUrl: database.url,
      projections: READ_MODELS.map((work) => ({ work, weight: 1 })),
      reactors: REACTORS.map((work) => ({ work, weight: 1 })),
    });
    await worker.start();
    running.push(worker);
    return worker;
  };

  /** Asks until the answer is as wanted; the test's own limit ends it. */
  const until = async (wanted: (seen: { ill: unknown[] }) => boolean): Promise<void> => {
    while (!wanted((await over('doctor')).json as { ill: unknown[] })) await delay(200);
  };

  beforeAll(async () => {
    double = await startDouble();
    await guong(['log', 'install'], variables());
    const demo = await folderWithDemo();
    await guong(['--data', demo, 'move', '--to', double.url]);
  }, LONG_MS);

  afterAll(async () => {
    for (const one of running) await one.close();
    await double.stop();
  }, LONG_MS);

  it(
    'without a projector doctor says so, and nothing waits for ever',
    async () => {
      const { exitCode, json } = await over('doctor');
      expect(exitCode).toBe(1);
      expect(json).toMatchObject({ findings: [], workers: [] });
      expect(await said('doctor')).toContain('projector: stopped → guong projector');
      const check = await over('check');
      expect(check.exitCode).toBe(75);
      expect(check.err).toContain('start guong projector');
    },
    LONG_MS,
  );

  it(
    'with one: doctor says who does what, views are built from the log that was moved',
    async () => {
      await startWorker();
      await until(({ ill }) => ill.length === 0);
      const text = await said('doctor');
      expect(text).toContain('All is well.');
      expect(text).toMatch(/Projectors:\n {2}\S+: .*projection:unit_tree/);
      expect((await over('check')).json).toMatchObject({ same: true });
    },
    LONG_MS,
  );

  it(
    'a rebuild is ordered from whoever keeps the view, and waited for',
    async () => {
      expect((await over('rebuild', 'unit_tree')).json).toMatchObject({
        views: ['unit_tree'],
        stopped: [],
      });
      expect((await over('check')).json).toMatchObject({ same: true });
      expect(await said('views', 'resume', 'unit_tree')).toContain('was not parked');
    },
    LONG_MS,
  );

  it('the demo is not loaded while a projector works: it would write between', async () => {
    const seen = await guong(['demo'], variables());
    expect(seen.exitCode).toBe(75);
    expect(seen.err).toContain('stop every guong projector');
  });

  it('accounts are in the database', async () => {
    const put = ['accounts', 'put', 'khai', '--role', 'auditor'];
    expect((await guong(put, { ...variables(), GUONG_PASSWORD: 'mot-mat-khau' })).exitCode).toBe(0);
    expect((await over('accounts', 'list')).json).toMatchObject([{ username: 'khai' }]);

    const folder = temporaryFolder();
    const key = { GUONG_PASSWORD: 'mot-mat-khau' };
    await guong(['--data', folder, 'accounts', 'put', 'lan', '--person', 'lan-1'], key);
    await guong(['--data', folder, 'accounts', 'put', 'khai'], key);
    const copy = ['accounts', 'copy', '--from', folder];
    expect((await over(...copy)).json).toEqual({ copied: 1, already: 1, isImportKeySame: true });
    expect((await over(...copy)).json).toMatchObject({ copied: 0, already: 2 });
    const place = { viewsUrl: database.url };
    const accounts = await openAccounts(place, Date.now);
    expect(await accounts.authenticate('lan', 'mot-mat-khau')).toMatchObject({ personId: 'lan-1' });
    await accounts.close();
  });

  it('its log is not moved while a projector works on it', async () => {
    const seen = await guong(
      ['move', '--from', double.url, '--to', temporaryFolder()],
      variables(),
    );
    expect(seen.exitCode).toBe(75);
    expect(seen.err).toContain('stop every guong projector');
  });

  it('the demo is not loaded beside accounts of others', async () => {
    expect((await over('demo', '--if-empty')).exitCode).toBe(0);
    expect(await guong(['demo'], variables())).toMatchObject({
      exitCode: 1,
      err: `esdb://127.0.0.1:${double.port} is not empty; nothing was loaded\n`,
    });
  });

  it(
    'records of a list come in, and are read back',
    async () => {
      const file = join(temporaryFolder(), 'units.csv');
      const row = 'DB77,Đảng bộ xã Mới,commune,,05/01/2026,12-QĐ/TU';
      writeFileSync(file, `unit code,name,level,unit above,founded on,decision number\n${row}\n`);
      expect((await over('import', 'units', file)).json).toMatchObject({ created: 1, refused: 0 });
      expect((await over('import', 'units', file)).json).toMatchObject({
        created: 0,
        unchanged: 1,
      });
      const replayed = (await over('replay', 'organisation', 'db77')).json;
      expect(replayed).toMatchObject({ workflow: 'organisation', revision: 0 });
    },
    LONG_MS,
  );

  it(
    'records that follow an older version are found',
    async () => {
      const { json, exitCode } = await over('migrate', 'meeting', '--to', '1', '--dry-run');
      expect(exitCode).toBe(0);
      expect(json).toMatchObject({ workflow: 'meeting', instances: 0 });
    },
    LONG_MS,
  );

  it(
    'a setting that lets the record be changed is named by doctor',
    async () => {
      double.setMetadata('unit-x', { $maxCount: 1 });
      const { exitCode, json } = await over('doctor');
      expect(exitCode).toBe(1);
      expect(json).toMatchObject({ ill: [{ kind: 'log', state: 'LOG_RETENTION' }] });
      expect((await guong(['log', 'check'], variables())).out).toContain('$maxCount');
      double.setMetadata('unit-x', {});
      expect((await guong(['log', 'check'], variables())).exitCode).toBe(0);
    },
    LONG_MS,
  );

  it(
    'a log that was cut is found, and one command makes the views right again',
    async () => {
      for (const one of running.splice(0)) await one.close();
      const facts = double.log.events.filter(({ stream }) => !stream.startsWith('$'));
      double.truncateAfter(facts.at(-200)!);
      await startWorker();
      await until(({ ill }) => ill.some((part) => (part as { state: string }).state === 'ahead'));
      expect(await said('doctor')).toContain('→ guong views reset');

      const { json } = await over('views', 'reset');
      const { views } = json as { views: readonly string[] };
      expect(views).toHaveLength(READ_MODELS.length);
      for (const one of running.splice(0)) await one.close();
      await startWorker();
      await until(({ ill }) => ill.length === 0);
      expect((await over('check')).json).toMatchObject({ same: true });
    },
    LONG_MS,
  );
});
