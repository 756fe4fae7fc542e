import { createCodec, UpcastError } from '../codec.js';
import {
  type NewEvent,
  START,
  type StoredEvent,
  type SubscriptionMessage,
} from '../event-store.port.js';
import { plainEvent } from '../text-event.js';
import { appendModelContract } from './append-model.contract.js';
import {
  eventsOf,
  handClock,
  newEvent,
  newEvents,
  numbersOf,
  wholeLog,
} from './events.fixtures.js';
import { type OpenStore, withStore } from './open-store.fixtures.js';
import { subscriptionContract } from './subscription.contract.js';

/**
 * What every adapter promises. An adapter's spec calls this, unchanged, and adds only its own
 * cases.
 */
export function eventStoreContract(name: string, open: OpenStore): void {
  describe(`event store contract: ${name}`, () => {
    appendContract(open);
    concurrencyContract(open);
    contentContract(open);
    readContract(open);
    upcastingContract(open);
    subscriptionContract(open);
    appendModelContract(open);
  });
}

function appendContract(open: OpenStore): void {
  describe('append', () => {
    it(
      'gives back what was appended, in order, with dense revisions',
      withStore(open, async (store) => {
        const first = await store.append('a', 'none', newEvents(2));
        const second = await store.append('a', 1, newEvents(1, 3));
        const events = await store.read('a');
        expect(numbersOf(events)).toEqual([1, 2, 3]);
        expect(events.map(({ revision }) => revision)).toEqual([0, 1, 2]);
        expect([first, second]).toEqual([
          {
            kind: 'appended',
            revision: 1,
            position: events[1]?.position,
            recordedAt: events[1]?.recordedAt,
          },
          {
            kind: 'appended',
            revision: 2,
            position: events[2]?.position,
            recordedAt: events[2]?.recordedAt,
          },
        ]);
      }),
    );

    it.each([
      { expected: 'none', before: 0, answer: 'appended' },
      { expected: 'none', before: 1, answer: 0 },
      { expected: 'any', before: 0, answer: 'appended' },
      { expected: 'any', before: 2, answer: 'appended' },
      { expected: 0, before: 0, answer: 'none' },
      { expected: 1, before: 2, answer: 'appended' },
      { expected: 0, before: 2, answer: 1 },
      { expected: 7, before: 2, answer: 1 },
    ] as const)(
      'expecting $expected of a stream of $before events: $answer',
      async ({ expected, before, answer }) => {
        await withStore(open, async (store) => {
          await store.append('other', 'none', newEvents(1));
          if (before > 0) await store.append('a', 'none', newEvents(before));
          const result = await store.append('a', expected, newEvents(2, 10));
          if (answer === 'appended')
            expect(result).toMatchObject({ kind: 'appended', revision: before + 1 });
          else expect(result).toEqual({ kind: 'conflict', actual: answer });
          expect(await wholeLog(store)).toHaveLength(1 + before + (answer === 'appended' ? 2 : 0));
        })();
      },
    );

    it(
      'writes nothing of a batch that cannot be written whole',
      withStore(open, async (store) => {
        const circular: Record<string, unknown> = {};
        circular['self'] = circular;
        await expect(
          store.append('a', 'none', [newEvent(), newEvent({ id: 'circular', data: circular })]),
        ).rejects.toThrow();
        await expect(store.append('a', 'none', [])).rejects.toThrow(TypeError);
        await expect(store.append('', 'none', newEvents(1))).rejects.toThrow(TypeError);
        expect(await store.read('a')).toEqual([]);
        expect(await store.head()).toBe(START);
        expect(await store.append('a', 'none', newEvents(1))).toMatchObject({
          kind: 'appended',
          revision: 0,
        });
      }),
    );

    it(
      'never lets recordedAt decrease, even when the clock is set back',
      withStore(open, async (store, clock) => {
        const recorded: string[] = [];
        for (const time of [
          '2026-03-01T10:00:00.000Z',
          '2026-03-01T09:00:00.000Z',
          '2026-03-01T11:00:00.000Z',
        ]) {
          clock.set(time);
          const result = await store.append('a', 'any', newEvents(1));
          if (result.kind === 'appended') recorded.push(result.recordedAt);
        }
        expect(recorded).toHaveLength(3);
        expect(recorded).toEqual([...recorded].sort());
        expect((await store.read('a')).map(({ recordedAt }) => recordedAt)).toEqual(recorded);
      }),
    );

    it('refuses everything once closed', async () => {
      const store = await open({ clock: handClock() });
      await store.close();
      const closed = { code: 'STORE_CLOSED' };
      await expect(store.append('a', 'none', newEvents(1))).rejects.toMatchObject(closed);
      await expect(store.read('a')).rejects.toMatchObject(closed);
      await expect(store.readAll(START, { limit: 1 })).rejects.toMatchObject(closed);
      await expect(store.close()).resolves.toBeUndefined();
    });
  });
}

function concurrencyContract(open: OpenStore): void {
  describe('at once', () => {
    it(
      'lets exactly one of two first writers win',
      withStore(open, async (store) => {
        const both = await Promise.all(
          [1, 2].map((n) => store.append('a', 'none', newEvents(1, n))),
        );
        expect(both.map(({ kind }) => kind).sort()).toEqual(['appended', 'conflict']);
        expect(await store.read('a')).toHaveLength(1);
      }),
    );

    it(
      'lets exactly one of 64 writers win each revision',
      withStore(open, async (store) => {
        await store.append('a', 'none', newEvents(1, 0));
        for (let revision = 0; revision < 5; revision += 1) {
          const answers = await Promise.all(
            Array.from({ length: 64 }, (_, writer) =>
              store.append('a', revision, newEvents(1, revision * 100 + writer)),
            ),
          );
          const winners = answers.filter(({ kind }) => kind === 'appended');
          expect(winners).toEqual([expect.objectContaining({ revision: revision + 1 })]);
          for (const answer of answers)
            if (answer.kind === 'conflict') expect(answer.actual).toBe(revision + 1);
        }
        expect((await store.read('a')).map(({ revision }) => revision)).toEqual([0, 1, 2, 3, 4, 5]);
      }),
    );

    it.each([64, 1000])(
      'appends to %i streams, none failing, and keeps one order',
      async (count) => {
        await withStore(open, async (store) => {
          const answers = await Promise.all(
            Array.from({ length: count }, (_, n) =>
              store.append(`stream-${n}`, 'none', newEvents(2, n * 2)),
            ),
          );
          expect(answers.filter(({ kind }) => kind !== 'appended')).toEqual([]);
          const log = await wholeLog(store, 300);
          expect(numbersOf(log).sort((a, b) => a - b)).toEqual(
            Array.from({ length: count * 2 }, (_, n) => n),
          );
          const positions = log.map(({ position }) => position);
          expect(positions).toEqual([...new Set(positions)].sort());
          // A batch stands together in the log: nothing of another append between its events.
          expect(log.every((event, index) => event.revision === index % 2)).toBe(true);
        })();
      },
    );
  });
}

function contentContract(open: OpenStore): void {
  describe('content', () => {
    const full: NewEvent = newEvent({
      id: 'việc-làm/1',
      type: 'DeedRegistered',
      data: {
        tên: 'Đảng bộ phường Nguyễn Trãi',
        nested: { list: [1, null, { ok: true }] },
        big: 2 ** 53 - 1,
        emoji: '🌾',
      },
      sealed: {
        name: { of: 'member-9', value: 'Nguyễn Thị Hường' },
        remark: { of: 'member-7', value: { text: 'Đã sửa chữa' } },
      },
      onBehalfOf: 'member-2',
      via: ['member-3', 'member-4'],
      capacity: { office: 'secretary', unit: 'unit-5' },
      commandId: 'key-42',
      commandHash: 'sha-42',
      causationId: 'cause-42',
      correlationId: 'thread-42',
      clocks: [{ clock: 'task:t1', due: '2026-03-16' }],
    });

    it(
      'comes back exactly, every field of it',
      withStore(open, async (store) => {
        await store.append('chi-bộ/số 1', 'none', [full]);
        const [event] = (await store.read('chi-bộ/số 1')).map(plainEvent);
        const { stream, revision, position, recordedAt, ...rest } = event as StoredEvent;
        expect(rest).toEqual(full);
        expect({ stream, revision }).toEqual({ stream: 'chi-bộ/số 1', revision: 0 });
        expect(position > START).toBe(true);
        expect(new Date(recordedAt).toISOString()).toBe(recordedAt);
        expect(await wholeLog(store)).toEqual([event]);
      }),
    );

    it.each([
      undefined,
      {},
      { envelope: [] },
      { envelope: [], sealed: [] },
      { envelope: ['DeedRegistered'], sealed: ['Unheard'] },
      { sealed: ['DeedRegistered'] },
    ])('comes back whole whichever parts are announced: %j', async (parts) => {
      await withStore(open, async (store) => {
        await store.append('a', 'none', [full, newEvent()]);
        const [whole, types] = [await wholeLog(store), [full.type, newEvent().type]];
        const page = await store.readAll(START, { limit: 9, types, parts });
        expect(page.events.map(plainEvent)).toEqual(whole);
        const messages = store.subscribe(START, { types, parts })[Symbol.asyncIterator]();
        const first = (await messages.next()).value as SubscriptionMessage;
        expect(eventsOf([first]).map(plainEvent)).toEqual(whole);
        await messages.return?.();
      })();
    });

    it(
      'keeps clear and sealed parts apart',
      withStore(open, async (store) => {
        await store.append('a', 'none', [full, newEvent()]);
        const [withSeal, without] = await store.read('a');
        expect(withSeal?.data).toEqual(full.data);
        expect(withSeal?.sealed).toEqual(full.sealed);
        expect(without?.sealed).toBeUndefined();
      }),
    );

    it(
      'does not follow later changes of the objects appended',
      withStore(open, async (store) => {
        const data = { n: 1 };
        const appending = store.append('a', 'none', [newEvent({ data })]);
        data.n = 2;
        await appending;
        expect(numbersOf(await store.read('a'))).toEqual([1]);
      }),
    );
  });
}

function readContract(open: OpenStore): void {
  describe('read', () => {
    it(
      'starts at a revision, and is empty beyond the end or for no stream',
      withStore(open, async (store) => {
        await store.append('a', 'none', newEvents(4));
        expect(numbersOf(await store.read('a', 2))).toEqual([3, 4]);
        expect(await store.read('a', 4)).toEqual([]);
        expect(await store.read('nobody')).toEqual([]);
      }),
    );

    it(
      'pages through the whole log in order',
      withStore(open, async (store) => {
        expect(await store.readAll(START, { limit: 10 })).toEqual({
          events: [],
          next: START,
          atEnd: true,
        });
        for (let n = 1; n <= 5; n += 1) await store.append(`s${n % 2}`, 'any', newEvents(1, n));
        const first = await store.readAll(START, { limit: 3 });
        const second = await store.readAll(first.next, { limit: 3 });
        expect([numbersOf(first.events), first.atEnd]).toEqual([[1, 2, 3], false]);
        expect([numbersOf(second.events), second.atEnd]).toEqual([[4, 5], true]);
        expect(second.next).toBe(await store.head());
        expect(await store.readAll(second.next, { limit: 3 })).toEqual({
          events: [],
          next: second.next,
          atEnd: true,
        });
        const last = first.events[2]?.position ?? START;
        expect(numbersOf((await store.readAll(last, { limit: 9 })).events)).toEqual([4, 5]);
      }),
    );

    it(
      'advances past what the filter holds back',
      withStore(open, async (store) => {
        for (let n = 1; n <= 6; n += 1)
          await store.append('a', 'any', [
            newEvent({ type: n === 5 ? 'Rare' : 'Common', data: { n } }),
          ]);
        const first = await store.readAll(START, { limit: 3, types: ['Rare', 'NeverSeen'] });
        expect(first).toMatchObject({ events: [], atEnd: false });
        expect(first.next > START).toBe(true);
        const second = await store.readAll(first.next, { limit: 3, types: ['Rare', 'NeverSeen'] });
        expect([numbersOf(second.events), second.next, second.atEnd]).toEqual([
          [5],
          await store.head(),
          true,
        ]);
        expect(await store.readAll(START, { limit: 9, types: [] })).toMatchObject({
          events: [],
          next: await store.head(),
        });
      }),
    );
  });
}

function upcastingContract(open: OpenStore): void {
  const codec = createCodec({
    upcasters: [
      { type: 'Scored', from: 1, up: (data) => ({ ...data, b: 'two' }) },
      { type: 'Scored', from: 2, up: (data) => ({ ...data, c: 'three' }) },
      {
        type: 'Broken',
        from: 1,
        up: () => {
          throw new Error('no');
        },
      },
    ],
  });
  it(
    'delivers old events as of today, newer ones as stored, a failing upcaster as one to park',
    withStore(
      open,
      async (store) => {
        const stored = [1, 2, 3, 9].map((schemaVersion) =>
          newEvent({ type: 'Scored', schemaVersion, data: { n: schemaVersion } }),
        );
        await store.append('a', 'none', [
          ...stored,
          newEvent({ type: 'Broken', id: 'broken-1' }),
          newEvent(),
        ]);
        const events = await store.read('a');
        expect(events.slice(0, 4).map(({ schemaVersion, data }) => [schemaVersion, data])).toEqual([
          [3, { n: 1, b: 'two', c: 'three' }],
          [3, { n: 2, c: 'three' }],
          [3, { n: 3 }],
          [9, { n: 9 }],
        ]);
        expect(() => events[4]?.data).toThrow(UpcastError);
        expect(() => events[4]?.data).toThrow(
          expect.objectContaining({ eventId: 'broken-1', type: 'Broken', schemaVersion: 1 }),
        );
        expect(numbersOf(events.slice(5))).toEqual([1]);
      },
      codec,
    ),
  );
}
