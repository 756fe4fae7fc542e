import {
  choiceSetting,
  type Language,
  LOG_LEVELS,
  type LogLevel,
  numberSetting,
  SettingError,
  terminalLanguage,
  textSetting,
  type Variables,
} from '#libs/platform';

/** Everything that can be set from outside, parsed once. */
export interface Config {
  /** The log: EventStoreDB or KurrentDB, with user and password. */
  readonly eventsUrl: string;
  /** The database of views and leases: PostgreSQL, with user and password. */
  readonly viewsUrl: string;
  /** How long a lease lasts that nobody renews; a killed projector's work is idle that long. */
  readonly leaseMs: number;
  /** Where health and metrics are answered; nothing else is. */
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  readonly production: boolean;
  readonly logLevel: LogLevel;
  /** Language of the lines printed to the terminal. */
  readonly language: Language;
}

const LOG = { schemes: ['esdb:', 'esdb+discover:'], example: 'esdb://user:password@host:2113' };
const DATABASE = {
  schemes: ['postgres:', 'postgresql:'],
  example: 'postgres://user:password@host:5432/database',
};

/** Reads the settings. Throws SettingError. */
export function readConfig(variables: Variables = process.env): Config {
  const production =
    choiceSetting(variables, 'GUONG_ENV', ['development', 'production'], 'development') ===
    'production';
  return {
    eventsUrl: urlSetting(variables, 'GUONG_EVENTS_URL', LOG),
    viewsUrl: urlSetting(variables, 'GUONG_VIEWS_URL', DATABASE),
    leaseMs: numberSetting(variables, 'GUONG_LEASE_SECONDS', 10, { min: 2, max: 300 }) * 1000,
    host: textSetting(variables, 'HOST', '127.0.0.1'),
    port: numberSetting(variables, 'PORT', 3001, { min: 0, max: 65_535 }),
    production,
    logLevel: choiceSetting(variables, 'GUONG_LOG', LOG_LEVELS, production ? 'info' : 'warn'),
    language: terminalLanguage(textSetting(variables, 'LC_ALL', variables['LANG'] ?? '')),
  };
}

/**
 * An address with one of the schemes. Throws SettingError, which never says the value: it holds a
 * password, and what is said at the start ends up in logs.
 */
function urlSetting(
  variables: Variables,
  name: string,
  { schemes, example }: { readonly schemes: readonly string[]; readonly example: string },
): string {
  const value = textSetting(variables, name, '');
  if (schemes.some((scheme) => value.startsWith(`${scheme}//`) && value.length > scheme.length + 2))
    return value;
  const [vi, en] = value === '' ? ['chưa đặt', 'is not set'] : ['sai dạng', 'has another form'];
  throw new SettingError(name, {
    vi: `${name}: ${vi}; cần địa chỉ dạng ${example}`,
    en: `${name}: ${en}; an address like ${example} is needed`,
  });
}
