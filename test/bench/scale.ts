import type { Row } from './row.js';

/** How much is done over log and database of a cluster. */
export interface ClusterScale {
  readonly rounds: number;
  readonly singles: number;
  readonly atOnce: number;
  /** Events in the log that is read and rebuilt. */
  readonly log: number;
  /** Rebuilds by one worker and by two, in turns. */
  readonly rebuilds: number;
  readonly visibleSeconds: number;
  readonly leaseSeconds: number;
}

/** How much of everything a run does. */
export interface Scale {
  readonly rounds: number;
  /** Commands a round: one at a time, and with 64 under way. */
  readonly singles: number;
  readonly atOnce: number;
  /** Events in the log that is read and rebuilt. */
  readonly log: number;
  readonly visibleSeconds: number;
  readonly httpCommands: number;
  /** Clocks that run out in the same minute. */
  readonly timers: number;
  readonly growthRounds: number;
  /** Events in the logs that growth is measured on; the last is the one dashboards read. */
  readonly growth: readonly number[];
  readonly cluster: ClusterScale;
}

export const SCALES = {
  quick: {
    rounds: 3,
    singles: 400,
    atOnce: 2_000,
    log: 30_000,
    visibleSeconds: 2,
    httpCommands: 4_000,
    timers: 10_000,
    growthRounds: 2,
    growth: [10_000, 40_000],
    cluster: {
      rounds: 1,
      singles: 100,
      atOnce: 400,
      log: 10_000,
      rebuilds: 1,
      visibleSeconds: 3,
      leaseSeconds: 2,
    },
  },
  usual: {
    rounds: 5,
    singles: 1_500,
    atOnce: 8_000,
    log: 300_000,
    visibleSeconds: 12,
    httpCommands: 25_000,
    timers: 100_000,
    growthRounds: 3,
    growth: [10_000, 100_000, 1_000_000],
    cluster: {
      rounds: 2,
      singles: 150,
      atOnce: 1_000,
      log: 40_000,
      rebuilds: 1,
      visibleSeconds: 8,
      leaseSeconds: 5,
    },
  },
  full: {
    rounds: 5,
    singles: 3_000,
    atOnce: 20_000,
    log: 1_000_000,
    visibleSeconds: 30,
    httpCommands: 60_000,
    timers: 100_000,
    growthRounds: 1,
    growth: [10_000, 100_000, 1_000_000, 5_000_000],
    cluster: {
      rounds: 5,
      singles: 1_000,
      atOnce: 5_000,
      log: 200_000,
      rebuilds: 3,
      visibleSeconds: 20,
      leaseSeconds: 10,
    },
  },
} as const satisfies Record<string, Scale>;
export type ScaleName = keyof typeof SCALES;

/** One part of a run: takes an empty folder, gives its rows. */
export type Section = (folder: string, scale: Scale) => Promise<readonly Row[]>;
