import exceljs from 'exceljs';

export type CellValue = exceljs.CellValue;

export interface WorkbookOptions {
  readonly from1904?: boolean;
  /** `A5:A7` */
  readonly merge?: readonly string[];
  /** Number formats by column, from 1. */
  readonly formats?: Readonly<Record<number, string>>;
  /** Write row by row, with the texts inside the cells. */
  readonly streaming?: boolean;
}

/** Writes a real .xlsx; an empty row stays empty. */
export async function writeXlsx(
  file: string,
  rows: readonly (readonly CellValue[])[],
  options: WorkbookOptions = {},
): Promise<string> {
  if (options.streaming) {
    const book = new exceljs.stream.xlsx.WorkbookWriter({ filename: file, useStyles: true });
    fill(book, rows, options);
    await book.commit();
  } else {
    const book = new exceljs.Workbook();
    book.properties.date1904 = options.from1904 ?? false;
    fill(book, rows, options);
    await book.xlsx.writeFile(file);
  }
  return file;
}

const fill = (
  book: exceljs.Workbook,
  rows: readonly (readonly CellValue[])[],
  { formats, merge = [] }: WorkbookOptions,
): void => {
  const sheet = book.addWorksheet('Danh sách');
  for (const [index, row] of rows.entries())
    for (const [column, value] of row.entries()) {
      const cell = sheet.getCell(index + 1, column + 1);
      cell.value = value;
      const format = formats?.[column + 1];
      if (format !== undefined) cell.numFmt = format;
    }
  for (const range of merge) sheet.mergeCells(range);
};
