import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportOptions, ImportOutcome } from './run.types.js';
import {
  AN,
  MEMBERS,
  reportOf,
  type Run,
  runText,
  TODAY,
  unit,
  UNITS,
} from './testing/import.fixtures.js';
import { memoryTarget, type MemoryTarget, TemporaryFolder } from './testing/index.js';
import { writeXlsx } from './testing/xlsx.writer.js';
import { runImport } from './run.js';

let folder: TemporaryFolder;
beforeEach(() => (folder = new TemporaryFolder()));
afterEach(() => {
  folder.remove();
});
const run = (...args: Run) => runText(folder, ...args);
const report = () => reportOf(folder);

describe('a file that cannot be read to its end', () => {
  it('puts nothing in, and the report says why', async () => {
    const target = memoryTarget();
    const result = await run('units', `${UNITS}${unit('A', '')}B,"Chi bộ`, target);
    expect(result).toMatchObject({
      kind: 'refused',
      created: 0,
      problem: { code: 'CSV_QUOTE_BROKEN' },
    });
    expect(target.calls).toBe(0);
    expect(report()).toEqual(['3 CSV_QUOTE_BROKEN']);
  });

  it('or changes meanwhile, is refused', async () => {
    const target = memoryTarget();
    const changing = (workflow: string, id: string): boolean => {
      writeFileSync(join(folder.path, 'list.csv'), UNITS + unit('A', 'X') + unit('B', ''));
      return workflow === '' && id === '';
    };
    const result = await run('units', UNITS + unit('A', 'X') + unit('C', ''), target, {
      exists: changing,
    });
    expect(result).toMatchObject({ kind: 'refused', problem: { code: 'FILE_CHANGED' } });
    expect(target.calls).toBe(0);
  });
});

describe('the report', () => {
  it('is for its owner alone, opens in Excel, and runs no formula', async () => {
    const line = AN.replace('Chính thức', '=HYPERLINK("http://x")');
    const result = await run('members', MEMBERS + line, memoryTarget('cb-1'));
    const text = folder.read('list.import-report.csv');
    expect(text).toMatch(/^\uFEFFDòng \(row\),/);
    expect(text).toContain('"\'=HYPERLINK(""http://x"")"');
    expect(text).toContain('Ghi ""chính thức"" hoặc ""dự bị"".');
    expect(statSync(result.report).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder.path).sort()).toEqual(['list.csv', 'list.import-report.csv']);
  });

  it('goes where told, and has only its heading when all is well', async () => {
    const path = join(folder.path, 'elsewhere.csv');
    const result = await run('members', MEMBERS + AN, memoryTarget('cb-1'), { report: path });
    expect(result.report).toBe(path);
    expect(folder.read('elsewhere.csv').trimEnd().split('\r\n')).toHaveLength(1);
  });

  it('never takes the place of the file itself, nor of a folder that is not there', async () => {
    for (const report of [join(folder.path, 'list.csv'), join(folder.path, 'none', 'r.csv')])
      expect(await run('members', MEMBERS + AN, memoryTarget('cb-1'), { report })).toMatchObject({
        kind: 'refused',
        problem: { code: 'REPORT_UNWRITABLE' },
      });
    expect(folder.read('list.csv')).toBe(MEMBERS + AN);
  });
});

it('stops when the store breaks, and ends the work when run again', async () => {
  const target = memoryTarget();
  const rows = Array.from({ length: 300 }, (_, n) => unit(`U${n}`, '')).join('');
  let left = 150;
  const breaking: MemoryTarget['execute'] = async (command) => {
    if ((left -= 1) < 0) throw new Error('disk full');
    return target.execute(command);
  };
  await expect(run('units', UNITS + rows, target, { execute: breaking })).rejects.toThrow(
    'disk full',
  );
  expect(readdirSync(folder.path)).toEqual(['list.csv']);
  expect(await run('units', UNITS + rows, target)).toMatchObject({ created: 150, unchanged: 150 });
});

it('keeps at most the given number of commands under way, and tells the progress', async () => {
  const target = memoryTarget();
  const rows = Array.from({ length: 200 }, (_, n) => unit(`U${n}`, '')).join('');
  let underWay = 0;
  let most = 0;
  const slow: MemoryTarget['execute'] = async (command) => {
    most = Math.max(most, (underWay += 1));
    await new Promise(setImmediate);
    underWay -= 1;
    return target.execute(command);
  };
  const phases = new Set<string>();
  const onProgress: ImportOptions['onProgress'] = ({ phase, done, total }) => {
    if (done <= total) phases.add(phase);
  };
  await run('units', UNITS + rows, target, { execute: slow, concurrency: 8, onProgress });
  expect(most).toBe(8);
  expect([...phases]).toEqual(['checking', 'importing']);
});

it('imports a spreadsheet with titles, dates and a merged area over two rows', async () => {
  const target = memoryTarget('cb-1');
  const born = new Date(Date.UTC(1980, 0, 5));
  const row = (id: string) => [id, 'Nguyễn Văn An', born, 'CB-1', 'dự bị', '01/02/2020'];
  const file = await writeXlsx(
    join(folder.path, 'list.xlsx'),
    [
      ['DANH SÁCH ĐẢNG VIÊN'],
      ['Số thẻ', 'Họ và tên', 'Ngày sinh', 'Chi bộ', 'Tình trạng', 'Ngày tiếp nhận'],
      row('A1'),
      row('A2'),
      row('A3'),
    ],
    { merge: ['A1:F1', 'D4:D5'], formats: { 3: 'dd/mm/yyyy' } },
  );
  const { exists, execute } = target;
  const result = await runImport({ kind: 'members', file, today: TODAY, exists, execute });
  expect(result).toMatchObject({ created: 1, refused: 2 });
  expect(target.accepted[0]).toMatchObject({ id: 'a1', input: { birthDate: '1980-01-05' } });
  expect(report().filter((line) => line.includes('MERGED'))).toEqual([
    '4 MERGED_CELLS Chi bộ',
    '5 MERGED_CELLS Chi bộ',
  ]);
});

it('imports 20,000 rows', async () => {
  const exists = (): boolean => true;
  const rows = Array.from({ length: 20_000 }, (_, n) => AN.replace('ĐV-01', `ĐV${n}`)).join('');
  let created = 0;
  const execute = async (): Promise<ImportOutcome> => {
    created += 1;
    return { kind: 'accepted', repeated: false };
  };
  const file = folder.file('many.csv', MEMBERS + rows);
  const result = await runImport({ kind: 'members', file, today: TODAY, exists, execute });
  expect(result).toMatchObject({ kind: 'done', created: 20_000, refused: 0 });
  expect(created).toBe(20_000);
}, 60_000);
