import type { ImportOutcome } from './run.types.js';
import { reportOf, type Run, runText, unit, UNITS } from './testing/import.fixtures.js';
import { memoryTarget, type MemoryTarget, TemporaryFolder } from './testing/index.js';

let folder: TemporaryFolder;
beforeEach(() => (folder = new TemporaryFolder()));
afterEach(() => {
  folder.remove();
});
const run = (...args: Run) => runText(folder, ...args);
const report = () => reportOf(folder);

describe('units', () => {
  it('go in parents first, whatever the order of the rows', async () => {
    const target = memoryTarget();
    const rows = unit('C', 'B') + unit('D', 'B') + unit('B', 'A', 'cơ sở') + unit('A', '', 'xã');
    const result = await run('units', UNITS + rows, target);
    expect(result).toMatchObject({ kind: 'done', created: 4, refused: 0 });
    expect(target.accepted.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
    expect(target.accepted[1]?.input).toEqual({
      name: 'Chi bộ B',
      level: 'base',
      parentId: 'a',
      on: '2015-02-01',
      decisionNo: '12-QĐ/TU',
    });
    expect(await run('units', UNITS + rows, target)).toMatchObject({ created: 0, unchanged: 4 });
  });

  it('that are orphans or stand in a circle are reported', async () => {
    const target = memoryTarget('known');
    const rows = [
      unit('A', 'nowhere'),
      unit('B', 'A'),
      unit('C', 'D'),
      unit('D', 'C'),
      unit('E', 'known'),
      unit('F', '', 'hội'),
      unit('G', 'F'),
    ];
    const result = await run('units', UNITS + rows.join(''), target);
    expect(result).toMatchObject({ created: 1, refused: 6 });
    expect(report().sort()).toEqual([
      '2 PARENT_UNKNOWN Mã đơn vị cấp trên',
      '3 PARENT_REFUSED Mã đơn vị cấp trên',
      '4 PARENT_CYCLE Mã đơn vị cấp trên',
      '5 PARENT_CYCLE Mã đơn vị cấp trên',
      '7 LEVEL_UNKNOWN Cấp',
      '8 PARENT_REFUSED Mã đơn vị cấp trên',
    ]);
  });

  it('do not go in below a unit the engine refused; its reasons are in the report', async () => {
    const target = memoryTarget();
    const refusing = async (
      command: Parameters<MemoryTarget['execute']>[0],
    ): Promise<ImportOutcome> =>
      command.id === 'a'
        ? { kind: 'refused', reasons: [{ code: 'LEVEL_ORDER', path: 'level' }, { code: 'ODD' }] }
        : target.execute(command);
    const rows = unit('A', '') + unit('B', 'A') + unit('C', 'B') + unit('Z', '');
    const result = await run('units', UNITS + rows, target, { execute: refusing });
    expect(result).toMatchObject({ created: 1, refused: 3 });
    expect(report()).toEqual([
      '2 LEVEL_ORDER Cấp',
      '2 ODD',
      '3 PARENT_REFUSED',
      '4 PARENT_REFUSED',
    ]);
  });

  it('take what the file lacks from the defaults', async () => {
    const target = memoryTarget();
    const defaults = { on: '2020-01-01', decisionNo: '1-QĐ' };
    await run('units', 'Mã đơn vị,Tên đơn vị,Cấp\nA,Xã A,xã\n', target, { defaults });
    expect(target.accepted[0]?.input).toMatchObject(defaults);
  });
});
