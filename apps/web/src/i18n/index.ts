import i18n from 'i18next';
import { initReactI18next } from 'react-i18next';
import en from './en.json';
import vi from './vi.json';

const KEY = 'guong.language';
export const LANGUAGES = ['vi', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

type WorkflowWords = Record<Language, object>;

/** The words of each workflow stand in a file of its own, both languages side by side. */
const WORKFLOWS = import.meta.glob<WorkflowWords>('./workflows/*.json', {
  eager: true,
  import: 'default',
});

const workflowWords = (language: Language): Record<string, object> =>
  Object.fromEntries(
    Object.entries(WORKFLOWS).map(([file, words]) => [
      file.replace(/^.*\/|\.json$/g, ''),
      words[language],
    ]),
  );

const remembered = (): Language => (localStorage.getItem(KEY) === 'en' ? 'en' : 'vi');

export function startLanguages(): void {
  void i18n.use(initReactI18next).init({
    resources: {
      vi: { translation: { ...vi, workflow: workflowWords('vi') } },
      en: { translation: { ...en, workflow: workflowWords('en') } },
    },
    lng: remembered(),
    fallbackLng: 'vi',
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  document.documentElement.lang = i18n.language;
}

export function setLanguage(language: Language): void {
  localStorage.setItem(KEY, language);
  document.documentElement.lang = language;
  void i18n.changeLanguage(language);
}
