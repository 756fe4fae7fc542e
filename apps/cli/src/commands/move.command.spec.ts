import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sqliteEventStore } from '#libs/event-store-sqlite';
import { wholeLog } from '#libs/event-store/testing';
import {
  folderWithDemo,
  folderWithEvents,
  guong,
  temporaryFolder,
} from '../testing/command-line.fixtures.js';

const eventsIn = async (folder: string) => {
  const file = join(folder, 'events.db');
  const store = sqliteEventStore({ file, clock: () => 0, readonly: true });
  const events = await wholeLog(store);
  await store.close();
  return events;
};

describe('guong move, from folder to folder', () => {
  it('copies everything, proves it and says what to do next', async () => {
    const [from, to] = [await folderWithEvents(50), temporaryFolder('new')];
    const { exitCode, out } = await guong(['--data', from, 'move', '--to', to]);
    expect(exitCode).toBe(0);
    expect(out).toContain('Copied 50 events');
    const sums = [...out.matchAll(/SHA-256 \w+: ([0-9a-f]{64})/g)].map(([, sum]) => sum);
    expect(sums).toHaveLength(2);
    expect(sums[0]).toBe(sums[1]);
    expect(out).toContain(`set GUONG_DATA=${to}`);
    expect(await eventsIn(to)).toEqual(await eventsIn(from));
  });

  it('speaks Vietnamese to whoever does', async () => {
    const [from, to] = [await folderWithEvents(2), temporaryFolder('new')];
    const line = ['--data', from, 'move', '--to', to];
    const { out } = await guong(line, { LC_ALL: 'vi_VN.UTF-8' });
    expect(out).toContain('cả hai có 2 sự kiện, khớp từng sự kiện');
    expect(out).toContain('Tiếp theo:');
  });

  it('may be run again: compares and proves, and copies what came since', async () => {
    const [from, to] = [await folderWithEvents(10), temporaryFolder('new')];
    await guong(['--data', from, 'move', '--to', to]);
    const again = await guong(['--json', '--data', from, 'move', '--to', to]);
    expect(again.json).toMatchObject({ kind: 'moved', copied: 0, target: { events: 10 } });
  });

  it('names the first place of a target that holds something else', async () => {
    const [from, to] = [await folderWithEvents(10), await folderWithEvents(11)];
    const { exitCode, json } = await guong(['--json', '--data', from, 'move', '--to', to]);
    expect(exitCode).toBe(1);
    expect(json).toMatchObject({
      code: 'MOVE_TARGET_DIFFERS',
      difference: { event: 11, stream: 'stream-2', revision: 2, part: 'surplus' },
    });
    const { out } = await guong(['--data', from, 'move', '--to', to]);
    expect(out).toContain('at event 11 (stream-2, revision 2): not in the source');
  });

  it('is refused while somebody has the source or the target open', async () => {
    const [from, to] = [await folderWithEvents(3), await folderWithEvents(3)];
    for (const folder of [from, to]) {
      const store = sqliteEventStore({ file: join(folder, 'events.db'), clock: () => 0 });
      const { exitCode, err } = await guong(['--data', from, 'move', '--to', to]);
      await store.close();
      expect(exitCode).toBe(75);
      expect(err).toContain(folder);
    }
  });

  it('names the damaged one of two', async () => {
    const [from, to] = [await folderWithEvents(200), temporaryFolder('new')];
    const database = new DatabaseSync(join(from, 'events.db'));
    database.exec(
      `drop trigger events_no_update; update events set data = '{}' where position = 9`,
    );
    database.close();
    const { exitCode, err } = await guong(['--data', from, 'move', '--to', to]);
    expect(exitCode).toBe(74);
    expect(err).toContain(from);
  });

  it.each([
    ['nowhere to go', ['move'], /required option '--to/],
    ['a place of another kind', ['move', '--to', 'https://example.org'], /--to: a folder or an/],
    ['no log', ['move', '--to', 'anywhere'], /there is no log in/],
  ])('is refused: %s', async (_, line, what) => {
    const { exitCode, err } = await guong(['--data', temporaryFolder('none'), ...line]);
    expect([2, 78]).toContain(exitCode);
    expect(err).toMatch(what);
  });

  it('is refused from a place to itself', async () => {
    const from = await folderWithEvents(1);
    const { exitCode, err } = await guong(['--data', from, 'move', '--to', from]);
    expect(exitCode).toBe(2);
    expect(err).toContain('the same');
  });
});

it('what was moved is served as before: the same views are built from it', async () => {
  const [from, to] = [await folderWithDemo(), temporaryFolder('new')];
  expect((await guong(['--data', from, 'move', '--to', to])).exitCode).toBe(0);
  expect((await guong(['--data', to, 'doctor'])).out).toContain('All is well.');
  const checks = await Promise.all(
    [from, to].map(async (folder) => (await guong(['--json', '--data', folder, 'check'])).json),
  );
  expect(checks[0]).toMatchObject({ same: true });
  expect(checks[1]).toEqual(checks[0]);
});
