import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import {
  type ClusterSettings,
  clusterSettings,
  numberSetting,
  type ProcessSettings,
  processSettings,
  proxySetting,
  type TelemetrySettings,
  telemetrySettings,
  textSetting,
  type Variables,
} from '#libs/platform';

const DAY_SECONDS = 86_400;
const HOUR_MS = 3_600_000;

/** Everything that can be set from outside, parsed once. */
export interface Config extends ProcessSettings {
  /** Data folder, absolute; of no meaning in a cluster. */
  readonly folder: string;
  /** The log and the database that several processes share; `undefined`: all in the folder. */
  readonly cluster: ClusterSettings | undefined;
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  readonly tokenSeconds: number;
  /** Proxies whose word counts about where a request comes from. */
  readonly trustProxy: readonly string[];
  /** How long a connection that nobody uses stays open. */
  readonly keepAliveMs: number;
  /** How long the server says that it is going before it stops listening. */
  readonly shutdownDelayMs: number;
  /** How long requests under way may take afterwards. */
  readonly shutdownMs: number;
  /** Where traces go; `undefined`: nothing is traced. */
  readonly telemetry: TelemetrySettings | undefined;
  /** The built pages, or `undefined` if there are none. */
  readonly webFolder: string | undefined;
}

/** Reads the settings. Throws SettingError. */
export function readConfig(variables: Variables = process.env): Config {
  return {
    ...processSettings(variables),
    folder: resolve(textSetting(variables, 'GUONG_DATA', './data')),
    cluster: clusterSettings(variables),
    host: textSetting(variables, 'HOST', '127.0.0.1'),
    port: numberSetting(variables, 'PORT', 3000, { min: 0, max: 65_535 }),
    tokenSeconds: numberSetting(variables, 'GUONG_TOKEN_TTL', 8 * 3600, {
      min: 60,
      max: 30 * DAY_SECONDS,
    }),
    trustProxy: proxySetting(variables, 'GUONG_TRUST_PROXY'),
    keepAliveMs: numberSetting(variables, 'GUONG_KEEP_ALIVE_MS', 72_000, {
      min: 1_000,
      max: HOUR_MS,
    }),
    shutdownDelayMs: numberSetting(variables, 'GUONG_SHUTDOWN_DELAY_MS', 0, {
      min: 0,
      max: HOUR_MS,
    }),
    shutdownMs: numberSetting(variables, 'GUONG_SHUTDOWN_MS', 10_000, { min: 100, max: HOUR_MS }),
    telemetry: telemetrySettings(variables, 'guong-api'),
    webFolder: builtPages(),
  };
}

/** `apps/web/dist` of the folder that holds package.json, from the sources and from the build. */
export function builtPages(): string | undefined {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    if (!existsSync(join(folder, 'package.json'))) continue;
    const pages = join(folder, 'apps/web/dist');
    return existsSync(join(pages, 'index.html')) ? pages : undefined;
  }
  return undefined;
}
