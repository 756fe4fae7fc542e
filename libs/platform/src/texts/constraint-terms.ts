import type { Bilingual } from './bilingual.js';

/** What is wrong with a field of an input. */
export const CONSTRAINTS: Readonly<Record<string, Bilingual>> = {
  isString: { vi: 'phải là văn bản', en: 'must be a text' },
  isBoolean: { vi: 'phải là đúng hoặc sai (true/false)', en: 'must be true or false' },
  isInt: { vi: 'phải là số nguyên', en: 'must be a whole number' },
  isNumber: { vi: 'phải là số', en: 'must be a number' },
  min: { vi: 'quá nhỏ', en: 'is too small' },
  max: { vi: 'quá lớn', en: 'is too large' },
  isArray: { vi: 'phải là danh sách', en: 'must be a list' },
  isObject: { vi: 'phải là một đối tượng', en: 'must be an object' },
  isIn: { vi: 'không nằm trong các giá trị cho phép', en: 'is not one of the allowed values' },
  isEnum: { vi: 'không nằm trong các giá trị cho phép', en: 'is not one of the allowed values' },
  matches: { vi: 'không đúng dạng quy định', en: 'does not have the required form' },
  isISO8601: { vi: 'phải là ngày có thật, dạng NNNN-TT-NG', en: 'must be a date YYYY-MM-DD' },
  isDateString: { vi: 'phải là ngày có thật, dạng NNNN-TT-NG', en: 'must be a date YYYY-MM-DD' },
  isLength: { vi: 'có độ dài không phù hợp', en: 'has an unsuitable length' },
  isNotEmpty: { vi: 'không được để trống', en: 'must not be empty' },
  minLength: { vi: 'quá ngắn', en: 'is too short' },
  maxLength: { vi: 'quá dài', en: 'is too long' },
  arrayMinSize: { vi: 'có quá ít mục', en: 'has too few entries' },
  arrayMaxSize: { vi: 'có quá nhiều mục', en: 'has too many entries' },
  arrayNotEmpty: { vi: 'cần ít nhất một mục', en: 'needs at least one entry' },
  arrayUnique: { vi: 'có mục trùng nhau', en: 'has entries twice' },
  nestedValidation: { vi: 'phải là một đối tượng', en: 'must be an object' },
  nesting: { vi: 'lồng nhau quá sâu', en: 'is nested too deeply' },
  isPosition: { vi: 'không phải là vị trí hợp lệ', en: 'is not a position' },
};
