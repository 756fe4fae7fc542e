import { meets, ratio, type Row } from './row.js';

const HEADINGS = ['row', 'raw', 'peer', 'ours', '', '/raw', '/peer', 'target', 'met', 'note'];
/** Columns that hold figures and are set flush right. */
const FIGURES = new Set([1, 2, 3, 5, 6, 7]);

/** Figures with as many decimals as they deserve and thin groups of thousands. */
export function figure(value: number | undefined): string {
  if (value === undefined) return '';
  const decimals = Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : value >= 10 ? 1 : 2;
  return value.toLocaleString('en-US', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
}

const times = (value: number | undefined): string =>
  value === undefined ? '' : value >= 10 ? `${value.toFixed(0)}×` : `${value.toFixed(2)}×`;

const targetText = ({ target }: Row): string =>
  target?.least !== undefined
    ? `≥ ${figure(target.least)}`
    : target?.most !== undefined
      ? `≤ ${figure(target.most)}`
      : '';

const MET = new Map([
  [true, 'yes'],
  [false, 'NO'],
]);

const cells = (row: Row): string[] => [
  row.what,
  figure(row.raw),
  figure(row.peer),
  figure(row.ours),
  row.unit,
  times(ratio(row.ours, row.raw)),
  times(ratio(row.ours, row.peer)),
  targetText(row),
  MET.get(meets(row) as boolean) ?? '',
  row.note ?? '',
];

/** The rows as lines of text in aligned columns, headings first. */
export function renderTable(rows: readonly Row[]): string {
  const lines = [HEADINGS, ...rows.map(cells)];
  const widths = HEADINGS.map((_, column) =>
    Math.max(...lines.map((line) => line[column]!.length)),
  );
  return lines
    .map((line) =>
      line
        .map((cell, column) =>
          FIGURES.has(column) ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
