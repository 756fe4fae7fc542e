import type { Bilingual } from './bilingual.js';

/** Sentences for refusals about deadlines. */
export const DEADLINE_REFUSALS: Readonly<Record<string, Bilingual>> = {
  DEADLINE_NOT_RUNNING: {
    vi: 'Thời hạn này không còn được tính: việc đã xong, đang tạm dừng hoặc đã đổi ngày.',
    en: 'This deadline is not running: it was met, is suspended, or has another date by now.',
  },
  EXTENSION_NOT_LATER: {
    vi: 'Ngày gia hạn phải sau hạn hiện tại ({due}) và không được ở trong quá khứ.',
    en: 'The new date must be after the present one ({due}) and not in the past.',
  },
};
