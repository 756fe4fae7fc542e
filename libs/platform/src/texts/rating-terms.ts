import type { Bilingual } from './bilingual.js';

/** Ratings of members and units. */
export const RATING_TERMS: Readonly<Record<string, Bilingual>> = {
  excellent: { vi: 'hoàn thành xuất sắc nhiệm vụ', en: 'excellent' },
  good: { vi: 'hoàn thành tốt nhiệm vụ', en: 'good' },
  completed: { vi: 'hoàn thành nhiệm vụ', en: 'completed' },
  not_completed: { vi: 'không hoàn thành nhiệm vụ', en: 'not completed' },
};

/** Why there is no rating. */
export const NOT_RATED_TERMS: Readonly<Record<string, Bilingual>> = {
  new_member: { vi: 'mới kết nạp, chưa đủ thời gian', en: 'too new' },
  long_illness: { vi: 'ốm đau dài ngày', en: 'long illness' },
  long_absence: { vi: 'vắng mặt dài ngày', en: 'long absence' },
  under_investigation: { vi: 'đang bị điều tra, xem xét', en: 'under investigation' },
  deceased: { vi: 'đã từ trần', en: 'deceased' },
  left: { vi: 'không còn sinh hoạt', en: 'left' },
  unit_closed: { vi: 'đơn vị đã kết thúc hoạt động', en: 'unit closed' },
  no_self_review: { vi: 'không tự kiểm điểm', en: 'no self-review' },
};

/** Why a rating differs from what was proposed or decided before. */
export const CHANGE_REASON_TERMS: Readonly<Record<string, Bilingual>> = {
  cap: { vi: 'vượt tỷ lệ', en: 'over the cap' },
  facts: { vi: 'có thêm căn cứ', en: 'further facts' },
  unit_rating: { vi: 'theo xếp loại của tập thể', en: 'the unit’s rating' },
  discipline: { vi: 'kỷ luật', en: 'discipline' },
  complaint: { vi: 'theo kết quả giải quyết khiếu nại', en: 'a complaint' },
  error: { vi: 'sai sót', en: 'an error' },
};
