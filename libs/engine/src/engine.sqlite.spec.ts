import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStore } from '#libs/event-store';
import { plainEvent } from '#libs/event-store';
import { sqliteEventStore } from '#libs/event-store-sqlite';
import { fold } from '#libs/kernel';
import { errand } from '#libs/kernel/testing';
import { commandOn, engineOn, MIDDAY } from './testing/index.js';

let folder: string;
let store: EventStore;
const open = () =>
  sqliteEventStore({ file: join(folder, 'events.db'), clock: () => Date.parse(MIDDAY) });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guong-engine-'));
  store = open();
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const ask = (id: string, key: string) =>
  commandOn('errand', id, 'ask', { unitId: 'kp4', effort: 3 }, 'ha', { commandId: key });
const take = (key: string, actor: string) =>
  commandOn('errand', 'one', 'take', {}, actor, { commandId: key, expectedRevision: 0 });
const note = (key: string) =>
  commandOn('errand', 'one', 'note', {}, { id: 'engine', kind: 'system' }, { commandId: key });
const numbers = (count: number) => Array.from({ length: count }, (_, n) => n);
const kinds = async (outcomes: Promise<{ kind: string }>[]) => {
  const counts: Record<string, number> = {};
  for (const { kind } of await Promise.all(outcomes)) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
};

describe('an engine over a file', () => {
  it('1,000 at once on different streams: all accepted', async () => {
    const { engine } = engineOn({ store });
    const outcomes = numbers(1000).map((n) => engine.execute(ask(`e${n}`, `key-${n}`)));
    expect(await kinds(outcomes)).toEqual({ accepted: 1000 });
  });

  it('64 that saw the same revision: exactly one', async () => {
    const { engine } = engineOn({ store });
    await engine.execute(ask('one', 'ask'));
    const outcomes = numbers(64).map((n) => engine.execute(take(`take-${n}`, `member-${n}`)));
    expect(await kinds(outcomes)).toEqual({ accepted: 1, conflict: 63 });
  });

  it('64 whose order does not matter: all accepted', async () => {
    const { engine } = engineOn({ store });
    await engine.execute(ask('one', 'ask'));
    const outcomes = numbers(64).map((n) => engine.execute(note(`note-${n}`)));
    expect(await kinds(outcomes)).toEqual({ accepted: 64 });
  });

  it('two creators, and the same command four times at once', async () => {
    const { engine } = engineOn({ store });
    expect(await kinds(['a', 'b'].map((key) => engine.execute(ask('one', key))))).toEqual({
      accepted: 1,
      conflict: 1,
    });
    const twins = numbers(4).map(() => engine.execute(ask('two', 'same')));
    expect(await kinds(twins)).toEqual({ accepted: 4 });
    expect(await store.read('errand-two')).toHaveLength(1);
  });

  it('knows every command after a restart, and folds to the same state', async () => {
    const first = await engineOn({ store }).engine.execute(ask('one', 'ask'));
    await engineOn({ store }).engine.execute(take('take', 'khai'));
    await store.close();
    store = open();
    const { engine } = engineOn({ store });
    expect(await engine.execute(ask('one', 'ask'))).toEqual({
      ...first,
      state: 'taken',
      repeated: true,
    });
    const reused = { ...ask('one', 'ask'), input: { unitId: 'kp4', effort: 4 } };
    expect(await engine.execute(reused)).toMatchObject({
      reasons: [{ code: 'IDEMPOTENCY_KEY_REUSED' }],
    });
    const facts = (await store.read('errand-one')).map(plainEvent);
    expect(await engine.instance('errand', 'one')).toEqual(fold(errand, 'one', facts));
  });
});
