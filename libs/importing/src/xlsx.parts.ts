import type { Limits } from './limits.js';
import { FileRefusal } from './problem.js';
import type { MergedRange } from './sheet.js';
import { columnOf } from './sheet.js';
import { type NumberStyle, PLAIN, styleOf } from './xlsx.styles.js';
import { type Archive, readXml } from './zip.reader.js';

export interface Workbook {
  /** The part of the first visible sheet. */
  readonly sheet: string;
  readonly from1904: boolean;
}

const WORKBOOK = 'xl/workbook.xml';

/** Finds the first visible sheet. */
export async function readWorkbook(archive: Archive, limits: Limits): Promise<Workbook> {
  if (!archive.has(WORKBOOK)) throw new FileRefusal('FILE_NOT_SPREADSHEET');
  let from1904 = false;
  const sheets: { id: string; visible: boolean }[] = [];
  await readXml(await archive.stream(WORKBOOK, limits.partBytes), {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributes['date1904'] ?? '');
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
      const visible = (attributes['state'] ?? 'visible') === 'visible';
      if (id !== undefined) sheets.push({ id, visible });
    },
  });
  const first = sheets.find(({ visible }) => visible) ?? sheets[0];
  if (first === undefined) throw new FileRefusal('FILE_EMPTY');
  const sheet = (await relationsOf(archive, limits)).get(first.id);
  if (sheet === undefined || !archive.has(sheet)) throw new FileRefusal('FILE_BROKEN');
  return { sheet, from1904 };
}

const relationsOf = async (archive: Archive, limits: Limits): Promise<Map<string, string>> => {
  const relations = new Map<string, string>();
  await readXml(await archive.stream('xl/_rels/workbook.xml.rels', limits.partBytes), {
    open(name, { Id, Target }) {
      if (name !== 'Relationship' || Id === undefined || Target === undefined) return;
      relations.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
    },
  });
  return relations;
};

/** What the number of a cell with style `s` means. */
export async function readStyles(
  archive: Archive,
  limits: Limits,
): Promise<readonly NumberStyle[]> {
  const part = 'xl/styles.xml';
  if (!archive.has(part)) return [PLAIN];
  const formats = new Map<number, string>();
  const styles: NumberStyle[] = [];
  let inCells = false;
  await readXml(await archive.stream(part, limits.partBytes), {
    open(name, attributes) {
      if (name === 'numFmt')
        formats.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) {
        const id = Number(attributes['numFmtId'] ?? 0);
        styles.push(styleOf(id, formats.get(id)));
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
}

/** The texts that cells refer to by number; phonetic readings left out. */
export async function readSharedStrings(
  archive: Archive,
  limits: Limits,
): Promise<readonly string[]> {
  const part = 'xl/sharedStrings.xml';
  const strings: string[] = [];
  if (!archive.has(part)) return strings;
  let text = '';
  let inText = false;
  let inPhonetic = false;
  await readXml(await archive.stream(part, limits.sharedStringsBytes), {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 't') inText = !inPhonetic;
      else if (name === 'rPh') inPhonetic = true;
    },
    text(piece) {
      // One character more than allowed, so that the cell is refused and not silently cut.
      if (inText && text.length <= limits.cellChars) text += piece;
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') inPhonetic = false;
      else if (name === 'si') strings.push(text);
    },
  });
  return strings;
}

const MERGE = /<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+\d+):([A-Z]+\d+)"/g;
const LONGEST_TAG = 200;

/**
 * The merged areas of a sheet, by first row. They stand after the rows, so the part is unpacked
 * once beforehand and searched as text, which costs a tenth of parsing it.
 */
export async function readMergedRanges(
  archive: Archive,
  sheet: string,
  limits: Limits,
): Promise<readonly MergedRange[]> {
  const ranges: MergedRange[] = [];
  const source = await archive.stream(sheet, limits.sheetBytes);
  let rest = '';
  try {
    for await (const piece of source as AsyncIterable<Buffer>) {
      const text = rest + piece.toString('latin1');
      let end = 0;
      for (const match of text.matchAll(MERGE)) {
        ranges.push(rangeOf(match[1]!, match[2]!));
        end = match.index + match[0].length;
      }
      if (ranges.length > limits.mergedRanges)
        throw new FileRefusal('ZIP_TOO_BIG', { limit: limits.mergedRanges });
      rest = text.slice(Math.max(end, text.length - LONGEST_TAG));
    }
  } catch (error) {
    throw error instanceof FileRefusal ? error : new FileRefusal('FILE_BROKEN');
  }
  return ranges.sort((a, b) => a.firstRow - b.firstRow);
}

const rowOf = (ref: string): number => Number(/\d+$/.exec(ref)?.[0]);

const rangeOf = (from: string, to: string): MergedRange => ({
  ref: `${from}:${to}`,
  firstRow: rowOf(from),
  lastRow: rowOf(to),
  firstColumn: columnOf(from),
  lastColumn: columnOf(to),
});
