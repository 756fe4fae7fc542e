import type { ImportOptions, ImportResult } from '../run.types.js';
import { runImport } from '../run.js';
import type { MemoryTarget } from './memory-target.js';
import type { TemporaryFolder } from './temporary-folder.js';

export const TODAY = '2026-03-31';
export const MEMBERS =
  'Mã đảng viên;Họ và tên;Ngày sinh;Ngày vào Đảng;Chi bộ;Tình trạng;Ngày tiếp nhận\n';
export const AN = 'ĐV-01;Nguyễn Văn An;05/01/1980;19/5/2005;CB 1;Chính thức;01/02/2020\n';
export const UNITS = 'Mã đơn vị,Tên đơn vị,Cấp,Mã đơn vị cấp trên,Ngày thành lập,Số quyết định\n';
/** A row below `UNITS`. */
export const unit = (id: string, parent: string, level = 'chi bộ'): string =>
  `${id},Chi bộ ${id},${level},${parent},01/02/2015,12-QĐ/TU\n`;

/** Imports that text as `list.csv` of the folder. */
export const runText = (
  folder: TemporaryFolder,
  kind: 'members' | 'units',
  content: string,
  { exists, execute }: MemoryTarget,
  more: Partial<ImportOptions> = {},
): Promise<ImportResult> => {
  const file = folder.file('list.csv', content);
  return runImport({ kind, file, today: TODAY, exists, execute, ...more });
};

/** Lines of the report on `list.csv` as `row code column`. */
export const reportOf = (folder: TemporaryFolder): string[] =>
  folder
    .read('list.import-report.csv')
    .trimEnd()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(','))
    .map(([row, column, , code]) => [row, code, column].join(' ').trim());

/** The arguments of `runText` after the folder. */
export type Run = Parameters<typeof runText> extends [unknown, ...infer Rest] ? Rest : never;
