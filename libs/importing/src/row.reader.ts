import type { Field } from './headings.js';
import { OUR_HEADING, type Kind } from './headings.js';
import { type ParsedDate, parseDate } from './dates.js';
import { type Finding, finding, type Params } from './problem.js';
import type { TableRow } from './table.js';
import { fold } from './vietnamese-text.js';

const ROUNDED = /^\d[.,]\d+E\+?\d+$/i;
const EARLIEST = '1900-01-01';

/** Reads the fields of one row and collects all that is wrong with it, not only the first. */
export class RowReader {
  readonly findings: Finding[];

  constructor(
    private readonly kind: Kind,
    private readonly row: TableRow,
    /** ISO date; nothing that has happened lies after it. */
    private readonly today: string,
  ) {
    this.findings = [...row.findings];
  }

  get(field: Field): string | undefined {
    return this.row.values[field];
  }

  title(field: Field): string {
    return this.row.titles[field] ?? OUR_HEADING[this.kind][field] ?? field;
  }

  has(field: Field): boolean {
    return field in this.row.titles;
  }

  /** Notes what is wrong with a field; answers `undefined`, the value it then has. */
  bad(code: string, field: Field, params?: Params): string | undefined {
    this.findings.push(finding(code, this.title(field), this.get(field) ?? '', params));
    return undefined;
  }

  required(field: Field, most: number): string | undefined {
    const value = this.get(field);
    if (value === undefined) return this.bad('REQUIRED_MISSING', field);
    return value.length > most ? this.bad('TEXT_TOO_LONG', field, { limit: most }) : value;
  }

  /** An id in the alphabet of the system: lower case, no diacritics, `joint` for other signs. */
  id(field: Field, pattern: RegExp, joint: '-' | '.'): string | undefined {
    const value = this.get(field);
    if (value === undefined) return undefined;
    if (ROUNDED.test(value)) return this.bad('NUMBER_ROUNDED', field);
    const id = idOf(value, joint);
    return pattern.test(id) ? id : this.bad('ID_INVALID', field);
  }

  date(field: Field): string | undefined {
    const value = this.get(field);
    if (value === undefined) return undefined;
    const parsed: ParsedDate = parseDate(value, { from1904: this.row.from1904 });
    if ('code' in parsed) return this.bad(parsed.code, field, parsed.params);
    if (parsed.date > this.today) return this.bad('DATE_FUTURE', field, { today: this.today });
    if (parsed.date < EARLIEST) return this.bad('DATE_TOO_OLD', field);
    return parsed.date;
  }

  word<Word>(
    field: Field,
    code: string,
    read: (text: string) => Word | undefined,
  ): Word | undefined {
    const value = this.required(field, 120);
    if (value === undefined) return undefined;
    const word = read(value);
    if (word === undefined) this.bad(code, field);
    return word;
  }
}

/** `ĐB 01/CB_2` gives `db-01-cb-2`. Dots and dashes stay where the alphabet has them. */
export const idOf = (text: string, joint: '-' | '.'): string =>
  /^[a-z0-9]+$/.test(text) ? text : folded(text, joint);

const folded = (text: string, joint: '-' | '.'): string =>
  text
    .split('.')
    .map((part) => fold(part).replaceAll(' ', joint))
    .filter((part) => part !== '')
    .join('.');
