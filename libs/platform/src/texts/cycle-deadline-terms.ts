import type { Bilingual } from './bilingual.js';

/** Deadlines of the workflows of a year. */
export const CYCLE_DEADLINES: Readonly<Record<string, Bilingual>> = {
  remark: { vi: 'nhận xét trong kỳ', en: 'remark of the period' },
  lateRemark: { vi: 'nhận xét muộn', en: 'late remark' },
  acknowledgement: { vi: 'tiếp thu nhận xét', en: 'acknowledgement' },
  resolution: { vi: 'giải quyết ý kiến không đồng ý', en: 'resolution of the dispute' },
  minutes: { vi: 'thông qua biên bản', en: 'adoption of the minutes' },
  remedy: { vi: 'khắc phục hạn chế', en: 'remedy of a shortcoming' },
  notice: { vi: 'thông báo kết quả', en: 'notice' },
  complaint: { vi: 'giải quyết khiếu nại', en: 'decision on the complaint' },
  finalisation: { vi: 'hết thời gian khiếu nại', en: 'end of the time for complaints' },
  redecision: { vi: 'quyết định lại', en: 'new decision' },
  change: { vi: 'thay đổi mức xếp loại', en: 'change of the rating' },
  appraisal: { vi: 'thẩm định', en: 'appraisal' },
  publication: { vi: 'công bố khen thưởng', en: 'publication of the award' },
  revocation: { vi: 'xem xét thu hồi', en: 'decision on the revocation' },
  letter: { vi: 'cấp giấy giới thiệu', en: 'letter of introduction' },
  arrival: { vi: 'nộp giấy giới thiệu', en: 'presentation of the letter' },
  reception: { vi: 'tiếp nhận', en: 'reception' },
  explanation: { vi: 'giải trình việc quá hạn', en: 'explanation of the delay' },
  entries: { vi: 'nhận bài dự thi', en: 'entries' },
  judging: { vi: 'chấm thi', en: 'judging' },
  scoring: { vi: 'chấm điểm thi đua', en: 'scoring' },
};
