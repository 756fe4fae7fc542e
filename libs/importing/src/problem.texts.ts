import { FILE_TEXTS, type Sentences } from './file-problem.texts.js';
import type { BadCell, FileRefusal, Finding, Params } from './problem.js';
import { ROW_TEXTS, UNKNOWN_REASON } from './row-problem.texts.js';

/** Every code this library has words for. */
export const PROBLEM_CODES: readonly string[] = [
  ...new Set([...Object.keys(FILE_TEXTS), ...Object.keys(ROW_TEXTS)]),
];

/** Names of required columns, for `COLUMN_MISSING`. */
const FIELD_NAMES: Readonly<Record<string, string>> = {
  fullName: 'Họ và tên (Full name)',
  unit: 'Mã chi bộ (Unit id)',
  id: 'Mã đơn vị (Unit id)',
  name: 'Tên đơn vị (Name)',
  level: 'Cấp (Level)',
};

const fill = (sentence: string, params: Params): string =>
  sentence.replace(/\{(\w+)\}/g, (_whole, name: string) => String(params[name] ?? '…'));

const sentencesOf = (code: string): Sentences =>
  ROW_TEXTS[code] ?? FILE_TEXTS[code] ?? UNKNOWN_REASON;

/** The sentences of a code, filled in. */
export function wordsOf(code: string, params: Params = {}): Pick<BadCell, 'text' | 'mend'> {
  const [vi, en, mendVi, mendEn] = sentencesOf(code).map((text) => fill(text, { ...params, code }));
  return { text: { vi: vi!, en: en! }, mend: { vi: mendVi!, en: mendEn! } };
}

/** A line of the report for one finding. */
export function badCell(row: number, { code, column, value, params, text }: Finding): BadCell {
  const words = wordsOf(code, params);
  return {
    row,
    column: column ?? '',
    value: value ?? '',
    code,
    text: text ?? words.text,
    mend: words.mend,
  };
}

/** A line of the report for a refusal of the whole file. */
export function badFile({
  code,
  params,
  row,
}: Pick<FileRefusal, 'code' | 'params' | 'row'>): BadCell {
  const fields = String(params['fields'] ?? '').split(',');
  const columns = fields.map((field) => FIELD_NAMES[field] ?? field).join(', ');
  return { row, column: '', value: '', code, ...wordsOf(code, { ...params, columns }) };
}
