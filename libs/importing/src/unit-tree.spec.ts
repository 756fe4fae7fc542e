import { placesOf, type TreeNode } from './unit-tree.js';

const nodes = (...edges: readonly [string, string?, boolean?][]): Map<string, TreeNode> =>
  new Map(
    edges.map(([id, parentId, refused = false], index) => [
      id,
      { id, parentId, refused, row: index + 2 },
    ]),
  );

const places = async (tree: Map<string, TreeNode>, known: readonly string[] = [], depth = 24) =>
  Object.fromEntries(await placesOf(tree, (id) => known.includes(id), depth));

it('puts parents before children in whatever order the rows are', async () => {
  expect(
    await places(nodes(['c', 'b'], ['d', 'b'], ['b', 'a'], ['a'], ['x', 'in-system']), [
      'in-system',
    ]),
  ).toEqual({
    a: { wave: 0 },
    b: { wave: 1 },
    c: { wave: 2 },
    d: { wave: 2 },
    x: { wave: 0 },
  });
});

it('reports a unit whose parent is nowhere, and those below it', async () => {
  expect(await places(nodes(['c', 'b'], ['b', 'nowhere']))).toEqual({
    b: { code: 'PARENT_UNKNOWN' },
    c: { code: 'PARENT_REFUSED' },
  });
});

it('reports children of a refused row, unless the unit is in the system already', async () => {
  const tree = nodes(['a', undefined, true], ['b', 'a']);
  expect(await places(tree)).toMatchObject({ b: { code: 'PARENT_REFUSED' } });
  expect(await places(tree, ['a'])).toMatchObject({ b: { wave: 0 } });
});

it('reports circles, and what hangs below them', async () => {
  const circle = { code: 'PARENT_CYCLE', cycle: ['a', 'b', 'c'] };
  expect(await places(nodes(['a', 'b'], ['b', 'c'], ['c', 'a'], ['d', 'a'], ['e', 'e']))).toEqual({
    a: circle,
    b: circle,
    c: circle,
    d: { code: 'PARENT_REFUSED' },
    e: { code: 'PARENT_CYCLE', cycle: ['e'] },
  });
});

it('bounds the depth, and is not slow or recursive about a long chain', async () => {
  const chain = Array.from({ length: 20_000 }, (_, n): [string, string?] =>
    n === 0 ? ['0'] : [String(n), String(n - 1)],
  );
  const placed = await places(nodes(...chain.reverse()), [], 3);
  expect(placed['2']).toEqual({ wave: 2 });
  expect(placed['3']).toEqual({ code: 'TREE_TOO_DEEP' });
  expect(placed['4']).toEqual({ code: 'PARENT_REFUSED' });
});
