import { type LineRecord, LinesFenced } from '#libs/projections';
import { LINE_COLUMNS, lineOf, type LineRow, lineValues, ON_KNOWN_LINE } from './line-rows.js';
import { arrayText, type Statement } from './postgres-statements.js';

type LineKey = Pick<LineRecord, 'name' | 'version' | 'generation'>;

const keyOf = ({ name, version, generation }: LineKey): string =>
  `${name} ${version} ${generation}`;

const COLUMNS = [...LINE_COLUMNS, 'batch'];
const NUMBERS: readonly string[] = ['version', 'generation'];
const isNumber = (column: string): boolean => NUMBERS.includes(column);
const arrays = COLUMNS.map((column, n) => `$${n + 1}::${isNumber(column) ? 'bigint' : 'text'}[]`);
const SAVE =
  `insert into projection_line (${COLUMNS.join(', ')}) ` +
  `select * from unnest(${arrays.join(', ')}) ` +
  `on conflict ${ON_KNOWN_LINE}, batch = excluded.batch`;
const REMOVE = 'delete from projection_line where name = $1 and version = $2 and generation = $3';
const HOLD = 'select projection_hold_1($1::text[], $2::bigint[], $3::text[], $4, $5, $6)';
const FROM = `select ${COLUMNS.join(', ')} from projection_line`;
const IN_ORDER = 'order by name, version, generation';

/** All lines, for those who only look. */
export const ALL_LINES: Statement = { text: `${FROM} ${IN_ORDER}` };

const linesOf = (names: readonly string[]): Statement => ({
  text: `${FROM} where name = any ($1::text[]) ${IN_ORDER}`,
  values: [quotedArray(names)],
});

/** A projection's fence as this process knows it; undefined: it is not ours. */
export type FenceOf = (projection: string) => number | undefined;

const textArray = (values: readonly (string | number)[]): string => `{${values.join(',')}}`;
const quotedArray = (values: readonly string[]): string =>
  textArray(values.map((value) => `"${value}"`));

/** Which transaction wrote each line last, as far as is known here. */
export type KnownLines = Map<string, string>;

/** What one transaction does to lines, and what must hold for it. */
export class TouchedLines {
  /** Lines by what they were before this transaction; to be checked at its beginning. */
  private readonly before = new Map<string, LineKey & { readonly batch: string }>();
  private readonly fences = new Map<string, number>();
  private readonly now: KnownLines = new Map();
  private readonly unwritten = new Map<string, LineRecord>();
  private readonly gone = new Set<string>();

  constructor(
    private readonly known: KnownLines,
    /** Names this transaction. */
    readonly batch: string,
    private readonly fence: FenceOf | undefined,
  ) {}

  get isEmpty(): boolean {
    return this.now.size === 0 && this.gone.size === 0;
  }

  /** What to read for `seen`. */
  asked(names: readonly string[] | undefined): Statement {
    return names === undefined ? ALL_LINES : linesOf(names);
  }

  /** From the commit on this process counts as knowing these lines: it goes on from here. */
  seen(rows: readonly object[]): readonly LineRecord[] {
    return (rows as readonly (LineRow & { readonly batch: string })[]).map((row) => {
      this.now.set(keyOf(row), row.batch);
      return lineOf(row);
    });
  }

  /** Will be written with the others. */
  save(line: LineRecord): void {
    this.touch(line);
    this.now.set(keyOf(line), this.batch);
    this.gone.delete(keyOf(line));
    this.unwritten.set(keyOf(line), line);
  }

  /** Writes the lines saved since the last time, by key, as everybody does. */
  saved(): readonly Statement[] {
    if (this.unwritten.size === 0) return [];
    const lines = [...this.unwritten].sort(([a], [b]) => (a < b ? -1 : 1));
    const rows = lines.map(([, line]) => [...lineValues(line), this.batch]);
    this.unwritten.clear();
    const values = COLUMNS.map((column, index) =>
      arrayText(rows, (row) => row[index] ?? null, !isNumber(column), column),
    );
    return [{ text: SAVE, values }];
  }

  remove(line: LineKey): Statement {
    this.touch(line);
    this.unwritten.delete(keyOf(line));
    this.now.delete(keyOf(line));
    this.gone.add(keyOf(line));
    const { name, version, generation } = line;
    return { text: REMOVE, values: [name, String(version), String(generation)] };
  }

  /** The check with which the transaction begins. */
  get hold(): readonly Statement[] {
    const lines = [...this.before.values()];
    if (lines.length === 0 && this.fences.size === 0) return [];
    const values = [
      quotedArray([...this.fences.keys()]),
      textArray([...this.fences.values()]),
      quotedArray(lines.map(({ name }) => name)),
      textArray(lines.map(({ version }) => version)),
      textArray(lines.map(({ generation }) => generation)),
      quotedArray(lines.map(({ batch }) => batch)),
    ];
    return [{ text: HOLD, values }];
  }

  committed(): void {
    for (const [key, batch] of this.now) this.known.set(key, batch);
    for (const key of this.gone) this.known.delete(key);
  }

  private touch(line: LineKey): void {
    const { name, version, generation } = line;
    if (this.fence !== undefined) {
      const fence = this.fence(name);
      if (fence === undefined) throw new LinesFenced([name]);
      this.fences.set(name, fence);
    }
    const key = keyOf(line);
    const batch = this.now.get(key) ?? this.known.get(key);
    if (batch !== undefined && batch !== this.batch && !this.before.has(key))
      this.before.set(key, { name, version, generation, batch });
  }
}
