import { meets, ratio, type Row } from './row.js';

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

interface Column {
  readonly heading: string;
  readonly cell: (row: Row) => string;
  /** Holds figures, which are set flush right. */
  readonly isFigure?: boolean;
  /** Left out where no row fills it. */
  readonly isRare?: boolean;
}

const COLUMNS: readonly Column[] = [
  { heading: 'row', cell: ({ what }) => what },
  { heading: 'raw', cell: ({ raw }) => figure(raw), isFigure: true },
  { heading: 'peer', cell: ({ peer }) => figure(peer), isFigure: true },
  { heading: 'embedded', cell: ({ embedded }) => figure(embedded), isFigure: true, isRare: true },
  { heading: 'ours', cell: ({ ours }) => figure(ours), isFigure: true },
  { heading: '', cell: ({ unit }) => unit },
  { heading: '/raw', cell: (row) => times(ratio(row.ours, row.raw)), isFigure: true },
  { heading: '/peer', cell: (row) => times(ratio(row.ours, row.peer)), isFigure: true },
  { heading: 'target', cell: targetText, isFigure: true },
  { heading: 'met', cell: (row) => MET.get(meets(row) as boolean) ?? '' },
  { heading: 'note', cell: ({ note }) => note ?? '' },
];

/** The rows as lines of text in aligned columns, headings first. */
export function renderTable(rows: readonly Row[]): string {
  const columns = COLUMNS.map((column) => {
    const texts = rows.map(column.cell);
    const width = Math.max(...[column.heading, ...texts].map(({ length }) => length));
    return { ...column, texts, width };
  }).filter(({ isRare, texts }) => isRare !== true || texts.some((text) => text !== ''));
  const line = (textOf: (column: (typeof columns)[number]) => string): string =>
    columns
      .map((column) =>
        column.isFigure === true
          ? textOf(column).padStart(column.width)
          : textOf(column).padEnd(column.width),
      )
      .join('  ')
      .trimEnd();
  return [
    line(({ heading }) => heading),
    ...rows.map((_, index) => line(({ texts }) => texts[index]!)),
  ].join('\n');
}
