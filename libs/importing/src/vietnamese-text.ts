const CLEAN_ASCII = /^[!-~]*(?: [!-~]+)*$/;

/** NFC, one space between words, none around; invisible characters of office programs removed. */
export const tidy = (text: string): string => {
  if (CLEAN_ASCII.test(text)) return text;
  return text
    .normalize('NFC')
    .replace(/[\u200B-\u200D\u2060\uFEFF]/g, '')
    .replace(/[\s\u00A0]+/g, ' ')
    .trim();
};

/** Lower case without diacritics, words of letters and digits: `Họ và tên:` gives `ho va ten`. */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
