import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import {
  choiceSetting,
  type Language,
  LOG_LEVELS,
  type LogLevel,
  numberSetting,
  terminalLanguage,
  textSetting,
  type Variables,
} from '#libs/platform';

const DAY_SECONDS = 86_400;

/** Everything that can be set from outside, parsed once. */
export interface Config {
  /** Data folder, absolute. */
  readonly folder: string;
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  readonly production: boolean;
  readonly logLevel: LogLevel;
  readonly tokenSeconds: number;
  /** Language of the lines printed to the terminal. */
  readonly language: Language;
  /** The built pages, or `undefined` if there are none. */
  readonly webFolder: string | undefined;
}

/** Reads the settings. Throws SettingError. */
export function readConfig(variables: Variables = process.env): Config {
  const production =
    choiceSetting(variables, 'GUONG_ENV', ['development', 'production'], 'development') ===
    'production';
  return {
    folder: resolve(textSetting(variables, 'GUONG_DATA', './data')),
    host: textSetting(variables, 'HOST', '127.0.0.1'),
    port: numberSetting(variables, 'PORT', 3000, { min: 0, max: 65_535 }),
    production,
    logLevel: choiceSetting(variables, 'GUONG_LOG', LOG_LEVELS, production ? 'info' : 'warn'),
    tokenSeconds: numberSetting(variables, 'GUONG_TOKEN_TTL', 8 * 3600, {
      min: 60,
      max: 30 * DAY_SECONDS,
    }),
    language: terminalLanguage(textSetting(variables, 'LC_ALL', variables['LANG'] ?? '')),
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
