import { encodeAppend, type NewEvent, START } from '#libs/event-store';
import { newEvent } from '#libs/event-store/testing';
import { contentHash, outgoingEvents } from './outgoing-event.js';
import { isAfter, placeOf, positionOf } from './place.js';
import { typeRegex } from './type-filter.js';

const idOf = (fields: Partial<NewEvent>): string =>
  outgoingEvents('s', [newEvent({ id: 'key/0', ...fields })]).at(0)[0]!.id;

describe('the id under which the server knows an event', () => {
  it('is a UUID, the same for the same content whenever and wherever it is written', () => {
    const event = newEvent({ id: 'key/0', trace: 'x' });
    const [first] = outgoingEvents('s', [event]).at(1);
    const [again] = outgoingEvents('t', [{ ...event, trace: 'y' }]).at(2);
    expect(first!.id).toBe(again!.id);
    expect(first!.id).toMatch(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  });

  it.each<[string, Partial<NewEvent>]>([
    ['id', { id: 'key/1' }],
    ['type', { type: 'Other' }],
    ['version', { schemaVersion: 2 }],
    ['data', { data: { n: 2 } }],
    ['sealed part', { sealed: { name: { of: 'm', value: 'x' } } }],
    ['actor', { actor: 'member-2' }],
    ['time of business', { occurredAt: '2026-03-01T02:00:00.001Z' }],
    ['command', { commandHash: 'other' }],
    ['clocks', { clocks: [{ clock: 'task', due: '2026-03-16' }] as never }],
  ])('is another one for another %s', (_what, fields) => {
    expect(idOf(fields)).not.toBe(idOf({}));
  });

  it('keeps parts apart that only look the same when put together', () => {
    const hash = (type: string, data: string) =>
      contentHash({ type, schemaVersion: 1, meta: '{}', data, sealed: null });
    expect(hash('a1:', 'b')).not.toBe(hash('a', '1:b'));
  });
});

describe('the metadata', () => {
  it('holds envelope, sealed parts, time and hash; the data only clear parts', () => {
    const event = newEvent({ sealed: { name: { of: 'm-9', value: 'Hường' } }, trace: '00-t' });
    const [record] = outgoingEvents('s', [event]).at(1234);
    const metadata = JSON.parse(Buffer.from(record!.metadata).toString()) as object;
    const [encoded] = encodeAppend('s', [event]);
    expect(metadata).toMatchObject({
      id: event.id,
      policy: event.policy,
      trace: '00-t',
      schemaVersion: 1,
      recordedAt: 1234,
      contentHash: contentHash(encoded!),
      sealed: event.sealed,
    });
    expect(record!.data).toEqual(event.data);
  });

  it.each([
    ['$stream', newEvent()],
    ['s', newEvent({ type: '$metadata' })],
  ])('is not written under names of the server: %s', (stream, event) => {
    expect(() => outgoingEvents(stream, [event])).toThrow(TypeError);
  });
});

describe('positions', () => {
  const places = [0n, 9n, 10n, 2n ** 53n + 1n, 2n ** 64n - 1n].flatMap((commit) =>
    [0n, 99n, 2n ** 63n].map((prepare) => ({ commit, prepare })),
  );

  it('survive the way there and back, and keep their order as text', () => {
    const positions = places.map(positionOf);
    expect(positions.map(placeOf)).toEqual(places);
    expect([...positions].sort()).toEqual(positions);
    expect(places.every((place, index) => index === 0 || isAfter(place, places[index - 1]!))).toBe(
      true,
    );
    expect(positions.every((position) => position > START)).toBe(true);
  });

  it.each(['0000000000000001', '1/1', 'C:1/P:1', `${'0'.repeat(20)}/x`])('refuse %s', (text) => {
    expect(() => placeOf(text as never)).toThrow(RangeError);
  });
});

describe('the filter by types', () => {
  it('lets through exactly these', () => {
    const filter = new RegExp(typeRegex(['A.B', 'C+', '[D]', 'Đ']));
    const through = ['A.B', 'AxB', 'C+', 'CC', '[D]', 'D', 'Đ', 'A.BC', '$A.B'].filter((type) =>
      filter.test(type),
    );
    expect(through).toEqual(['A.B', 'C+', '[D]', 'Đ']);
  });

  it('of none lets nothing through; left out, all but the server’s own', () => {
    expect(new RegExp(typeRegex([])).test('A')).toBe(false);
    const all = new RegExp(typeRegex(undefined));
    expect(['A', 'Đ', '$metadata'].map((type) => all.test(type))).toEqual([true, true, false]);
  });
});
