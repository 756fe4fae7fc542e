import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { sqliteCheckpoints } from '#libs/assembly';
import { type START } from '#libs/event-store';
import { sqliteEventStore } from '#libs/event-store-sqlite';
import { newEvent } from '#libs/event-store/testing';
import { REACTORS } from '#libs/workflows';
import { folderWithDemo, guong, temporaryFolder } from '../testing/command-line.fixtures.js';

/** The folder as after a restore of an older `events.db`: everything else has seen more. */
async function withOlderLog(): Promise<string> {
  const folder = await folderWithDemo();
  const older = temporaryFolder('older.db');
  const file = join(folder, 'events.db');
  copyFileSync(file, older);
  const store = sqliteEventStore({ file, clock: Date.now });
  await store.append('later', 'none', [newEvent({ data: { n: 1 } })]);
  await store.close();
  await guong(['--data', folder, 'doctor']);
  copyFileSync(older, file);
  return folder;
}

const positionOfReactor = async (folder: string, name: string) => {
  const checkpoints = sqliteCheckpoints(join(folder, 'reactors.db'));
  const position = (await checkpoints.load(name))?.position;
  checkpoints.close();
  return position;
};

describe('views after an older log was restored', () => {
  it('doctor finds them and names the command, which makes them right again', async () => {
    const folder = await withOlderLog();
    const ill = await guong(['--data', folder, 'doctor']);
    expect(ill.exitCode).toBe(1);
    expect(ill.out).toContain('→ guong views reset');

    const { exitCode, json } = await guong(['--json', '--data', folder, 'views', 'reset']);
    expect(exitCode).toBe(0);
    expect((json as { views: string[] }).views.length).toBeGreaterThan(0);
    expect((await guong(['--data', folder, 'doctor'])).out).toContain('All is well.');
    expect((await guong(['--json', '--data', folder, 'check'])).json).toMatchObject({ same: true });
  });

  it('a reactor beyond the end begins again', async () => {
    const folder = await withOlderLog();
    const reactor = REACTORS[0]!;
    const checkpoints = sqliteCheckpoints(join(folder, 'reactors.db'));
    const position = '9999999999999999' as typeof START;
    await checkpoints.save(reactor.name, { position, state: reactor.start() });
    checkpoints.close();
    const { json } = await guong(['--json', '--data', folder, 'views', 'reset']);
    expect((json as { reactors: string[] }).reactors).toContain(reactor.name);
    expect(await positionOfReactor(folder, reactor.name)).not.toBe(position);
  });

  it('nothing is reset where nothing lies beyond the end, unless all is asked for', async () => {
    const folder = await folderWithDemo();
    const { out, exitCode } = await guong(['--data', folder, 'views', 'reset']);
    expect([exitCode, out]).toEqual([0, 'Nothing lies beyond the end of the log.\n']);
    const all = await guong(['--json', '--data', folder, 'views', 'reset', '--all']);
    expect((all.json as { views: string[] }).views.length).toBeGreaterThan(5);
  });
});

describe('a view to go on', () => {
  it('says when it was not parked, and when there is none of that name', async () => {
    const folder = await folderWithDemo();
    const { out, exitCode } = await guong(['--data', folder, 'views', 'resume', 'unit_tree']);
    expect([exitCode, out]).toEqual([0, 'unit_tree was not parked\n']);
    expect((await guong(['--data', folder, 'views', 'resume', 'nothing'])).exitCode).toBe(2);
  });
});
