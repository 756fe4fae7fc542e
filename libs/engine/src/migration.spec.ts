import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStore } from '#libs/event-store';
import { sqliteEventStore } from '#libs/event-store-sqlite';
import { authorityOf, petition, petitionV1 } from '#libs/kernel/testing';
import { instanceIds, migrateInstances, planMigration } from './migration.js';
import { commandOn, engineOn, MIDDAY } from './testing/index.js';

const knows = authorityOf({
  officers: ['khai member kp4', 'ha secretary kp4', 'loc committee anbinh'],
  parents: { kp4: 'anbinh' },
});
const on = '2026-03-15';

let folder: string;
let store: EventStore;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guong-migration-'));
  store = sqliteEventStore({ file: join(folder, 'events.db'), clock: () => Date.parse(MIDDAY) });
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const running = (workflow: typeof petition | typeof petitionV1) =>
  engineOn({ store, knows, workflows: [workflow] }).engine;

/** A year under the first version: filed, read, parked, answered. */
async function yearOfOld(): Promise<void> {
  const engine = running(petitionV1);
  const steps: [string, string, string][] = [
    ...['a', 'b', 'c', 'd'].map((id): [string, string, string] => [id, 'file', 'khai']),
    ['b', 'read', 'ha'],
    ['c', 'park', 'ha'],
    ['d', 'read', 'ha'],
    ['d', 'answer', 'ha'],
  ];
  for (const [id, command, actor] of steps) {
    const input = command === 'file' ? { unitId: 'kp4' } : { on };
    const outcome = await engine.execute(commandOn('petition', id, command, input, actor));
    expect([id, command, outcome.kind]).toEqual([id, command, 'accepted']);
  }
}

const attempt = async (id: string, command: string, actor: string) => {
  const request = commandOn('petition', id, command, { on }, actor, { commandId: `${id}${actor}` });
  const outcome = await running(petition).execute(request);
  return outcome.kind === 'refused' ? outcome.reasons.map(({ code }) => code) : outcome.kind;
};

describe('after a definition was raised', () => {
  beforeEach(yearOfOld);
  const options = () => ({ engine: running(petition), store, workflow: petition, to: 2 });

  it('old instances go on by their own definition, new ones by the new', async () => {
    expect(await attempt('b', 'answer', 'loc')).toEqual(['NOT_HOLDER']);
    expect(await attempt('b', 'withdraw', 'khai')).toEqual(['UNKNOWN_COMMAND']);
    expect(await attempt('b', 'answer', 'ha')).toBe('accepted');
    const engine = running(petition);
    await engine.execute(commandOn('petition', 'e', 'file', { unitId: 'kp4' }, 'khai'));
    expect(await attempt('e', 'withdraw', 'khai')).toBe('accepted');
    expect((await store.read('petition-e')).map((event) => event.definitionVersion)).toEqual([
      2, 2,
    ]);
    expect((await store.read('petition-b')).map((event) => event.definitionVersion)).toEqual([
      1, 1, 1,
    ]);
  });

  it('finds every instance', async () =>
    expect(await instanceIds(store, petition)).toEqual(['a', 'b', 'c', 'd']));

  it('a dry run writes nothing and says who is stranded', async () => {
    const head = await store.head();
    const seen: number[] = [];
    const report = await planMigration({ ...options(), progress: (done) => seen.push(done) });
    expect(report).toMatchObject({
      instances: 3,
      moves: { 'filed → filed': 1, 'read → reviewed': 1 },
      stranded: [{ id: 'c', version: 1, state: 'parked' }],
      lostDeadlines: [{ id: 'a', clock: 'reading', due: '2026-03-25' }],
    });
    expect(seen).toEqual([1, 2, 3, 4]);
    expect(await store.head()).toBe(head);
  });

  it('migrates whoever can go on, as facts, and says who cannot', async () => {
    expect(await migrateInstances(options())).toEqual({
      migrated: 2,
      refused: [{ id: 'c', reasons: [expect.objectContaining({ code: 'MIGRATION_STRANDED' })] }],
    });
    const [, , fact] = await store.read('petition-b');
    expect(fact).toMatchObject({
      type: 'DefinitionMigrated',
      data: { from: 1, to: 2, fromState: 'read', toState: 'reviewed' },
      actor: 'system.migration',
      policy: 'system',
    });
    const clocks = (await store.read('petition-a')).at(-1)!.clocks;
    expect(clocks).toEqual([
      { clock: 'reading', stopped: true },
      { clock: 'review', due: '2026-03-22' },
    ]);
    expect(await attempt('b', 'answer', 'ha')).toEqual(['NOT_ABOVE']);
    expect(await attempt('b', 'answer', 'loc')).toBe('accepted');
    expect(await attempt('c', 'read', 'ha')).toBe('accepted');
  });

  it('run again does nothing more', async () => {
    await migrateInstances(options());
    const head = await store.head();
    expect(await migrateInstances(options())).toMatchObject({ migrated: 0 });
    expect(await store.head()).toBe(head);
  });

  it('folds the same from nothing as step by step', async () => {
    const engine = running(petition);
    const before = await engine.instance('petition', 'b');
    await migrateInstances({ ...options(), engine });
    const afresh = await running(petition).instance('petition', 'b');
    expect(await engine.instance('petition', 'b')).toEqual(afresh);
    expect(before).toBe(await engine.instance('petition', 'b'));
  });
});
