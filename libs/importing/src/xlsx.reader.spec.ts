import { FileRefusal } from './problem.js';
import { DEFAULT_LIMITS, type Limits } from './limits.js';
import type { SheetRow } from './sheet.js';
import { type CellValue, type WorkbookOptions, writeXlsx } from './testing/xlsx.writer.js';
import { TemporaryFolder } from './testing/index.js';
import { styleOf } from './xlsx.styles.js';
import { xlsxRows } from './xlsx.reader.js';

const folder = new TemporaryFolder();
afterAll(() => folder.remove());

let files = 0;
const written = (rows: readonly (readonly CellValue[])[], options?: WorkbookOptions) =>
  writeXlsx(`${folder.path}/${(files += 1)}.xlsx`, rows, options);

const read = async (file: string, limits: Partial<Limits> = {}): Promise<SheetRow[]> => {
  const rows: SheetRow[] = [];
  for await (const row of xlsxRows(file, { ...DEFAULT_LIMITS, ...limits }, () => undefined))
    rows.push(row);
  return rows;
};

const day = new Date(Date.UTC(1980, 4, 19));

it.each([false, true])(
  'reads texts, numbers, booleans, formulas (streamed: %p)',
  async (streaming) => {
    const file = await written(
      [
        ['Họ và tên', 'Số', 'Đúng', 'Tính'],
        [
          { richText: [{ text: 'Nguyễn ' }, { text: 'Văn An' }] },
          12,
          true,
          { formula: 'B2*2', result: 24 },
        ],
        ['Trần Thị Bình', 1.5, false, { formula: 'A1', result: 'chữ' }],
      ],
      { streaming },
    );
    expect(await read(file)).toEqual([
      { row: 1, cells: ['Họ và tên', 'Số', 'Đúng', 'Tính'] },
      { row: 2, cells: ['Nguyễn Văn An', '12', 'TRUE', '24'] },
      { row: 3, cells: ['Trần Thị Bình', '1.5', 'FALSE', 'chữ'] },
    ]);
  },
);

it.each([
  ['dd/mm/yyyy', false],
  ['[$-42A]d mmmm yyyy', false],
  ['yyyy"năm"mm', false],
  ['dd/mm/yyyy', true],
])('recognises dates by the format %p (counted from 1904: %p)', async (format, from1904) => {
  const file = await written([['Ngày'], [day]], { formats: { 1: format }, from1904 });
  const [, row] = await read(file);
  expect(row).toMatchObject({ row: 2, cells: ['1980-05-19'] });
  expect(row?.from1904).toBe(from1904 || undefined);
});

it('keeps the zeros a format pads a code with', async () => {
  const file = await written([['Mã'], [123]], { formats: { 1: '00000' } });
  expect((await read(file))[1]?.cells).toEqual(['00123']);
});

it('numbers rows as the spreadsheet does when some are empty', async () => {
  const file = await written([['a', 'b'], [], [null, 'x']]);
  expect((await read(file)).filter(({ cells }) => cells.length > 0)).toEqual([
    { row: 1, cells: ['a', 'b'] },
    { row: 3, cells: [undefined, 'x'] },
  ]);
});

it('says of every row which merged areas cover it', async () => {
  const rows = [
    ['Tiêu đề', ''],
    ['a', 'b'],
    ['c', 'd'],
    ['e', 'f'],
    ['g', 'h'],
  ];
  const file = await written(rows, { merge: ['B3:B4', 'A1:B1'] });
  const merged = (await read(file)).map(({ merged = [] }) => merged.map(({ ref }) => ref));
  expect(merged).toEqual([['A1:B1'], [], ['B3:B4'], ['B3:B4'], []]);
});

describe('refuses', () => {
  const refusal = async (file: string, limits?: Partial<Limits>): Promise<unknown> =>
    read(file, limits).catch((error: unknown) =>
      error instanceof FileRefusal ? error.code : error,
    );

  it.each<[Partial<Limits>, string]>([
    [{ sheetBytes: 100 }, 'ZIP_TOO_BIG'],
    [{ sharedStringsBytes: 10 }, 'ZIP_TOO_BIG'],
    [{ partBytes: 10 }, 'ZIP_TOO_BIG'],
    [{ zipEntries: 3 }, 'ZIP_TOO_BIG'],
    [{ columns: 1 }, 'TOO_MANY_COLUMNS'],
    [{ mergedRanges: 0 }, 'ZIP_TOO_BIG'],
  ])('what exceeds %p with %s', async (limits, code) => {
    const file = await written(
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
      { merge: ['A2:B2'] },
    );
    expect(await refusal(file, limits)).toBe(code);
  });

  it('an archive that was cut short', async () => {
    const { readFileSync } = await import('node:fs');
    const whole = readFileSync(await written([['a', 'b']]));
    const cut = folder.file('cut.xlsx', whole.subarray(0, whole.length - 200));
    expect(await refusal(cut)).toBe('FILE_BROKEN');
  });

  it('a zip archive that is no workbook', async () => {
    // The smallest zip: one stored, empty entry named `a`.
    const entry = (signature: string, extra: number): Buffer => {
      const head = Buffer.alloc(extra);
      Buffer.from(signature, 'hex').copy(head);
      return head;
    };
    const local = entry('504b0304', 30);
    local.writeUInt16LE(1, 26);
    const central = entry('504b0102', 46);
    central.writeUInt16LE(1, 28);
    const end = entry('504b0506', 22);
    end.writeUInt16LE(1, 8);
    end.writeUInt16LE(1, 10);
    end.writeUInt32LE(47, 12);
    end.writeUInt32LE(31, 16);
    const name = Buffer.from('a');
    const file = folder.file('plain.zip', Buffer.concat([local, name, central, name, end]));
    expect(await refusal(file)).toBe('FILE_NOT_SPREADSHEET');
  });
});

it.each([
  [14, undefined, 'date'],
  [22, undefined, 'date'],
  [18, undefined, 'plain'],
  [2, undefined, 'plain'],
  [164, 'dd/mm/yyyy;@', 'date'],
  [164, 'd-mmm', 'date'],
  [164, '[h]:mm:ss', 'plain'],
  [164, '#,##0 "đồng/day"', 'plain'],
  [164, '[Red]0.00', 'plain'],
  [164, 'General', 'plain'],
  [164, '0000', 'padded'],
])('takes number format %p %p for %s', (id, format, kind) => {
  expect(styleOf(id, format).kind).toBe(kind);
});
