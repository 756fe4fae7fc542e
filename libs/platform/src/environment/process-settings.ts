import { LOG_LEVELS, type LogLevel } from '../logging/logger-options.js';
import { type Language, terminalLanguage } from '../texts/bilingual.js';
import { choiceSetting, textSetting, type Variables } from './environment.js';

/** What every program asks for. */
export interface ProcessSettings {
  /** Stricter, and its log is JSON. */
  readonly production: boolean;
  readonly logLevel: LogLevel;
  /** Language of the lines printed to the terminal. */
  readonly language: Language;
}

/** `GUONG_ENV`, `GUONG_LOG` and the terminal's language. Throws SettingError. */
export function processSettings(variables: Variables): ProcessSettings {
  const environments = ['development', 'production'] as const;
  const production =
    choiceSetting(variables, 'GUONG_ENV', environments, 'development') === 'production';
  return {
    production,
    logLevel: choiceSetting(variables, 'GUONG_LOG', LOG_LEVELS, production ? 'info' : 'warn'),
    language: terminalLanguage(textSetting(variables, 'LC_ALL', variables['LANG'] ?? '')),
  };
}
