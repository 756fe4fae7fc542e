import type { ImportOptions } from './run.types.js';
import { AN, MEMBERS, reportOf, type Run, runText } from './testing/import.fixtures.js';
import { memoryTarget, TemporaryFolder } from './testing/index.js';

let folder: TemporaryFolder;
beforeEach(() => (folder = new TemporaryFolder()));
afterEach(() => {
  folder.remove();
});
const run = (...args: Run) => runText(folder, ...args);
const report = () => reportOf(folder);

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
