import { dateOfSerial } from './dates.js';
import type { Limits } from './limits.js';
import { FileRefusal } from './problem.js';
import type { MergedRange, OnBytes, SheetRow } from './sheet.js';
import { columnOf } from './sheet.js';
import {
  readMergedRanges,
  readSharedStrings,
  readStyles,
  readWorkbook,
  type Workbook,
} from './xlsx.parts.js';
import { type NumberStyle, PLAIN } from './xlsx.styles.js';
import { openArchive, parseXml, type XmlHandlers } from './zip.reader.js';

interface Book extends Workbook {
  readonly strings: readonly string[];
  readonly styles: readonly NumberStyle[];
  readonly merged: readonly MergedRange[];
}

/** Rows of the first visible worksheet of an .xlsx, streaming. Throws `FileRefusal`. */
export async function* xlsxRows(
  file: string,
  limits: Limits,
  onBytes: OnBytes,
): AsyncGenerator<SheetRow> {
  const archive = await openArchive(file, limits);
  try {
    const workbook = await readWorkbook(archive, limits);
    const book: Book = {
      ...workbook,
      styles: await readStyles(archive, limits),
      strings: await readSharedStrings(archive, limits),
      merged: await readMergedRanges(archive, workbook.sheet, limits),
    };
    const size = archive.sizeOf(book.sheet);
    const rows = new RowCollector(book, limits);
    const source = await archive.stream(book.sheet, limits.sheetBytes);
    for await (const bytes of parseXml(source, rows)) {
      yield* rows.take();
      onBytes(bytes, size);
    }
    yield* rows.take();
  } finally {
    archive.close();
  }
}

/** Puts together rows from the tags of a worksheet. */
class RowCollector implements XmlHandlers {
  #ready: SheetRow[] = [];
  #cells: (string | undefined)[] = [];
  #row = 0;
  #column = -1;
  #type = 'n';
  #style = PLAIN;
  #text = '';
  #inValue = false;
  #inPhonetic = false;
  #nextMerged = 0;
  #covering: MergedRange[] = [];

  constructor(
    private readonly book: Book,
    private readonly limits: Limits,
  ) {}

  take(): readonly SheetRow[] {
    const ready = this.#ready;
    this.#ready = [];
    return ready;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') this.#openRow(attributes['r']);
    else if (name === 'c') this.#openCell(attributes);
    else if (name === 'v' || name === 't') this.#inValue = !this.#inPhonetic;
    else if (name === 'rPh') this.#inPhonetic = true;
  }

  text(piece: string): void {
    if (this.#inValue && this.#text.length <= this.limits.cellChars) this.#text += piece;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#inValue = false;
    else if (name === 'rPh') this.#inPhonetic = false;
    else if (name === 'c') this.#closeCell();
    else if (name === 'row') this.#closeRow();
  }

  #openRow(number: string | undefined): void {
    const row = number === undefined ? this.#row + 1 : Number(number);
    // Rows out of order would slip past the merged areas; no program writes them so.
    if (!Number.isSafeInteger(row) || row <= this.#row)
      throw new FileRefusal('FILE_BROKEN', {}, this.#row);
    this.#row = row;
    this.#cells = [];
    this.#column = -1;
  }

  #openCell({ r, t, s }: Readonly<Record<string, string>>): void {
    this.#column = r === undefined ? this.#column + 1 : columnOf(r);
    this.#type = t ?? 'n';
    this.#style = this.book.styles[Number(s ?? 0)] ?? PLAIN;
    this.#text = '';
  }

  #closeCell(): void {
    const value = this.#value();
    if (value === undefined || value === '') return;
    if (this.#column < 0 || this.#column >= this.limits.columns)
      throw new FileRefusal('TOO_MANY_COLUMNS', { limit: this.limits.columns }, this.#row);
    this.#cells[this.#column] = value;
  }

  #value(): string | undefined {
    const text = this.#text;
    if (this.#type === 's') return text === '' ? undefined : this.#shared(Number(text));
    if (this.#type === 'b') return text === '1' ? 'TRUE' : 'FALSE';
    // A date cell (ISO 8601) or a text is as it stands; a number depends on its style.
    return this.#type === 'n' && text !== '' ? this.#number(text) : text;
  }

  #shared(index: number): string {
    const text = this.book.strings[index];
    if (text === undefined) throw new FileRefusal('FILE_BROKEN', {}, this.#row);
    return text;
  }

  #number(text: string): string {
    const number = Number(text);
    if (this.#style.kind === 'date') return dateOfSerial(number, this.book.from1904) ?? text;
    if (!Number.isSafeInteger(number)) return text;
    const digits = String(number);
    return this.#style.kind === 'padded' ? digits.padStart(this.#style.digits, '0') : digits;
  }

  #closeRow(): void {
    const { merged } = this.book;
    for (; (merged[this.#nextMerged]?.firstRow ?? Infinity) <= this.#row; this.#nextMerged += 1)
      this.#covering.push(merged[this.#nextMerged]!);
    if (this.#covering.length > 0)
      this.#covering = this.#covering.filter(({ lastRow }) => lastRow >= this.#row);
    this.#ready.push({
      row: this.#row,
      cells: this.#cells,
      ...(this.#covering.length > 0 && { merged: [...this.#covering] }),
      ...(this.book.from1904 && { from1904: true }),
    });
  }
}
