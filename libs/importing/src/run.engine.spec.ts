import { productEngine } from '#libs/assembly';
import { memoryEventStore } from '#libs/event-store';
import type { ImportCommand } from './plan.types.js';
import type { ImportOptions } from './run.types.js';
import { AN, MEMBERS, reportOf, TODAY, unit, UNITS } from './testing/import.fixtures.js';
import { TemporaryFolder } from './testing/index.js';
import { runImport } from './run.js';

const folder = new TemporaryFolder();
afterAll(() => {
  folder.remove();
});

const NOW = Date.parse(`${TODAY}T08:00:00Z`);
const open = () => {
  const store = memoryEventStore({ clock: () => NOW });
  const engine = productEngine({ store, clock: () => NOW });
  const actor = (id: string) => ({ id, kind: 'system' as const });
  const run = (kind: ImportOptions['kind'], content: string, by = 'import') =>
    runImport({
      kind,
      file: folder.file('list.csv', content),
      today: TODAY,
      exists: async (workflow, id) => (await engine.loadState(workflow, id)) !== undefined,
      execute: (command: ImportCommand) => engine.execute({ ...command, actor: actor(by) }),
    });
  return { run, head: () => store.head(), engine };
};

const TREE = UNITS + unit('CB-1', 'XA') + unit('XA', 'T', 'xã') + unit('T', '', 'tỉnh');

it('brings units and then their members into the record, once', async () => {
  const { run, head, engine } = open();
  expect(await run('units', TREE)).toMatchObject({ kind: 'done', created: 3, refused: 0 });
  expect(await run('members', MEMBERS + AN)).toMatchObject({ created: 1, refused: 0 });
  expect(await engine.loadState('organisation', 'cb-1')).toMatchObject({ parentId: 'xa' });
  expect(await engine.loadState('membership', 'dv.01')).toMatchObject({ unitId: 'cb-1' });
  const before = await head();
  expect(await run('units', TREE)).toMatchObject({ created: 0, unchanged: 3, refused: 0 });
  expect(await run('members', MEMBERS + AN, 'another')).toMatchObject({ created: 0, unchanged: 1 });
  expect(await head()).toBe(before);
});

it('puts what the rules of the workflow refuse into the report', async () => {
  const { run } = open();
  const rows = TREE + unit('H', 'CB-1', 'huyện') + unit('K', 'H') + unit('T', '', 'tỉnh');
  expect(await run('units', rows)).toMatchObject({ created: 3, refused: 2, duplicates: 1 });
  expect(reportOf(folder)).toEqual([
    '7 DUPLICATE_ROW Mã đơn vị',
    '5 LEVEL_ORDER Cấp',
    '6 PARENT_REFUSED',
  ]);
  await run('members', MEMBERS + AN);
  expect(await run('members', MEMBERS + AN.replace('Văn', 'Thị'))).toMatchObject({ refused: 1 });
  expect(reportOf(folder)).toEqual(['2 EXISTS_DIFFERENT Mã đảng viên']);
});
