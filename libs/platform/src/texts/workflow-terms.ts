import type { Bilingual } from './bilingual.js';

/** The workflows by name. */
export const WORKFLOW_TERMS: Readonly<Record<string, Bilingual>> = {
  organisation: { vi: 'đơn vị', en: 'unit' },
  membership: { vi: 'đảng viên', en: 'member' },
  programme: { vi: 'chương trình, kế hoạch', en: 'programme or plan' },
  registration: { vi: 'đăng ký học tập và làm theo', en: 'registration' },
  review: { vi: 'nhận xét định kỳ', en: 'periodic review' },
  meeting: { vi: 'sinh hoạt chi bộ', en: 'cell meeting' },
  'criticism-session': { vi: 'kiểm điểm tự phê bình và phê bình', en: 'criticism session' },
  classification: { vi: 'đánh giá, xếp loại', en: 'classification' },
  commendation: { vi: 'khen thưởng', en: 'commendation' },
  'access-log': { vi: 'nhật ký xem hồ sơ', en: 'access log' },
  inspection: { vi: 'kiểm tra, giám sát', en: 'inspection' },
  transfer: { vi: 'chuyển sinh hoạt đảng', en: 'transfer' },
  contest: { vi: 'cuộc thi, hội thi', en: 'contest' },
  model: { vi: 'điển hình, mô hình', en: 'model' },
  'emulation-pact': { vi: 'giao ước thi đua', en: 'emulation pact' },
  'steering-committee': { vi: 'ban chỉ đạo', en: 'steering committee' },
  delegation: { vi: 'ủy quyền', en: 'delegation' },
  'rating-list': { vi: 'danh sách xếp loại', en: 'rating list' },
  'achievement-record': { vi: 'sổ thành tích', en: 'achievement record' },
};
