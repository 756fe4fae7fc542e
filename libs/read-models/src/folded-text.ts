/** Text without diacritics and case, for searching: `Đảng bộ` and `dang bo` become one. */
export const foldedText = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase().trim();
