import type { Bilingual } from './bilingual.js';
import { CRITICISM_STATES } from './criticism-terms.js';
import { INSPECTION_STATES } from './inspection-terms.js';
import { MEETING_STATES } from './meeting-terms.js';

/** States of every workflow; `workflow.state` where one word does not fit all. */
export const STATES: Readonly<Record<string, Bilingual>> = {
  ...CRITICISM_STATES,
  ...INSPECTION_STATES,
  ...MEETING_STATES,
  none: { vi: 'chưa có', en: 'not begun' },
  open: { vi: 'đang hoạt động', en: 'open' },
  active: { vi: 'đang sinh hoạt', en: 'active' },
  ended: { vi: 'đã kết thúc', en: 'ended' },
  draft: { vi: 'bản nháp', en: 'draft' },
  submitted: { vi: 'đã nộp', en: 'submitted' },
  returned: { vi: 'đã trả lại', en: 'returned' },
  endorsed: { vi: 'đã xác nhận', en: 'endorsed' },
  published: { vi: 'đã công khai', en: 'published' },
  in_force: { vi: 'đang thực hiện', en: 'in force' },
  assessed: { vi: 'đã đánh giá', en: 'assessed' },
  issued: { vi: 'đã ban hành', en: 'issued' },
  consulted: { vi: 'đã lấy ý kiến', en: 'consulted on' },
  closed: { vi: 'đã khép lại', en: 'closed' },
};
