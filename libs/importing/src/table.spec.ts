import { DEFAULT_LIMITS } from './limits.js';
import { FileRefusal } from './problem.js';
import type { MergedRange, SheetRow } from './sheet.js';
import type { Heading } from './table.heading.js';
import { tableOf } from './table.js';

type Cells = readonly (string | undefined)[];

const merge = (ref: string, rows: [number, number], columns: [number, number]): MergedRange => ({
  ref,
  firstRow: rows[0],
  lastRow: rows[1],
  firstColumn: columns[0],
  lastColumn: columns[1],
});

const sheet = (cells: readonly Cells[], merged: readonly MergedRange[] = []): SheetRow[] =>
  cells.map((row, index) => ({
    row: index + 1,
    cells: row,
    merged: merged.filter((one) => one.firstRow <= index + 1 && index + 1 <= one.lastRow),
  }));

async function* stream(rows: readonly SheetRow[]): AsyncGenerator<SheetRow> {
  yield* rows;
}

const read = async (rows: readonly SheetRow[]) => {
  let heading: Heading | undefined;
  const table = [];
  for await (const row of tableOf(
    'members',
    stream(rows),
    DEFAULT_LIMITS,
    (found) => (heading = found),
  ))
    table.push(row);
  return { table, heading };
};

const refusal = (rows: readonly SheetRow[]): Promise<unknown> =>
  read(rows).catch((error: unknown) =>
    error instanceof FileRefusal ? { code: error.code, ...error.params } : error,
  );

const HEADING = ['STT', 'Họ và tên', 'Ngày sinh', 'Chi bộ'];
const AN = ['1', 'Nguyễn Văn An', '05/01/1980', 'CB-1'];
const AN_VALUES = { fullName: 'Nguyễn Văn An', birthDate: '05/01/1980', unit: 'CB-1' };

it('finds the heading below titles and tells which columns mean nothing', async () => {
  const { table, heading } = await read(
    sheet([['ĐẢNG BỘ XÃ AN BÌNH'], ['Chi bộ:', 'Chi bộ 3'], [], HEADING, AN]),
  );
  expect(heading).toMatchObject({ row: 4, ignored: ['STT'] });
  expect(table).toMatchObject([{ row: 5, values: AN_VALUES, findings: [] }]);
});

it('takes a merged title above the heading for what it is', async () => {
  const rows = sheet([['DANH SÁCH'], HEADING, AN], [merge('A1:D1', [1, 1], [0, 3])]);
  expect((await read(rows)).table).toMatchObject([{ values: AN_VALUES, findings: [] }]);
});

it.each<[string, Cells]>([
  ['numbers of columns', ['(1)', '(2)', '(3)', '(4)']],
  ['plain numbers of columns', ['1', '2', '3', '4']],
  ['a second line of headings', [undefined, 'Full name', 'Birth date', 'Unit']],
])('skips %s under the heading', async (_name, cells) => {
  expect((await read(sheet([HEADING, cells, AN]))).table).toMatchObject([{ row: 3 }]);
});

it('skips empty rows, and rows with nothing in a column that counts', async () => {
  const rows = sheet([HEADING, [], ['2'], ['', ' ', '\u00A0'], AN]);
  expect((await read(rows)).table.map(({ row }) => row)).toEqual([5]);
});

it('joins a name that stands in two columns under one merged heading', async () => {
  const rows = sheet(
    [
      ['Họ và tên', undefined, 'Chi bộ'],
      ['Nguyễn Văn', 'An', 'CB-1'],
    ],
    [merge('A1:B1', [1, 1], [0, 1])],
  );
  expect((await read(rows)).table).toMatchObject([{ values: { fullName: 'Nguyễn Văn An' } }]);
});

it('joins it in a CSV file, too, which has lost the merging', async () => {
  const rows = sheet([
    ['Họ và tên', '', 'Chi bộ'],
    ['Nguyễn Văn', 'An', 'CB-1'],
  ]);
  expect((await read(rows)).table).toMatchObject([{ values: { fullName: 'Nguyễn Văn An' } }]);
});

it('refuses every row that a merged area covers, and names the area', async () => {
  const rows = sheet([HEADING, AN, AN, AN], [merge('D2:D3', [2, 3], [3, 3])]);
  const finding = { code: 'MERGED_CELLS', column: 'Chi bộ', params: { range: 'D2:D3' } };
  expect((await read(rows)).table.map(({ findings }) => findings)).toMatchObject([
    [finding],
    [finding],
    [],
  ]);
});

it('does not mind a merged area in a column that means nothing', async () => {
  const rows = sheet([HEADING, AN, AN], [merge('A2:A3', [2, 3], [0, 0])]);
  expect((await read(rows)).table.flatMap(({ findings }) => findings)).toEqual([]);
});

it.each<[string, string]>([
  ['#REF!', 'FORMULA_ERROR'],
  ['#N/A', 'FORMULA_ERROR'],
  ['Nguy?n V?n An', 'TEXT_DAMAGED'],
  ['NguyÔn V¨n An', 'ENCODING_UNKNOWN'],
  ['x'.repeat(5001), 'CELL_TOO_LONG'],
])('finds fault with the cell %.20s: %s', async (text, code) => {
  const { table } = await read(sheet([HEADING, ['1', text, '', 'CB-1']]));
  expect(table[0]?.findings).toMatchObject([{ code, column: 'Họ và tên' }]);
});

describe('refuses the whole file', () => {
  const legacy = Array.from({ length: 30 }, () => ['1', 'NguyÔn V¨n An', '', 'CB-1']);

  it.each<[string, readonly SheetRow[], object]>([
    ['without a heading', sheet([AN, AN]), { code: 'HEADING_NOT_FOUND' }],
    [
      'with a heading too far down',
      sheet([...Array<Cells>(20).fill(['x']), HEADING]),
      { code: 'HEADING_NOT_FOUND' },
    ],
    [
      'whose heading is of a legacy font',
      sheet([['Hä vµ tªn', 'Chi bé']]),
      { code: 'ENCODING_UNKNOWN', guess: 'TCVN3' },
    ],
    [
      'whose rows are of a legacy font',
      sheet([HEADING, ...legacy]),
      { code: 'ENCODING_UNKNOWN', guess: 'TCVN3' },
    ],
    [
      'without a required column',
      sheet([['Họ và tên', 'Ngày sinh']]),
      { code: 'COLUMN_MISSING', fields: 'unit' },
    ],
    [
      'with two columns of one meaning',
      sheet([['Họ tên', 'Họ và tên', 'Chi bộ']]),
      { code: 'COLUMN_TWICE', first: 'Họ tên', second: 'Họ và tên' },
    ],
    [
      'with a heading merged over two columns',
      sheet([['Họ và tên', 'Ngày sinh', undefined, 'Chi bộ']], [merge('B1:C1', [1, 1], [1, 2])]),
      { code: 'HEADING_MERGED', range: 'B1:C1' },
    ],
  ])('%s', async (_name, rows, problem) => {
    expect(await refusal(rows)).toMatchObject(problem);
  });
});
