import { createCodec, encodeEvent, upcast } from './codec.js';
import { START } from './event-store.port.js';
import { ordinalOf, positionOf } from './ordinal-position.js';
import { newEvent } from './testing/index.js';
import { plainEvent, TextEvent } from './text-event.js';

const step = (from: number) => ({
  type: 'Scored',
  from,
  up: (data: object) => ({ ...data, [`v${from + 1}`]: true }),
});

describe('codec', () => {
  it('applies a chain from the stored version on, whatever the order of declaration', () => {
    const codec = createCodec({ upcasters: [step(3), step(1), step(2)] });
    expect(upcast(codec.kindOf('Scored', 2), 'e', { n: 1 })).toEqual({ n: 1, v3: true, v4: true });
    expect(codec.kindOf('Scored', 1).schemaVersion).toBe(4);
    expect(codec.kindOf('Other', 1).schemaVersion).toBe(1);
  });

  it('stops a chain at a missing step rather than skip a version', () => {
    expect(createCodec({ upcasters: [step(1), step(3)] }).kindOf('Scored', 1).schemaVersion).toBe(
      2,
    );
  });

  it('refuses two upcasters for one step', () => {
    expect(() => createCodec({ upcasters: [step(1), step(1)] })).toThrow(TypeError);
  });

  it('keeps personal parts out of clear texts, and content out of errors', () => {
    const sealed = { name: { of: 'member-9', value: 'Nguyễn Thị Hường' } };
    const texts = encodeEvent(newEvent({ sealed }));
    expect(texts.data + texts.meta).not.toContain('Hường');
    const kind = createCodec().kindOf('Scored', 1);
    const event = new TextEvent(kind, 's', 4, 7, 0, texts.meta, texts.data, '{"name":"Hường');
    const read = (): unknown => event.sealed;
    expect(read).toThrow(
      expect.objectContaining({
        code: 'STORE_CORRUPT',
        message: expect.stringContaining('position 7'),
      }),
    );
    expect(read).not.toThrow(/Hường/);
  });

  it('gives the same plain event through spreading and through JSON', () => {
    const { meta, data } = encodeEvent(newEvent());
    const event = new TextEvent(
      createCodec().kindOf('Scored', 1),
      's',
      0,
      1,
      1000,
      meta,
      data,
      null,
    );
    expect(JSON.parse(JSON.stringify(event))).toEqual({ ...plainEvent(event) });
  });
});

describe('positions', () => {
  it.each([1, 9, 10, 99_999, 2 ** 40])('survive the way there and back: %i', (ordinal) => {
    expect(ordinalOf(positionOf(ordinal))).toBe(ordinal);
    expect(positionOf(ordinal) < positionOf(ordinal + 1)).toBe(true);
  });

  it('know the start and refuse another store’s', () => {
    expect([positionOf(0), ordinalOf(START), START < positionOf(1)]).toEqual([START, 0, true]);
    expect(() => ordinalOf('C:12/P:12' as never)).toThrow(RangeError);
  });
});
