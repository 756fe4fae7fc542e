import type { Reason } from '#libs/kernel';
import type { Bilingual, Language } from './bilingual.js';
import { LANGUAGES } from './bilingual.js';
import { REFUSAL_TEXTS } from './refusal-texts.js';
import { TERMS } from './term-texts.js';

/** A reason as the edge answers it: the code for programs, the text for people. */
export interface TranslatedReason extends Reason {
  readonly text: Bilingual;
}

const UNKNOWN: Bilingual = {
  vi: 'Không thực hiện được ({code}).',
  en: 'This cannot be done ({code}).',
};

/** Fills `{name}` from the parameters; a value that has a term of its own is translated too. */
const filled = (pattern: string, reason: Reason, language: Language): string =>
  pattern.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    if (name === 'code') return reason.code;
    if (name === 'path') return reason.path ?? '';
    const value = reason.params?.[name];
    if (value === undefined) return whole;
    return TERMS[name]?.[String(value)]?.[language] ?? String(value);
  });

/** The sentence a person reads for a reason. */
export const reasonText = (reason: Reason, language: Language): string =>
  filled((REFUSAL_TEXTS[reason.code] ?? UNKNOWN)[language], reason, language);

/** The reason with its sentence in every language. */
export const translated = (reason: Reason): TranslatedReason => ({
  ...reason,
  text: Object.fromEntries(
    LANGUAGES.map((language) => [language, reasonText(reason, language)]),
  ) as Bilingual,
});

/** The word for a value such as an area or an office; the value itself if there is none. */
export const termText = (kind: string, value: string): Bilingual =>
  TERMS[kind]?.[value] ?? { vi: value, en: value };
