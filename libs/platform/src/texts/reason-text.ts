import type { Reason } from '#libs/kernel';
import type { Bilingual, Language } from './bilingual.js';
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

/** A sentence cut into its fixed texts (even places) and the names of what goes between (odd). */
const parts = new Map<string, readonly string[]>();
const partsOf = (pattern: string): readonly string[] => {
  let cut = parts.get(pattern);
  if (cut === undefined) {
    cut = pattern.split(/\{(\w+)\}/);
    parts.set(pattern, cut);
  }
  return cut;
};

/** What stands for a name: a parameter, in words of the language where it has a term of its own. */
const valueOf = (name: string, reason: Reason, language: Language): string => {
  if (name === 'code') return reason.code;
  if (name === 'path') return reason.path ?? '';
  const value = reason.params?.[name];
  if (value === undefined) return `{${name}}`;
  return TERMS[name]?.[String(value)]?.[language] ?? String(value);
};

const filled = (pattern: string, reason: Reason, language: Language): string => {
  let text = '';
  partsOf(pattern).forEach((part, index) => {
    text += index % 2 === 0 ? part : valueOf(part, reason, language);
  });
  return text;
};

/** The sentence a person reads for a reason. */
export const reasonText = (reason: Reason, language: Language): string =>
  filled((REFUSAL_TEXTS[reason.code] ?? UNKNOWN)[language], reason, language);

/** The reason with its sentence in every language. */
export const translated = (reason: Reason): TranslatedReason => ({
  ...reason,
  text: { vi: reasonText(reason, 'vi'), en: reasonText(reason, 'en') },
});

/** The word for a value such as an area or an office; the value itself if there is none. */
export const termText = (kind: string, value: string): Bilingual =>
  TERMS[kind]?.[value] ?? { vi: value, en: value };
