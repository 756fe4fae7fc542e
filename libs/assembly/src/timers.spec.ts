import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasTimersFor, SYSTEM } from './testing/registration.fixtures.js';
import { type Guong, openEmbedded } from './open-embedded.js';

const STREAM = 'commitment-khai-2026';
let folder: string;
let now: string;
let guong: Guong;

const open = async (): Promise<void> => {
  guong = await openEmbedded({ folder, clock: () => Date.parse(now), polls: false });
  await guong.start();
};
/** Time goes on, and what has become due is fired. */
const until = async (moment: string): Promise<void> => {
  now = moment;
  await guong.settled({ timers: true });
};
const facts = async (): Promise<readonly string[]> =>
  (await guong.store.read(STREAM)).map(
    ({ type, occurredAt, data }) =>
      `${type} ${occurredAt.slice(0, 13)} ${String((data as { offset?: number }).offset ?? '')}`,
  );
const HEAD = { id: 'tam', kind: 'person' } as const;
const run = (command: string, input: object) =>
  guong.engine.execute({
    workflow: 'registration',
    id: 'khai-2026',
    command,
    input,
    actor: HEAD,
    commandId: `spec-${command}-${now}`,
  });

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guong-timers-'));
  now = '2026-03-02T02:00:00.000Z';
  await open();
  await hasTimersFor(guong.engine, 'khai');
});
afterEach(async () => {
  await guong.close();
  rmSync(folder, { recursive: true, force: true });
});

const REMINDED_TWICE = [
  'RegistrationSubmitted 2026-03-02T02 ',
  'DeadlineReminded 2026-03-12T17 -3',
  'DeadlineReminded 2026-03-14T17 -1',
];
const ALL = [
  ...REMINDED_TWICE,
  'DeadlinePassed 2026-03-16T17 0',
  'DeadlineEscalated 2026-03-21T17 5',
  'DeadlineEscalated 2026-03-31T17 15',
];

describe('the clock of an endorsement', () => {
  it('records its due date when it starts', async () => {
    const [submitted] = await guong.store.read(STREAM);
    expect(submitted!.clocks).toEqual([{ clock: 'endorsement', due: '2026-03-16' }]);
  });

  it('reminds, passes and escalates, each at its moment and once', async () => {
    await until('2026-03-12T16:59:59.999Z');
    expect(await facts()).toEqual(ALL.slice(0, 1));
    await until('2026-03-12T17:00:00.000Z');
    expect(await facts()).toEqual(ALL.slice(0, 2));
    await until('2026-03-16T16:59:59.999Z');
    expect(await facts()).toEqual(ALL.slice(0, 3));
    await until('2026-03-16T17:00:00.000Z');
    expect(await facts()).toEqual(ALL.slice(0, 4));
    await until('2026-05-01T00:00:00.000Z');
    await until('2026-06-01T00:00:00.000Z');
    expect(await facts()).toEqual(ALL);
  });

  it('does late what was due while the server was down, with the right moment', async () => {
    await guong.settled();
    await guong.close();
    now = '2026-09-01T00:00:00.000Z';
    await open();
    await guong.settled({ timers: true });
    // Reminders that were slept through are left out: the deadline has passed.
    expect(await facts()).toEqual(ALL.filter((fact) => !fact.startsWith('DeadlineReminded')));
  });

  it('stops when what is asked for is done', async () => {
    await until('2026-03-13T02:00:00.000Z');
    await until('2026-03-15T02:00:00.000Z');
    expect(await run('endorse', {})).toMatchObject({ kind: 'accepted' });
    await until('2027-03-15T02:00:00.000Z');
    expect(await facts()).toEqual([...REMINDED_TWICE, 'RegistrationEndorsed 2026-03-15T02 ']);
    expect(guong.timers.status).toMatchObject({ parked: [], fired: 2 });
  });

  it('fires nothing when the clock jumps back, and goes on when it is there again', async () => {
    await until('2026-03-13T00:00:00.000Z');
    await until('2026-03-01T00:00:00.000Z');
    expect(await facts()).toEqual(ALL.slice(0, 2));
    await until('2026-03-14T18:00:00.000Z');
    expect(await facts()).toEqual(REMINDED_TWICE);
  });

  it('begins anew when it is extended, with the reason sealed', async () => {
    await until('2026-03-13T02:00:00.000Z');
    await until('2026-03-15T02:00:00.000Z');
    const extend = { clock: 'endorsement', to: '2026-04-10', reason: 'Chờ họp chi bộ' };
    expect(await run('extendDeadline', extend)).toMatchObject({ kind: 'accepted' });
    const extended = (await guong.store.read(STREAM)).at(-1)!;
    expect(extended.data).toMatchObject({ from: '2026-03-16', due: '2026-04-10', unitId: 'kp4' });
    expect(extended.sealed).toEqual({ reason: { of: 'tam', value: 'Chờ họp chi bộ' } });
    await until('2026-04-07T00:00:00.000Z');
    await until('2026-04-09T00:00:00.000Z');
    expect((await facts()).slice(3)).toEqual([
      'DeadlineExtended 2026-03-15T02 ',
      'DeadlineReminded 2026-04-06T17 -3',
      'DeadlineReminded 2026-04-08T17 -1',
    ]);
  });

  it('shows its recorded due date to whoever must act', async () => {
    const next = await guong.engine.nextActions('registration', 'khai-2026', SYSTEM);
    const due = next!.actions.find(({ command }) => command === 'endorse')!.due;
    expect(due).toBe('2026-03-16');
  });
});

describe('after a kill between firing and remembering', () => {
  it('writes nothing that was written', async () => {
    await until('2026-09-01T00:00:00.000Z');
    const before = await guong.store.head();
    // The view forgets everything it learnt of the firing: it is built anew while they fire again.
    await guong.close();
    for (const name of ['views.db', 'views.db-wal', 'views.db-shm'])
      rmSync(join(folder, name), { force: true });
    await open();
    await guong.settled({ timers: true });
    expect(await guong.store.head()).toBe(before);
  });
});

describe('the folder’s own holidays', () => {
  const reopenWith = async (file: object): Promise<void> => {
    await guong.close();
    writeFileSync(join(folder, 'holidays.json'), JSON.stringify(file));
    await open();
  };

  it('move due dates that are resolved from then on, and none that was recorded', async () => {
    await reopenWith({ 2026: { off: ['2026-03-04', '2026-03-05'] } });
    const dueOf = async (id: string) =>
      (await guong.engine.instance('registration', id))!.clocks.get('endorsement')!.due;
    expect(await dueOf('khai-2026')).toBe('2026-03-16');
    await hasTimersFor(guong.engine, 'lan');
    expect(await dueOf('lan-2026')).toBe('2026-03-18');
  });

  it('stop the start when they cannot be', async () => {
    await expect(reopenWith({ 2026: { off: ['2026-02-30'] } })).rejects.toMatchObject({
      code: 'HOLIDAYS_INVALID',
      path: '2026.off[0]',
    });
    rmSync(join(folder, 'holidays.json'));
    await open();
  });
});
