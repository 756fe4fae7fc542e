import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { sqliteEventStore } from '#libs/event-store-sqlite';
import { wholeLog } from '#libs/event-store/testing';
import { APPENDS, type Double, startDouble } from '../../../../test/eventstoredb-double/index.js';
import {
  folderWithDemo,
  folderWithEvents,
  guong,
  temporaryFolder,
} from '../testing/command-line.fixtures.js';

/** The commands against a server over a real connection; the server is the double. */
let double: Double;
beforeEach(async () => {
  double = await startDouble();
});
afterEach(() => double.stop());

const install = () => guong(['log', 'install'], { GUONG_EVENTS_URL: double.url });
const recorded = async (folder: string) => {
  const file = join(folder, 'events.db');
  const store = sqliteEventStore({ file, clock: () => 0, readonly: true });
  const events = await wholeLog(store);
  await store.close();
  return events;
};

describe('guong log', () => {
  it('check names what lets the record be changed, install mends it', async () => {
    const variables = { GUONG_EVENTS_URL: double.url };
    const before = await guong(['log', 'check'], variables);
    expect(before.exitCode).toBe(1);
    expect(before.out).toMatch(/LOG_ACL_UNSAFE: .*guong log install/);
    expect((await install()).exitCode).toBe(0);
    const after = await guong(['log', 'check'], variables);
    expect([after.exitCode, after.out]).toEqual([
      0,
      `esdb://127.0.0.1:${double.port}: nothing lets the record be changed.\n`,
    ]);
  });

  it('says when there is no address', async () => {
    const none = await guong(['log', 'check']);
    expect([none.exitCode, none.err]).toEqual([78, expect.stringContaining('is not set')]);
  });
});

describe('guong move to a server and back', () => {
  it('brings the same log home, proven both ways', async () => {
    const [from, home] = [await folderWithDemo(), temporaryFolder('home')];
    await install();
    const there = await guong(['--json', '--data', from, 'move', '--to', double.url]);
    expect(there.json).toMatchObject({ kind: 'moved', to: `esdb://127.0.0.1:${double.port}` });
    const back = await guong(['--json', 'move', '--from', double.url, '--to', home]);
    expect(back.json).toMatchObject({ kind: 'moved' });
    const { source, target } = there.json as Record<'source' | 'target', object>;
    expect(back.json).toMatchObject({ source, target });
    expect(target).toEqual(source);
    expect(await recorded(home)).toEqual(await recorded(from));
  });

  it('is refused while anybody may change what is recorded there', async () => {
    const from = await folderWithEvents(3);
    const { exitCode, err } = await guong(['--data', from, 'move', '--to', double.url]);
    expect(exitCode).toBe(78);
    expect(err).toContain('guong log check');
  });

  it('is refused where something else was recorded', async () => {
    const [from, other] = [await folderWithEvents(5), await folderWithEvents(7)];
    await install();
    await guong(['--data', other, 'move', '--to', double.url]);
    const { exitCode, json } = await guong(['--json', '--data', from, 'move', '--to', double.url]);
    expect(exitCode).toBe(1);
    expect(json).toMatchObject({ code: 'MOVE_TARGET_DIFFERS', difference: { event: 6 } });
  });

  it('is refused where another application wrote', async () => {
    const from = await folderWithEvents(5);
    await install();
    const bytes = (value: object) => new TextEncoder().encode(JSON.stringify(value));
    double.log.write('orders', [
      {
        id: randomUUID(),
        type: 'OrderPlaced',
        contentType: 'application/json',
        data: bytes({}),
        custom: bytes({}),
      },
    ]);
    const { exitCode, json } = await guong(['--json', '--data', from, 'move', '--to', double.url]);
    expect(exitCode).toBe(1);
    expect(json).toMatchObject({ code: 'MOVE_TARGET_DIFFERS', foreign: 'orders' });
  });

  it('loses nothing with answers that do not arrive', async () => {
    const from = await folderWithEvents(30);
    await install();
    double.faults.dropReply({ times: 4, how: 'broken', on: APPENDS });
    const { json } = await guong(['--json', '--data', from, 'move', '--to', double.url]);
    expect(json).toMatchObject({ kind: 'moved', copied: 30, target: { events: 30 } });
  });

  it('goes on when it is run again after the server refused in the middle', async () => {
    const from = await folderWithEvents(60);
    await install();
    const allow = double.faults.raise({ kind: 'denied', stream: 'stream-3', on: APPENDS });
    const broken = await guong(['--data', from, 'move', '--to', double.url]);
    expect(broken.exitCode).toBe(77);
    expect(broken.err).toContain(`127.0.0.1:${double.port}`);
    allow();
    const { json } = await guong(['--json', '--data', from, 'move', '--to', double.url]);
    expect(json).toMatchObject({ kind: 'moved', copied: 57, target: { events: 60 } });
  });
});
