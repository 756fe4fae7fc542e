import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportOptions, ImportOutcome } from './run.types.js';
import { memoryTarget, type MemoryTarget, TemporaryFolder } from './testing/index.js';
import { writeXlsx } from './testing/xlsx.writer.js';
import { runImport } from './run.js';

const TODAY = '2026-03-31';
let folder: TemporaryFolder;
beforeEach(() => (folder = new TemporaryFolder()));
afterEach(() => folder.remove());

const run = (
  kind: 'members' | 'units',
  content: string,
  target: MemoryTarget,
  more: Partial<ImportOptions> = {},
) => {
  const file = folder.file('list.csv', content);
  return runImport({
    kind,
    file,
    today: TODAY,
    exists: target.exists,
    execute: target.execute,
    ...more,
  });
};

/** Lines of the report as `row code column`. */
const report = (): string[] =>
  folder
    .read('list.import-report.csv')
    .trimEnd()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(','))
    .map(([row, column, , code]) => [row, code, column].join(' ').trim());

const MEMBERS = 'Mã đảng viên;Họ và tên;Ngày sinh;Ngày vào Đảng;Chi bộ;Tình trạng;Ngày tiếp nhận\n';
const AN = 'ĐV-01;Nguyễn Văn An;05/01/1980;19/5/2005;CB 1;Chính thức;01/02/2020\n';
const UNITS = 'Mã đơn vị,Tên đơn vị,Cấp,Mã đơn vị cấp trên,Ngày thành lập,Số quyết định\n';
const unit = (id: string, parent: string, level = 'chi bộ'): string =>
  `${id},Chi bộ ${id},${level},${parent},01/02/2015,12-QĐ/TU\n`;

describe('members', () => {
  it('go in as commands of the engine', async () => {
    const target = memoryTarget('cb-1');
    const result = await run('members', MEMBERS + AN, target);
    expect(result).toMatchObject({
      kind: 'done',
      created: 1,
      unchanged: 0,
      refused: 0,
      duplicates: 0,
    });
    expect(target.accepted).toEqual([
      {
        workflow: 'membership',
        id: 'dv.01',
        command: 'admit',
        input: {
          unitId: 'cb-1',
          status: 'official',
          fullName: 'Nguyễn Văn An',
          birthDate: '1980-01-05',
          joinedOn: '2005-05-19',
          on: '2020-02-01',
        },
        commandId: expect.stringMatching(/^import-[\w-]{32}$/),
        occurredAt: '2020-02-01T00:00:00.000Z',
      },
    ]);
  });

  it('change nothing when the same file, or the same rows in another form, run again', async () => {
    const target = memoryTarget('cb-1');
    await run('members', MEMBERS + AN, target);
    const again = await run('members', MEMBERS + AN, target);
    const rewritten = AN.replace('05/01/1980', '1980-01-05').replace('Chính thức', 'CHINH THUC');
    const third = await run('members', `DANH SÁCH\n${MEMBERS}${rewritten}`, target);
    for (const result of [again, third])
      expect(result).toMatchObject({ kind: 'done', created: 0, unchanged: 1, refused: 0 });
    expect(target.accepted).toHaveLength(1);
  });

  it.each<[string, string, string, string]>([
    ['31/02', '05/01/1980', '31/02/1980', '2 DATE_IMPOSSIBLE Ngày sinh'],
    ['a short year', '05/01/1980', '05/01/80', '2 DATE_YEAR_SHORT Ngày sinh'],
    ['a year alone', '05/01/1980', '1980', '2 DATE_INCOMPLETE Ngày sinh'],
    ['a birth in the future', '05/01/1980', '05/01/2027', '2 DATE_FUTURE Ngày sinh'],
    ['joining before birth', '19/5/2005', '19/5/1979', '2 DATE_ORDER Ngày sinh'],
    ['a birth long ago', '05/01/1980', '05/01/1880', '2 DATE_TOO_OLD Ngày sinh'],
    ['no name', 'Nguyễn Văn An', '', '2 REQUIRED_MISSING Họ và tên'],
    ['digits in the name', 'Nguyễn Văn An', 'An 0912', '2 NAME_INVALID Họ và tên'],
    ['no unit', 'CB 1', '', '2 REQUIRED_MISSING Chi bộ'],
    ['a unit that is not there', 'CB 1', 'CB 9', '2 UNIT_UNKNOWN Chi bộ'],
    ['an unknown standing', 'Chính thức', 'danh dự', '2 STATUS_UNKNOWN Tình trạng'],
    ['no day of being received', '01/02/2020', '', '2 REQUIRED_MISSING Ngày tiếp nhận'],
    ['an id that Excel rounded', 'ĐV-01', '1.23E+17', '2 NUMBER_ROUNDED Mã đảng viên'],
    ['an id of signs', 'ĐV-01', '???', '2 ID_INVALID Mã đảng viên'],
    ['a legacy font', 'Nguyễn Văn An', 'NguyÔn V¨n An', '2 ENCODING_UNKNOWN Họ và tên'],
  ])('with %s do not go in', async (_name, right, wrong, line) => {
    const target = memoryTarget('cb-1');
    const other = AN.replace('ĐV-01', 'ĐV-02');
    const result = await run('members', MEMBERS + AN.replace(right, wrong) + other, target);
    expect(result).toMatchObject({ kind: 'done', created: 1, refused: 1 });
    expect(target.accepted.map(({ id }) => id)).toEqual(['dv.02']);
    expect(report()).toContain(line);
  });

  it('have everything wrong with a row reported at once', async () => {
    await run('members', `${MEMBERS}ĐV-01;;31/02/1980;;CB 9;x;\n`, memoryTarget());
    expect(
      report()
        .map((line) => line.split(' ')[1])
        .sort(),
    ).toEqual([
      'DATE_IMPOSSIBLE',
      'REQUIRED_MISSING',
      'REQUIRED_MISSING',
      'STATUS_UNKNOWN',
      'UNIT_UNKNOWN',
    ]);
  });

  it('that come twice are skipped if equal, and refused both if not', async () => {
    const target = memoryTarget('cb-1');
    const bo = AN.replace('ĐV-01', 'ĐV-02');
    const rows = AN + bo + AN + bo.replace('1980', '1981');
    const result = await run('members', MEMBERS + rows, target);
    expect(result).toMatchObject({ kind: 'done', created: 1, duplicates: 1, refused: 2 });
    expect(report().sort()).toEqual([
      '3 DUPLICATE_DIFFERENT Mã đảng viên',
      '4 DUPLICATE_ROW Mã đảng viên',
      '5 DUPLICATE_DIFFERENT Mã đảng viên',
    ]);
  });

  it('known with other content are refused without changing what is recorded', async () => {
    const target = memoryTarget('cb-1');
    await run('members', MEMBERS + AN, target);
    const result = await run('members', MEMBERS + AN.replace('Văn', 'Thị'), target);
    expect(result).toMatchObject({ created: 0, unchanged: 0, refused: 1 });
    expect(report()).toEqual(['2 EXISTS_DIFFERENT Mã đảng viên']);
  });

  describe('without an id', () => {
    const heading = 'Họ đệm,Tên,Ngày sinh,Chi bộ,Ngày kết nạp\n';
    const row = 'Nguyễn Văn,An,05/01/1980,Chi bộ Ấp Đông,01/02/2020\n';
    const more: Partial<ImportOptions> = {
      defaults: { status: 'official' },
      unitsNamed: (name) =>
        name === 'chi bo ap dong' ? ['cb-1'] : name === 'hai' ? ['a', 'b'] : [],
    };

    it('get one that says nothing, from unit, name and birth date', async () => {
      const target = memoryTarget('cb-1');
      await run('members', heading + row, target, more);
      await run('members', heading + row.toUpperCase(), memoryTarget('cb-1'), more);
      const [first] = target.accepted;
      expect(first).toMatchObject({
        id: expect.stringMatching(/^p[0-9a-f]{24}$/),
        input: {
          fullName: 'Nguyễn Văn An',
          joinedOn: '2020-02-01',
          on: '2020-02-01',
          unitId: 'cb-1',
        },
      });
      const keyed = memoryTarget('cb-1');
      await run('members', heading + row, keyed, { ...more, idKey: 'secret' });
      expect(keyed.accepted[0]?.id).not.toBe(first?.id);
    });

    it('need the birth date, so that no namesake is lost', async () => {
      await run('members', heading + row.replace('05/01/1980', ''), memoryTarget('cb-1'), more);
      expect(report()).toEqual(['2 ID_OR_BIRTH_DATE Mã đảng viên']);
    });

    it('are refused when several units have the name', async () => {
      await run('members', heading + row.replace('Chi bộ Ấp Đông', 'Hai'), memoryTarget(), more);
      expect(report()).toContain('2 UNIT_AMBIGUOUS Chi bộ');
    });
  });
});

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

it('stops when the store breaks, leaves no half report, and finishes the work when run again', async () => {
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

it('imports 100,000 rows', async () => {
  const exists = (): boolean => true;
  const rows = Array.from({ length: 100_000 }, (_, n) => AN.replace('ĐV-01', `ĐV${n}`)).join('');
  let created = 0;
  const execute = async (): Promise<ImportOutcome> => {
    created += 1;
    return { kind: 'accepted', repeated: false };
  };
  const file = folder.file('many.csv', MEMBERS + rows);
  const result = await runImport({ kind: 'members', file, today: TODAY, exists, execute });
  expect(result).toMatchObject({ kind: 'done', created: 100_000, refused: 0 });
  expect(created).toBe(100_000);
}, 60_000);
