import fc from 'fast-check';
import { stateCopy } from './state-copy.js';

const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
const { state } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.constant(undefined),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.stringMatching(/^[a-z]{1,3}$/), tie('value'), { maxKeys: 4 }),
    fc.array(fc.tuple(fc.string(), tie('value')), { maxLength: 3 }).map((all) => new Map(all)),
    fc.array(leaf, { maxLength: 3 }).map((all) => new Set(all)),
  ),
  state: fc.dictionary(fc.stringMatching(/^[a-z]{1,3}$/), tie('value'), { maxKeys: 6 }),
}));

it('a copy of a state is what structuredClone makes', () => {
  fc.assert(
    fc.property(state, (any) => {
      expect(stateCopy(any as object)).toEqual({ ...(structuredClone(any) as object) });
    }),
  );
});

it('a copy shares nothing with the original, and within itself what that shared', () => {
  const item = { key: 'r1', due: '2026-03-01' };
  const before = { items: [item], current: item, by: new Map([['r1', item]]) };
  const after = stateCopy(before);
  after.current.due = '2026-04-01';
  expect(after.items[0]).toBe(after.current);
  expect(after.by.get('r1')).toBe(after.current);
  expect(item.due).toBe('2026-03-01');
});

it('a copy may refer to itself', () => {
  const before: { self?: object } = {};
  before.self = before;
  const after = stateCopy(before);
  expect(after.self).toBe(after);
});
