/** One figure the model starts from. */
export interface Input {
  readonly value: number;
  readonly unit: string;
  readonly what: string;
  /**
   * `measured`: on two processors, by whom `from` names; `given`: by the domain or by a setting;
   * `assumed`: not measured here, `from` says after what.
   */
  readonly kind: 'measured' | 'given' | 'assumed';
  readonly from: string;
}

const input = (
  kind: Input['kind'],
  value: number,
  unit: string,
  what: string,
  from: string,
): Input => ({ kind, value, unit, what, from });

const DEMO = 'data folder of the five demo organisations, 431,106 events';
const BENCH = '`npm run bench -- --only cluster`, the double';

/** Everything the tables of docs/operating/capacity.md are computed from. */
export const INPUTS = {
  contentBytes: input(
    'measured',
    804,
    'bytes',
    'an event: envelope 475, data 243, sealed 86',
    DEMO,
  ),
  sqliteBytes: input('measured', 1_017, 'bytes', 'an event in `events.db`, indexes included', DEMO),
  logEnvelopeBytes: input(
    'measured',
    104,
    'bytes',
    'what the log over gRPC adds in the metadata: schema version, time, content hash, names',
    BENCH,
  ),
  logFrameBytes: input(
    'assumed',
    200,
    'bytes',
    "the server's own record around it: stream, type, ids, positions, lengths",
    'stream names of 25 and types of 22 characters; framing after its documentation',
  ),
  logIndexBytes: input(
    'assumed',
    24,
    'bytes',
    'an entry of its index on disk',
    'its documentation',
  ),
  viewTableBytes: input('measured', 307, 'bytes', 'rows of all views, for each event', DEMO),
  viewIndexBytes: input('measured', 128, 'bytes', 'their indexes, for each event', DEMO),
  sqliteViewBytes: input('measured', 286, 'bytes', '`views.db`, for each event', DEMO),
  commandMicros: input(
    'measured',
    1_500,
    'µs',
    'processor time of an api process for the form, streams not in memory (1,111 to 1,843)',
    BENCH,
  ),
  httpMicros: input(
    'measured',
    280,
    'µs',
    'the HTTP request around it, embedded command included',
    '`http-draft`: 3,663/s by one process',
  ),
  workerMicros: input(
    'measured',
    550,
    'µs',
    'processor time of projectors for an event as it comes: all views, reactors, timers',
    'a trial of 1,000 endorsements, 16 under way, one projector',
  ),
  databaseMicros: input('measured', 260, 'µs', 'of PostgreSQL, for the same', 'the same trial'),
  readMicros: input(
    'measured',
    24,
    'µs',
    'of a process that reads and parses an event over gRPC, whatever it does with it',
    '`cluster-read`',
  ),
  rebuildPerSecond: input(
    'measured',
    8_670,
    'events/s',
    'all views built from the log, one projector, in the calmest run',
    '`cluster-rebuild`',
  ),
  embeddedRebuildPerSecond: input(
    'measured',
    61_000,
    'events/s',
    'the same on a data folder',
    '`rebuild`',
  ),
  replication: input('given', 3, '', 'copies of the log: nodes of its cluster', 'cluster.yml'),
  projectors: input('given', 2, '', 'projectors at least: one may die', 'cluster.yml'),
  apis: input('given', 2, '', 'api processes at least', 'cluster.yml'),
  projectorConnections: input(
    'given',
    18,
    '',
    'connections of a projector to PostgreSQL, at most',
    'writing 3, reading 10, leases 4, listening 1',
  ),
  apiConnections: input('given', 20, '', 'of an api process, at most', '`GUONG_VIEWS_POOL` + 10'),
  liveBatchesPerSecond: input(
    'given',
    250,
    '/s',
    'commits of a projector at most: it pauses 4 ms between live batches',
    '`live-pass.ts`',
  ),
  heaviestShare: input(
    'measured',
    0.27,
    '',
    'part of the work of all views that the heaviest is, `inbox`; one process keeps it',
    'weights of `apps/projector`',
  ),
  busy: input('assumed', 0.5, '', 'how busy a processor may be at the peak', 'rule of thumb'),
  copyBytesPerSecond: input(
    'assumed',
    100_000_000,
    'bytes/s',
    'what copies a backup away',
    'a disk or network of 1 Gbit/s',
  ),
} as const satisfies Record<string, Input>;

/** Somebody who would run it. */
export interface Place {
  readonly name: string;
  readonly members: number;
  readonly eventsPerYear: number;
  /** Events a second in the busiest hours. */
  readonly peak: number;
}

/** From the domain: 45 events a member and year; on a meeting day all attendances in 3 hours. */
export const PLACES: readonly Place[] = [
  { name: 'province', members: 90_000, eventsPerYear: 4_000_000, peak: 9 },
  { name: 'big city', members: 366_000, eventsPerYear: 16_500_000, peak: 34 },
  { name: 'nation', members: 5_600_000, eventsPerYear: 250_000_000, peak: 520 },
  { name: 'ten nations', members: 56_000_000, eventsPerYear: 2_500_000_000, peak: 5_200 },
];
