import type { Bilingual } from './bilingual.js';

/** Faults that rules find in the record, and that an inspection may raise. */
export const FINDING_TERMS: Readonly<Record<string, Bilingual>> = {
  PLAN_MISSING: { vi: 'chưa ban hành kế hoạch', en: 'plan missing' },
  PLAN_LATE: { vi: 'kế hoạch ban hành chậm', en: 'plan issued late' },
  PLAN_GENERIC: { vi: 'nội dung đăng ký chung chung', en: 'deeds not specific' },
  NO_BREAKTHROUGH: { vi: 'chưa xác định khâu đột phá', en: 'no breakthrough point' },
  NOT_IN_MONTHLY_MEETING: {
    vi: 'chưa đưa nội dung đăng ký vào sinh hoạt hằng tháng',
    en: 'registered content not in the monthly meeting',
  },
  NO_MEASURE: { vi: 'việc đăng ký không có biện pháp', en: 'a deed without a measure' },
  REG_MISSING: { vi: 'chưa đăng ký', en: 'registration missing' },
  DEEDS_LT_MIN: { vi: 'đăng ký thiếu số việc', en: 'too few deeds' },
  NO_MONTHLY_REVIEW: { vi: 'không nhận xét định kỳ', en: 'periodic review missed' },
  BATCH_BACKFILL: { vi: 'ghi bù nhiều kỳ một lúc', en: 'many periods filled in at once' },
  COPY_PASTE: { vi: 'sao chép nội dung', en: 'copied text' },
  PROMPT_UNANSWERED: { vi: 'chưa giải trình gợi ý kiểm điểm', en: 'prompt left unanswered' },
  REMEDY_OVERDUE: { vi: 'khắc phục quá hạn', en: 'remedy overdue' },
  CAP_EXCEEDED: { vi: 'vượt tỷ lệ xuất sắc', en: 'cap on the best exceeded' },
  NO_TALLY: { vi: 'không có biên bản kiểm phiếu', en: 'no count of ballots' },
  NO_NOTICE: { vi: 'không thông báo kết quả xếp loại', en: 'no notice of the rating' },
  MEETING_SHORT: { vi: 'buổi sinh hoạt quá ngắn', en: 'meeting too short' },
  ATTENDANCE_LOW: { vi: 'tỷ lệ dự sinh hoạt thấp', en: 'attendance too low' },
  AWARD_BASIS_MISSING: { vi: 'khen thưởng thiếu căn cứ', en: 'award without its basis' },
};
