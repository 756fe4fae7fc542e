import type { Bilingual } from './bilingual.js';
import { CRITICISM_DEADLINES } from './criticism-terms.js';
import { INSPECTION_DEADLINES } from './inspection-terms.js';
import { MEETING_DEADLINES } from './meeting-terms.js';

/** Deadlines; `workflow.deadline` where one word does not fit all. */
export const DEADLINES: Readonly<Record<string, Bilingual>> = {
  ...CRITICISM_DEADLINES,
  ...INSPECTION_DEADLINES,
  ...MEETING_DEADLINES,
  task: { vi: 'thực hiện nhiệm vụ', en: 'task of a plan' },
  endorsement: { vi: 'chi bộ xác nhận', en: 'endorsement by the cell' },
  correction: { vi: 'nộp lại bản đăng ký', en: 'correction of the form' },
};
