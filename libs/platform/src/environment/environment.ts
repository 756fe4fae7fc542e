import type { Bilingual } from '../texts/bilingual.js';

/** A setting that cannot be used; the message is one line, in both languages. */
export class SettingError extends Error {
  constructor(
    readonly setting: string,
    readonly text: Bilingual,
  ) {
    super(text.en);
    this.name = 'SettingError';
  }
}

/** Environment variables, as an app's `config.ts` passes them in. An empty one counts as absent. */
export type Variables = Readonly<Record<string, string | undefined>>;

const valueOf = (variables: Variables, name: string): string | undefined => {
  const value = variables[name]?.trim();
  return value === '' ? undefined : value;
};

/** A text, or the default. */
export const textSetting = (variables: Variables, name: string, otherwise: string): string =>
  valueOf(variables, name) ?? otherwise;

/** A whole number within limits (inclusive), or the default. Throws SettingError. */
export function numberSetting(
  variables: Variables,
  name: string,
  otherwise: number,
  limits: { readonly min: number; readonly max: number },
): number {
  const value = valueOf(variables, name);
  if (value === undefined) return otherwise;
  const number = /^\d{1,12}$/.test(value) ? Number(value) : Number.NaN;
  if (number >= limits.min && number <= limits.max) return number;
  throw new SettingError(name, {
    vi: `${name}: cần một số nguyên từ ${limits.min} đến ${limits.max}, không phải "${value}"`,
    en: `${name}: a whole number from ${limits.min} to ${limits.max} is needed, not "${value}"`,
  });
}

/** One of the choices, or the default. Throws SettingError. */
export function choiceSetting<const Choice extends string>(
  variables: Variables,
  name: string,
  choices: readonly Choice[],
  otherwise: Choice,
): Choice {
  const value = valueOf(variables, name);
  if (value === undefined) return otherwise;
  const chosen = choices.find((choice) => choice === value);
  if (chosen !== undefined) return chosen;
  throw new SettingError(name, {
    vi: `${name}: chọn một trong ${choices.join(', ')}, không phải "${value}"`,
    en: `${name}: one of ${choices.join(', ')} is needed, not "${value}"`,
  });
}
