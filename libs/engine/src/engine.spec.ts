import { plainEvent } from '#libs/event-store';
import { type Mandate, need } from '#libs/kernel';
import { errand } from '#libs/kernel/testing';
import type { CommandRequest } from './command-request.js';
import { commandOn, engineOn, MIDDAY } from './testing/index.js';

const on = (
  command: string,
  input: object = {},
  actor = 'ha',
  fields: Partial<CommandRequest> = {},
) => commandOn('errand', 'one', command, input, actor, fields);
const ask = on('ask', { unitId: 'kp4', effort: 3 });

describe('execute', () => {
  it('stores what was decided, with everything an inspector asks for', async () => {
    const { engine, store } = engineOn();
    const outcome = await engine.execute({
      ...ask,
      correlationId: 'talk-1',
      causationId: 'mail-1',
    });
    expect(outcome).toEqual({
      kind: 'accepted',
      position: await store.head(),
      revision: 0,
      state: 'open',
      repeated: false,
    });
    const [event] = await store.read('errand-one');
    expect(plainEvent(event!)).toMatchObject({
      stream: 'errand-one',
      type: 'ErrandAsked',
      schemaVersion: 1,
      data: { unitId: 'kp4', effort: 3, askedBy: 'ha' },
      workflow: 'errand',
      definitionVersion: 3,
      actor: 'ha',
      capacity: { office: 'secretary', unit: 'kp4' },
      policy: 'holds(secretary,unitId)',
      occurredAt: MIDDAY,
      recordedAt: MIDDAY,
      commandId: ask.commandId,
      causationId: 'mail-1',
      correlationId: 'talk-1',
    });
    expect(event!.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('says for whom one acts and through whom, and the version a fact is stored in', async () => {
    const { engine, store } = engineOn({ mandate: () => ({ kind: 'valid', ways: [[]] }) });
    await engine.execute(ask);
    await engine.execute(on('take', {}, 'khai'));
    const clerk = { id: 'clerk', onBehalfOf: 'loc', via: ['lan'], kind: 'person' } as const;
    await engine.execute(commandOn('errand', 'one', 'note', {}, clerk));
    await engine.execute(on('report', { text: 'xong' }, 'khai'));
    const events = (await store.read('errand-one')).map(plainEvent);
    expect(events.map(({ type, schemaVersion }) => [type, schemaVersion])).toEqual([
      ['ErrandAsked', 1],
      ['ErrandTaken', 1],
      ['ErrandNoted', 1],
      ['ErrandNoted', 1],
      ['ErrandDone', 2],
    ]);
    expect(events[2]).toMatchObject({
      actor: 'clerk',
      onBehalfOf: 'loc',
      via: ['lan'],
      capacity: { office: 'committee', unit: 'anbinh' },
    });
    expect(events[4]).toMatchObject({ sealed: { report: { of: 'khai', value: 'xong' } } });
    expect(new Set(events.map(({ id }) => id)).size).toBe(5);
  });

  it.each<[string, Mandate | undefined, string, string]>([
    ['nobody gave the right', undefined, 'note', 'DELEGATION_NOT_VALID'],
    [
      'it is over',
      { kind: 'refused', reasons: [{ code: 'DELEGATION_EXPIRED' }] },
      'note',
      'DELEGATION_EXPIRED',
    ],
    [
      'it is for another unit',
      { kind: 'valid', ways: [[{ unitId: 'kp5' }]] },
      'note',
      'DELEGATION_NOT_IN_SCOPE',
    ],
    ['only oneself can do it', { kind: 'valid', ways: [[]] }, 'report', 'NOT_DELEGABLE'],
  ])('refuses what is done for another when %s', async (_name, mandate, command, code) => {
    const { engine } = engineOn({ ...(mandate && { mandate: () => mandate }) });
    await engine.execute(ask);
    await engine.execute(on('take', {}, 'khai'));
    const actor = { id: 'clerk', onBehalfOf: 'loc', kind: 'person' } as const;
    const asked = commandOn('errand', 'one', command, { text: 'xong' }, actor);
    const outcome = await engine.execute(asked);
    expect(outcome).toMatchObject({ kind: 'refused', reasons: [{ code }] });
    const next = await engine.nextActions('errand', 'one', actor);
    expect(next!.actions.find((action) => action.command === command)).toMatchObject({
      allowed: false,
      reasons: [{ code }],
    });
  });

  it.each<[string, Partial<CommandRequest>, string]>([
    ['a workflow that is not there', { workflow: 'gone' }, 'UNKNOWN_WORKFLOW'],
    ['a name of the language', { workflow: '__proto__' }, 'UNKNOWN_WORKFLOW'],
    ['an id of another shape', { id: 'Không phải' }, 'ID_INVALID'],
    ['a command that is not there', { command: 'fly' }, 'UNKNOWN_COMMAND'],
    ['a command of the language', { command: 'constructor' }, 'UNKNOWN_COMMAND'],
    ['a person without the office', { actor: { id: 'khai', kind: 'person' } }, 'NOT_HOLDER'],
    ['an input out of limits', { input: { unitId: 'kp4', effort: 9 } }, 'EFFORT_GT_MAX'],
    ['a state that does not fit', { command: 'take' }, 'WRONG_STATE'],
    ['tomorrow', { occurredAt: '2026-03-15T05:00:00.001Z' }, 'OCCURRED_IN_FUTURE'],
  ])('refuses %s, and stores nothing', async (_name, fields, code) => {
    const { engine, store } = engineOn();
    const outcome = await engine.execute({ ...ask, ...fields });
    expect(outcome).toMatchObject({ kind: 'refused', reasons: [{ code }] });
    expect(await store.head()).toBe(await engineOn().store.head());
  });

  it('takes a business time that has passed, and keeps both times', async () => {
    const { engine, store } = engineOn();
    await engine.execute({ ...ask, occurredAt: '2026-01-05T02:00:00.000Z' });
    expect((await store.read('errand-one'))[0]).toMatchObject({
      occurredAt: '2026-01-05T02:00:00.000Z',
      recordedAt: MIDDAY,
    });
  });

  it('that decides nothing stores nothing', async () => {
    const { engine, store } = engineOn();
    await engine.execute(ask);
    await engine.execute(on('take', {}, 'khai'));
    const head = await store.head();
    const outcome = await engine.execute(on('report', { text: '' }, 'khai'));
    expect(outcome).toMatchObject({ kind: 'accepted', repeated: true, position: head });
    expect(await store.head()).toBe(head);
  });

  it('throws when the store is broken', async () => {
    const { engine, store } = engineOn();
    await store.close();
    await expect(engine.execute(ask)).rejects.toThrow('closed');
  });
});

describe('the revision a person saw', () => {
  it('is compared, and another one is a conflict that says where things stand', async () => {
    const { engine } = engineOn();
    await engine.execute(ask);
    const take = on('take', {}, 'khai', { expectedRevision: -1 });
    expect(await engine.execute(take)).toEqual({ kind: 'conflict', revision: 0, state: 'open' });
    expect(await engine.execute({ ...take, expectedRevision: 0 })).toMatchObject({
      kind: 'accepted',
      revision: 1,
    });
  });

  it('does not hide that the command was already done', async () => {
    const { engine } = engineOn();
    const first = { ...ask, expectedRevision: -1 };
    await engine.execute(first);
    expect(await engine.execute(first)).toMatchObject({ kind: 'accepted', repeated: true });
  });
});

describe('the same command twice', () => {
  it('answers with the first outcome and writes nothing', async () => {
    const { engine, store } = engineOn();
    const first = await engine.execute(ask);
    await engine.execute(on('take', {}, 'khai'));
    const head = await store.head();
    expect(await engine.execute(ask)).toEqual({ ...first, state: 'taken', repeated: true });
    expect(await store.head()).toBe(head);
  });

  it('with another content is refused', async () => {
    const { engine } = engineOn();
    await engine.execute(ask);
    for (const other of [
      { input: { unitId: 'kp4', effort: 4 } },
      { command: 'take' },
      { actor: { id: 'khai', kind: 'person' as const } },
      { occurredAt: '2026-03-01T00:00:00.000Z' },
    ])
      expect(await engine.execute({ ...ask, ...other })).toMatchObject({
        kind: 'refused',
        reasons: [{ code: 'IDEMPOTENCY_KEY_REUSED' }],
      });
  });

  it('is the same whatever the order of the fields', async () => {
    const { engine } = engineOn();
    await engine.execute(ask);
    expect(await engine.execute({ ...ask, input: { effort: 3, unitId: 'kp4' } })).toMatchObject({
      kind: 'accepted',
      repeated: true,
    });
  });

  it('is still known by another process, and after a restart', async () => {
    const { engine, store } = engineOn();
    const first = await engine.execute(ask);
    const restarted = engineOn({ store }).engine;
    expect(await restarted.execute(ask)).toEqual({ ...first, repeated: true });
    expect(await restarted.execute({ ...ask, input: {} })).toMatchObject({
      reasons: [{ code: 'IDEMPOTENCY_KEY_REUSED' }],
    });
  });

  it('is still known after the stream was dropped from memory', async () => {
    const { engine } = engineOn({ cached: 2 });
    const first = await engine.execute(ask);
    for (let n = 0; n < 10; n += 1) await engine.execute({ ...ask, id: `other-${n}` });
    expect(await engine.execute(ask)).toEqual({ ...first, repeated: true });
  });

  it('of several facts is answered with the place of the last', async () => {
    const { engine } = engineOn();
    await engine.execute(ask);
    await engine.execute(on('take', {}, 'khai'));
    const report = on('report', { text: 'xong' }, 'khai');
    const first = await engine.execute(report);
    expect(first).toMatchObject({ revision: 3 });
    expect(await engine.execute(report)).toEqual({ ...first, repeated: true });
  });
});

describe('needs', () => {
  it('are resolved in the order of the declaration, each seeing those before', async () => {
    const asked: string[] = [];
    const chained = {
      ...errand,
      commands: {
        ask: {
          ...errand.commands.ask,
          guards: [],
          needs: {
            first: need<string>('a', 'a', 'unitId'),
            second: need<string>('b', 'b', ({ needs }) => `after ${String(needs['first'])}`),
            none: need<string>('c', 'c', () => undefined),
          },
        },
      },
    };
    const answer = (kind: string) => (key: string) => {
      asked.push(`${kind}(${key})`);
      return kind === 'a' ? Promise.resolve('one') : 'two';
    };
    const { engine } = engineOn({
      workflows: [chained as never],
      resolvers: { a: answer('a'), b: answer('b'), c: answer('c') },
    });
    await engine.execute(ask);
    expect(asked).toEqual(['a(kp4)', 'b(after one)']);
  });

  it('that nobody resolves are our own mistake', async () => {
    const { engine } = engineOn({ resolvers: {} });
    await expect(engine.execute(ask)).rejects.toThrow('nobody resolves needs of kind limit');
  });

  it('of a stream are answered from the log: its state, or undefined', async () => {
    const { engine } = engineOn();
    expect(await engine.loadState('errand', 'one')).toBeUndefined();
    await engine.execute(ask);
    expect(await engine.loadState('errand', 'one')).toMatchObject({ unitId: 'kp4' });
    expect(await engine.loadState('gone', 'one')).toBeUndefined();
    expect(await engine.loadState('errand', 'Không phải')).toBeUndefined();
  });
});

describe('the registry', () => {
  it('refuses two workflows of one name or one stream', () => {
    expect(() => engineOn({ workflows: [errand, errand] as never })).toThrow('share a name');
    const twin = { ...errand, name: 'twin' };
    expect(() => engineOn({ workflows: [errand, twin] as never })).toThrow('stream prefix');
  });
});
