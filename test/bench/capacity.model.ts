import { type Input, INPUTS, type Place, PLACES } from './capacity.inputs.js';

const of = (name: keyof typeof INPUTS): number => INPUTS[name].value;
/** As it stands in a formula. */
const shown = (name: keyof typeof INPUTS): string => of(name).toLocaleString('en-US');
const SECONDS_PER_YEAR = 365 * 86_400;
const YEARS = 10;

interface Line {
  readonly what: string;
  /** The formula as a reader sees it. */
  readonly how: string;
  readonly value: (place: Place) => string;
}

const logBytes = (): number =>
  of('contentBytes') + of('logEnvelopeBytes') + of('logFrameBytes') + of('logIndexBytes');
const viewBytes = (): number => of('viewTableBytes') + of('viewIndexBytes');
const cores = ({ peak }: Place, micros: number): number => (peak * micros) / 1e6 / of('busy');
const apiMicros = (): number => of('commandMicros') + of('httpMicros');
const apis = (place: Place): number => Math.max(of('apis'), Math.ceil(cores(place, apiMicros())));
const projectors = (place: Place): number =>
  Math.max(of('projectors'), Math.ceil(cores(place, of('workerMicros'))));

/** With as many digits as a model deserves, in groups of three. */
export function rounded(value: number): string {
  if (value === 0) return '0';
  const digits = value >= 1_000 ? 3 : 2;
  const kept = Number(value.toPrecision(digits));
  return kept.toLocaleString('en-US', { maximumFractionDigits: 3 });
}

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'] as const;
export function bytes(value: number): string {
  let [size, unit] = [value, 0];
  for (; size >= 1_000 && unit < UNITS.length - 1; unit += 1) size /= 1_000;
  return `${rounded(size)} ${UNITS[unit]}`;
}

const hours = (seconds: number): string =>
  seconds < 3_600 ? `${rounded(seconds / 60)} min` : `${rounded(seconds / 3_600)} h`;

const STORAGE: readonly Line[] = [
  {
    what: 'one machine: log a year',
    how: `events × ${shown('sqliteBytes')} B`,
    value: ({ eventsPerYear }) => bytes(eventsPerYear * of('sqliteBytes')),
  },
  {
    what: 'one machine: views a year',
    how: `events × ${shown('sqliteViewBytes')} B`,
    value: ({ eventsPerYear }) => bytes(eventsPerYear * of('sqliteViewBytes')),
  },
  {
    what: 'cluster: log a year, one node',
    how: `events × ${logBytes().toLocaleString('en-US')} B`,
    value: ({ eventsPerYear }) => bytes(eventsPerYear * logBytes()),
  },
  {
    what: 'log after ten years, one node',
    how: '× 10',
    value: ({ eventsPerYear }) => bytes(eventsPerYear * YEARS * logBytes()),
  },
  {
    what: 'log after ten years, all nodes',
    how: `× ${shown('replication')}`,
    value: ({ eventsPerYear }) => bytes(eventsPerYear * YEARS * logBytes() * of('replication')),
  },
  {
    what: 'of it index, one node',
    how: `events × 10 × ${shown('logIndexBytes')} B`,
    value: ({ eventsPerYear }) => bytes(eventsPerYear * YEARS * of('logIndexBytes')),
  },
  {
    what: 'views after ten years',
    how: `events × 10 × ${viewBytes()} B`,
    value: ({ eventsPerYear }) => bytes(eventsPerYear * YEARS * viewBytes()),
  },
  {
    what: 'backup of the log after ten years',
    how: 'one node ÷ 100 MB/s',
    value: ({ eventsPerYear }) =>
      hours((eventsPerYear * YEARS * logBytes()) / of('copyBytesPerSecond')),
  },
];

const RATES: readonly Line[] = [
  {
    what: 'events a second, mean of a year',
    how: 'events ÷ seconds of a year',
    value: ({ eventsPerYear }) => rounded(eventsPerYear / SECONDS_PER_YEAR),
  },
  { what: 'events a second, peak', how: 'given', value: ({ peak }) => rounded(peak) },
  {
    what: 'synced writes a second, each log node',
    how: 'peak: one for each command',
    value: ({ peak }) => rounded(peak),
  },
  {
    what: 'commits a second, PostgreSQL',
    how: `projectors × min(peak, ${shown('liveBatchesPerSecond')})`,
    value: (place) => rounded(projectors(place) * Math.min(place.peak, of('liveBatchesPerSecond'))),
  },
  {
    what: 'processors for api',
    how: `peak × ${apiMicros().toLocaleString('en-US')} µs ÷ ${shown('busy')}`,
    value: (place) => rounded(cores(place, apiMicros())),
  },
  {
    what: 'api processes',
    how: 'that, at least 2',
    value: (place) => rounded(apis(place)),
  },
  {
    what: 'processors for projectors',
    how: `peak × ${shown('workerMicros')} µs ÷ ${shown('busy')}`,
    value: (place) => rounded(cores(place, of('workerMicros'))),
  },
  {
    what: 'projectors',
    how: 'that, at least 2',
    value: (place) => rounded(projectors(place)),
  },
  {
    what: 'processors for PostgreSQL',
    how: `peak × ${shown('databaseMicros')} µs ÷ ${shown('busy')}`,
    value: (place) => rounded(cores(place, of('databaseMicros'))),
  },
  {
    what: 'connections of PostgreSQL, at most',
    how: `api × ${shown('apiConnections')} + projectors × ${shown('projectorConnections')}`,
    value: (place) =>
      rounded(apis(place) * of('apiConnections') + projectors(place) * of('projectorConnections')),
  },
  {
    what: 'sent by the leader of the log',
    how: `peak × ${logBytes().toLocaleString('en-US')} B × (2 nodes + api + projectors)`,
    value: (place) =>
      `${bytes(place.peak * logBytes() * (of('replication') - 1 + apis(place) + projectors(place)))}/s`,
  },
  {
    what: 'busiest process: keeps `inbox`',
    how: `peak × (${shown('readMicros')} + ${shown('heaviestShare')} × ${shown('workerMicros')}) µs`,
    value: ({ peak }) =>
      `${rounded(((peak * (of('readMicros') + of('heaviestShare') * of('workerMicros'))) / 1e6) * 100)} %`,
  },
  {
    what: 'all views anew, log of one year',
    how: `events ÷ ${shown('rebuildPerSecond')}/s`,
    value: ({ eventsPerYear }) => hours(eventsPerYear / of('rebuildPerSecond')),
  },
  {
    what: 'all views anew, log of ten years',
    how: '× 10',
    value: ({ eventsPerYear }) => hours((eventsPerYear * YEARS) / of('rebuildPerSecond')),
  },
  {
    what: 'the same on one machine, ten years',
    how: `events × 10 ÷ ${shown('embeddedRebuildPerSecond')}/s`,
    value: ({ eventsPerYear }) => hours((eventsPerYear * YEARS) / of('embeddedRebuildPerSecond')),
  },
];

/** As Prettier leaves a table whose columns are not padded. */
const table = (headings: readonly string[], rows: readonly (readonly string[])[]): string =>
  [headings, headings.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

const placesTable = (lines: readonly Line[]): string =>
  table(
    ['', 'how', ...PLACES.map(({ name }) => name)],
    lines.map(({ what, how, value }) => [what, how, ...PLACES.map(value)]),
  );

/** The tables of the document by the names that stand in its markers. */
export const capacityTables = (): Readonly<Record<string, string>> => ({
  inputs: table(
    ['figure', 'what', 'kind', 'from'],
    Object.values<Input>(INPUTS).map(({ value, unit, what, kind, from }) => [
      `${value.toLocaleString('en-US')} ${unit}`.trim(),
      what,
      kind,
      from,
    ]),
  ),
  places: table(
    ['', 'members', 'events a year', 'peak, events/s'],
    PLACES.map(({ name, members, eventsPerYear, peak }) => [
      name,
      ...[members, eventsPerYear, peak].map((n) => n.toLocaleString('en-US')),
    ]),
  ),
  storage: placesTable(STORAGE),
  rates: placesTable(RATES),
});

const MARKED = /<!-- table: (\w+) -->[^]*?<!-- end -->/g;

/** The document with every marked table as computed. Throws on an unknown name. */
export function withTables(text: string): string {
  const tables = capacityTables();
  return text.replace(MARKED, (_, name: string) => {
    const computed = tables[name];
    if (computed === undefined) throw new Error(`no table ${name}`);
    return `<!-- table: ${name} -->\n\n${computed}\n\n<!-- end -->`;
  });
}
