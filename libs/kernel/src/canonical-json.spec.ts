import fc from 'fast-check';
import { canonicalJson } from './canonical-json.js';

const json = fc.jsonValue({ maxDepth: 4 });

/** The same value with the keys of every object in another order. */
const reordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reordered);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reordered(member)]),
  );
};

describe('canonical JSON', () => {
  it('gives equal text for equal content, whatever the order of keys', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(canonicalJson(reordered(value))).toBe(canonicalJson(value));
      }),
    );
  });

  it('loses nothing', () => {
    fc.assert(
      fc.property(json, (value) => {
        const back: unknown = JSON.parse(canonicalJson(value));
        expect(back).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('gives different text when a part differs', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), json, { minKeys: 1 }), (value) => {
        const [key] = Object.keys(value) as [string, ...string[]];
        const changed = Object.entries(value).map(([name, member]) =>
          name === key ? [name, [member]] : [name, member],
        );
        expect(canonicalJson(Object.fromEntries(changed))).not.toBe(canonicalJson(value));
      }),
    );
  });

  it.each(['a"b', 'a\\b', 'a\nb', '\u0000', '\ud83d\ude00', '\ud800', '\u2028', 'đ'.repeat(300)])(
    'writes the text %j as JSON does',
    (text) => {
      expect(canonicalJson(text)).toBe(JSON.stringify(text));
      expect(canonicalJson({ [text]: text })).toBe(JSON.stringify({ [text]: text }));
    },
  );

  it.each([
    [{ b: 1, a: [2, { d: null, c: 'x' }] }, '{"a":[2,{"c":"x","d":null}],"b":1}'],
    [{ a: undefined, b: 1 }, '{"b":1}'],
    [[undefined, 1], '[null,1]'],
    ['đăng ký', '"đăng ký"'],
    [{ é: 1, e: 2, E: 3, 10: 4, 9: 5 }, '{"10":4,"9":5,"E":3,"e":2,"é":1}'],
    [-0, '0'],
    [1e21, '1e+21'],
    [undefined, 'null'],
  ])('%j', (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });
});
