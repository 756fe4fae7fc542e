import type { Level, MemberStatus } from '#libs/workflows';
import { fold } from './vietnamese-text.js';

/** What people write for a level. A bare `thành phố` is left out: it may be of either level. */
const LEVEL_WORDS: Readonly<Record<Level, readonly string[]>> = {
  centre: ['trung uong', 'centre', 'center', 'central'],
  province: [
    ...['tinh', 'tinh uy', 'dang bo tinh', 'thanh uy', 'thanh pho truc thuoc trung uong'],
    ...[
      'thanh pho truc thuoc tw',
      'dang bo thanh pho truc thuoc trung uong',
      'cap tinh',
      'province',
    ],
  ],
  sector: ['nganh', 'so', 'dang bo nganh', 'sector'],
  bloc: ['khoi', 'dang bo khoi', 'dang uy khoi', 'bloc'],
  district: [
    ...[
      'huyen',
      'quan',
      'thi xa',
      'huyen uy',
      'quan uy',
      'thi uy',
      'dang bo huyen',
      'dang bo quan',
    ],
    ...['thanh pho thuoc tinh', 'thanh pho truc thuoc tinh', 'cap huyen', 'district'],
  ],
  ward: [
    ...['xa', 'phuong', 'thi tran', 'dac khu', 'dang bo xa', 'dang bo phuong', 'dang bo thi tran'],
    ...['dang uy xa', 'dang uy phuong', 'cap xa', 'ward', 'commune'],
  ],
  organ: ['co quan', 'dang bo co quan', 'organ', 'agency'],
  base: [
    ...[
      'co so',
      'to chuc co so dang',
      'tccsd',
      'dang bo co so',
      'dang uy co so',
      'dang bo bo phan',
    ],
    ...['base'],
  ],
  cell: ['chi bo', 'chi bo truc thuoc', 'chi bo co so', 'cell'],
};

const STATUS_WORDS: Readonly<Record<MemberStatus, readonly string[]>> = {
  official: ['chinh thuc', 'dang vien chinh thuc', 'dvct', 'ct', 'official'],
  probationary: ['du bi', 'dang vien du bi', 'dvdb', 'db', 'probationary'],
};

const SPELLINGS = 500;

const lookUp = <Word extends string>(
  words: Readonly<Record<Word, readonly string[]>>,
): ((text: string) => Word | undefined) => {
  const byWord = new Map<string, Word>();
  for (const [word, texts] of Object.entries(words) as [Word, readonly string[]][])
    for (const text of texts) byWord.set(text, word);
  // A file repeats the same few spellings in every row.
  const seen = new Map<string, Word | undefined>();
  return (text) => {
    if (seen.has(text)) return seen.get(text);
    const word = byWord.get(fold(text));
    if (seen.size < SPELLINGS) seen.set(text, word);
    return word;
  };
};

/** The level the text names, or `undefined`. */
export const levelOf = lookUp(LEVEL_WORDS);
/** The standing the text names, or `undefined`. */
export const statusOf = lookUp(STATUS_WORDS);
