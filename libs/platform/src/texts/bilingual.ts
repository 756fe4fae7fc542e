/** The languages a person reads; Vietnamese is the first. */
export const LANGUAGES = ['vi', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** One text in every language. */
export type Bilingual = Readonly<Record<Language, string>>;

interface Preference {
  readonly tag: string;
  readonly weight: number;
}

const preferenceOf = (part: string): Preference => {
  const [tag = '', ...options] = part.trim().toLowerCase().split(';');
  const quality = options.map((option) => /^\s*q=([\d.]+)\s*$/.exec(option)?.[1]).find(Boolean);
  return { tag: tag.split('-')[0] ?? '', weight: quality === undefined ? 1 : Number(quality) };
};

/** The language an Accept-Language header asks for; Vietnamese when it asks for none of ours. */
export function languageOf(header: string | undefined): Language {
  if (header === undefined || header === '') return 'vi';
  const wanted = header
    .split(',', 16)
    .map(preferenceOf)
    .filter(({ weight }) => weight > 0)
    .sort((left, right) => right.weight - left.weight)
    .map(({ tag }) => LANGUAGES.find((language) => language === tag))
    .find((language) => language !== undefined);
  return wanted ?? 'vi';
}

/** The language of a terminal (`LC_ALL`, `LANG`): Vietnamese for `vi…`, English otherwise. */
export const terminalLanguage = (locale: string | undefined): Language =>
  locale?.toLowerCase().startsWith('vi') ? 'vi' : 'en';
