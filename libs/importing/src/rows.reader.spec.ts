import type { Limits } from './limits.js';
import { type FileProblem, readRows } from './rows.reader.js';
import type { SheetRow } from './sheet.js';
import { TemporaryFolder } from './testing/index.js';

const folder = new TemporaryFolder();
afterAll(() => folder.remove());

const TEXT = 'Mã đơn vị,Tên đơn vị,Cấp\nCB-1,Chi bộ Ấp Đông,chi bộ\n';
const ROWS = [
  ['Mã đơn vị', 'Tên đơn vị', 'Cấp'],
  ['CB-1', 'Chi bộ Ấp Đông', 'chi bộ'],
];

const read = async (
  content: string | Uint8Array,
  limits?: Partial<Limits>,
): Promise<{ rows: SheetRow[]; problem: FileProblem['problem'] | undefined }> => {
  const file = folder.file('input.csv', content);
  const rows: SheetRow[] = [];
  let problem: FileProblem['problem'] | undefined;
  for await (const item of readRows(file, { limits }))
    if ('problem' in item) problem = item.problem;
    else rows.push(item);
  return { rows, problem };
};

const utf16be = (text: string): Uint8Array => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();

describe('encodings that are read', () => {
  it.each<[string, string | Uint8Array]>([
    ['UTF-8', TEXT],
    ['UTF-8 with a byte order mark', `\uFEFF${TEXT}`],
    ['UTF-16 LE', Buffer.from(`\uFEFF${TEXT}`, 'utf16le')],
    ['UTF-16 BE', utf16be(TEXT)],
    ['Windows line ends', TEXT.replaceAll('\n', '\r\n')],
    ['semicolons', TEXT.replaceAll(',', ';')],
    ['tabs', TEXT.replaceAll(',', '\t')],
    ['quotation marks', TEXT.replace('Chi bộ Ấp Đông', '"Chi bộ Ấp Đông"')],
    ['no line end at the end', TEXT.trimEnd()],
  ])('%s', async (_name, content) => {
    const { rows, problem } = await read(content);
    expect(problem).toBeUndefined();
    expect(rows.filter(({ cells }) => cells.length > 1).map(({ cells }) => cells)).toEqual(ROWS);
  });

  it('obeys the line by which Excel names the separator, and counts it as a row', async () => {
    const { rows } = await read(`sep=;\r\n${TEXT.replaceAll(',', ';')}`);
    expect(rows.at(-1)).toEqual({ row: 3, cells: ROWS[1] });
  });

  it('keeps separators, line ends and doubled quotation marks inside quotation marks', async () => {
    const { rows } = await read(`${TEXT}CB-2,"Chi bộ ""A"", tổ\n2",chi bộ\nCB-3,C,chi bộ\n`);
    expect(rows[2]).toEqual({ row: 3, cells: ['CB-2', 'Chi bộ "A", tổ\n2', 'chi bộ'] });
    expect(rows[3]?.row).toBe(4);
  });

  it('decodes letters that fall on the border of two pieces', async () => {
    const line = `CB-1,${'Đ'.repeat(997)},chi bộ\n`;
    const { rows, problem } = await read(TEXT + line.repeat(400));
    expect(problem).toBeUndefined();
    expect(rows).toHaveLength(402);
    expect(new Set(rows.slice(2).map(({ cells }) => cells[1]))).toEqual(new Set(['Đ'.repeat(997)]));
  });
});

const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');

describe('files that are refused', () => {
  it.each<[string, string | Uint8Array, string, object]>([
    [
      'TCVN3 bytes',
      latin1('M· ®¬n vÞ,Tªn\nCB-1,NguyÔn V¨n An\n'),
      'ENCODING_UNKNOWN',
      { guess: 'TCVN3' },
    ],
    ['VNI bytes', latin1('ma,ten\nCB-1,Nguyeãn Vaên An\n'), 'ENCODING_UNKNOWN', { guess: 'VNI' }],
    [
      'Windows-1258 bytes',
      latin1('ma,ten\nCB-1,Nguyê\xden Vãn An, Trâ\xecn\n'),
      'ENCODING_UNKNOWN',
      { guess: 'Windows-1258' },
    ],
    ['UTF-16 without a mark', Buffer.from(TEXT, 'utf16le'), 'ENCODING_UNKNOWN', {}],
    ['an empty file', '', 'FILE_EMPTY', {}],
    ['an unclosed quotation mark', `${TEXT}CB-2,"Chi bộ,chi bộ\n`, 'CSV_QUOTE_BROKEN', {}],
    ['a PDF', '%PDF-1.7\n', 'FILE_NOT_SPREADSHEET', {}],
    ['a zip that is none', 'PK\u0003\u0004 and then nothing', 'FILE_BROKEN', {}],
  ])('%s', async (_name, content, code, params) => {
    const { problem } = await read(content);
    expect(problem).toMatchObject({ code, params });
  });

  it('a file that is not there, or is a folder', async () => {
    for (const path of [`${folder.path}/none.csv`, folder.path])
      for await (const item of readRows(path))
        expect(item).toMatchObject({ problem: { code: 'FILE_NOT_FOUND' } });
  });

  it.each<[string, string, Partial<Limits>, string]>([
    ['too many bytes', TEXT, { fileBytes: 20 }, 'FILE_TOO_BIG'],
    ['too many rows', TEXT, { rows: 1 }, 'TOO_MANY_ROWS'],
    ['too many columns', TEXT, { columns: 2 }, 'TOO_MANY_COLUMNS'],
    ['a row without end', `${TEXT}CB-2,"${'x'.repeat(9000)}`, { lineChars: 4096 }, 'LINE_TOO_LONG'],
  ])('%s', async (_name, content, limits, code) => {
    expect((await read(content, limits)).problem).toMatchObject({ code });
  });
});

describe('compound files of old Office', () => {
  const compound = (stream: string): Uint8Array => {
    const bytes = Buffer.alloc(512 * 4);
    Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
    bytes.writeUInt16LE(9, 30);
    bytes.writeUInt32LE(1, 48);
    bytes.write(stream, 1024 + 128, 'utf16le');
    return bytes;
  };

  it.each([
    ['Workbook', 'FILE_OLD_XLS'],
    ['EncryptedPackage', 'FILE_ENCRYPTED'],
  ])('with a stream %s are refused with %s', async (stream, code) => {
    expect((await read(compound(stream))).problem).toMatchObject({ code });
  });
});

it('streams 100,000 rows', async () => {
  const file = folder.file('long.csv', TEXT + 'CB-1,Chi bộ Ấp Đông,chi bộ\n'.repeat(99_999));
  let last: SheetRow | FileProblem | undefined;
  for await (const item of readRows(file)) last = item;
  expect(last).toEqual({ row: 100_001, cells: ROWS[1] });
});
