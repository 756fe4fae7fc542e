import type { Bilingual } from './bilingual.js';

/** Codes of commendation by kind. */
export const AWARD_TERMS: Readonly<Record<string, Readonly<Record<string, Bilingual>>>> = {
  track: {
    party: { vi: 'của Đảng', en: 'party' },
    state: { vi: 'của Nhà nước', en: 'state' },
  },
  form: {
    praise: { vi: 'biểu dương', en: 'praise' },
    certificate: { vi: 'giấy khen', en: 'certificate' },
    merit: { vi: 'bằng khen', en: 'certificate of merit' },
    badge: { vi: 'Huy hiệu Đảng', en: 'party badge' },
  },
  occasion: {
    year: { vi: 'hằng năm', en: 'of a year' },
    five_years: { vi: '5 năm liên tục', en: 'of five years in a row' },
    extraordinary: { vi: 'đột xuất', en: 'extraordinary' },
    thematic: { vi: 'theo chuyên đề', en: 'thematic' },
    contest: { vi: 'theo cuộc thi, phong trào', en: 'of a contest' },
  },
  ground: {
    dishonest: { vi: 'kê khai gian dối', en: 'dishonest claim' },
    false_information: { vi: 'cung cấp thông tin sai sự thật', en: 'false information' },
    procedure: { vi: 'thẩm định, đề nghị trái quy định', en: 'against the procedure' },
    later_violation: {
      vi: 'sau đó bị kết luận có vi phạm trong thời gian tính khen thưởng',
      en: 'violation in the period found later',
    },
  },
  procedure: {
    full: { vi: 'thủ tục đầy đủ', en: 'full' },
    simplified: { vi: 'thủ tục đơn giản', en: 'simplified' },
  },
};
