import { type Bilingual, type Language, termText, TERMS } from '#libs/platform';

/** The word for a code; where one word does not fit all workflows, the workflow has its own. */
export const termOf = (
  kind: string,
  code: string,
  language: Language,
  workflow?: string,
): string => {
  const own = workflow === undefined ? undefined : TERMS[kind]?.[`${workflow}.${code}`];
  return (own ?? termText(kind, code))[language];
};

/** Whether the code has a word at all. */
export const hasTerm = (kind: string, code: string, workflow: string): boolean =>
  (TERMS[kind]?.[`${workflow}.${code}`] ?? TERMS[kind]?.[code]) !== undefined;

/** The same word at the beginning of a line. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A sentence with `{name}` filled in. */
export const say = (
  text: Bilingual,
  language: Language,
  values: Readonly<Record<string, string | number>> = {},
): string => text[language].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
