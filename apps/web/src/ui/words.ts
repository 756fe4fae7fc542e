import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { termsQuery, type Terms } from '../api/terms.js';
import { wordsOf, type Texts, type Words } from './words-of.js';

export type { Words } from './words-of.js';

const textsOf = (
  terms: Terms | undefined,
  language: string,
  own: (key: string) => unknown,
): Texts => ({
  own: (key) => {
    const found = own(key);
    return typeof found === 'string' ? found : undefined;
  },
  term: (kind, code) => terms?.[kind]?.[code]?.[language.startsWith('vi') ? 'vi' : 'en'],
});

/** All texts, of the web and of the server, in the language on screen. */
export function useTexts(): Texts {
  const { i18n } = useTranslation();
  const { language } = i18n;
  const { data } = useQuery(termsQuery);
  return useMemo(
    () => textsOf(data, language, (key) => i18n.getResource(language, 'translation', key)),
    [data, language, i18n],
  );
}

/** The words of one workflow in the language on screen. */
export function useWords(workflow: string, command?: string): Words {
  const texts = useTexts();
  return useMemo(() => wordsOf(workflow, texts, command), [workflow, texts, command]);
}
