import { resolve } from 'node:path';
import { numberSetting, SettingError, textSetting, type Variables } from './environment.js';
import { type UrlForm, urlSetting } from './url-setting.js';

const LOG: UrlForm = {
  schemes: ['esdb', 'esdb+discover'],
  example: 'esdb://user:password@host:2113',
  hosts: 'several',
};
const DATABASE: UrlForm = {
  schemes: ['postgres', 'postgresql'],
  example: 'postgres://user:password@host:5432/database',
};

/** Where the log and the views of several processes are. */
export interface ClusterSettings {
  /** The log: EventStoreDB or KurrentDB, with user and password. */
  readonly eventsUrl: string;
  /** The database of views, leases and accounts: PostgreSQL, with user and password. */
  readonly viewsUrl: string;
  /** Longest wait for an answer of the log, ms. */
  readonly eventsDeadlineMs: number;
  /** Longest wait for a connection and an answer of the database of accounts, ms. */
  readonly viewsDeadlineMs: number;
  /** Connections to PostgreSQL for the views, at most. */
  readonly viewsPoolSize: number;
  /** File of holidays, absolute, the same one for every process; `undefined`: the release's. */
  readonly holidays: string | undefined;
}

const DEADLINE = { min: 100, max: 120_000 };

/**
 * The settings of a cluster, the same for every program; `undefined` when none of the two addresses
 * is set: everything is in one data folder then. Throws SettingError, also for one without the
 * other.
 */
export function clusterSettings(variables: Variables): ClusterSettings | undefined {
  const eventsUrl = urlSetting(variables, 'GUONG_EVENTS_URL', LOG);
  const viewsUrl = urlSetting(variables, 'GUONG_VIEWS_URL', DATABASE);
  const holidays = textSetting(variables, 'GUONG_HOLIDAYS', '');
  const rest = {
    holidays: holidays === '' ? undefined : resolve(holidays),
    eventsDeadlineMs: numberSetting(variables, 'GUONG_EVENTS_DEADLINE_MS', 5_000, DEADLINE),
    viewsDeadlineMs: numberSetting(variables, 'GUONG_VIEWS_DEADLINE_MS', 5_000, DEADLINE),
    viewsPoolSize: numberSetting(variables, 'GUONG_VIEWS_POOL', 10, { min: 1, max: 500 }),
  };
  if (eventsUrl === undefined && viewsUrl === undefined) return undefined;
  if (eventsUrl === undefined) throw missing('GUONG_EVENTS_URL', 'GUONG_VIEWS_URL', LOG);
  if (viewsUrl === undefined) throw missing('GUONG_VIEWS_URL', 'GUONG_EVENTS_URL', DATABASE);
  return { eventsUrl, viewsUrl, ...rest };
}

/** As `clusterSettings`, for a program that runs in a cluster only. */
export function requiredClusterSettings(variables: Variables): ClusterSettings {
  const settings = clusterSettings(variables);
  if (settings === undefined) throw missing('GUONG_EVENTS_URL', undefined, LOG);
  return settings;
}

function missing(name: string, beside: string | undefined, { example }: UrlForm): SettingError {
  const [vi, en] =
    beside === undefined
      ? ['chưa đặt', 'is not set']
      : [`chưa đặt, trong khi có ${beside}`, `is not set although ${beside} is`];
  return new SettingError(name, {
    vi: `${name}: ${vi}; cần dạng ${example}`,
    en: `${name}: ${en}; the form ${example} is needed`,
  });
}
