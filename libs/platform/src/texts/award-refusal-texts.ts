import type { Bilingual } from './bilingual.js';

/** Sentences for refusals about commendation and the record of achievements. */
export const AWARD_REFUSALS: Readonly<Record<string, Bilingual>> = {
  // nomination
  DECIDING_UNIT_UNKNOWN: {
    vi: 'Không có cấp quyết định này, hoặc đã kết thúc hoạt động.',
    en: 'There is no such deciding unit, or it is closed.',
  },
  AWARD_UNKNOWN: {
    vi: 'Không có hình thức khen thưởng này cho đối tượng và dịp đó.',
    en: 'There is no such award for that subject and occasion.',
  },
  WRONG_LEVEL: {
    vi: 'Cấp này không có thẩm quyền quyết định hình thức khen thưởng đó.',
    en: 'This level has no right to decide on that award.',
  },
  PERIOD_ORDER: {
    vi: 'Năm đầu phải trước hoặc bằng năm cuối.',
    en: 'The first year must not be after the last.',
  },
  PERIOD_NOT_OVER: {
    vi: 'Chưa đến hết giai đoạn được khen thưởng.',
    en: 'The period honoured lies ahead.',
  },
  PERIOD_NOT_ONE_YEAR: {
    vi: 'Khen thưởng hằng năm chỉ tính cho một năm.',
    en: 'A yearly award is for one year.',
  },
  PERIOD_NOT_FIVE_YEARS: {
    vi: 'Khen thưởng 5 năm phải tính đủ năm năm liên tục.',
    en: 'An award of five years is for five years in a row.',
  },
  CONTEST_MISSING: { vi: 'Thiếu mã cuộc thi.', en: 'The contest is missing.' },
  BADGE_YEARS_UNKNOWN: {
    vi: 'Không có Huy hiệu Đảng cho số năm này.',
    en: 'There is no badge for that many years.',
  },
  SIMPLIFIED_NOT_ALLOWED: {
    vi: 'Hình thức này không áp dụng thủ tục đơn giản.',
    en: 'The simplified procedure is not open to this award.',
  },
  // eligibility
  RATING_MISSING: {
    vi: 'Năm {year} chưa có kết quả xếp loại.',
    en: 'There is no rating for {year}.',
  },
  RATING_NOT_FINAL: {
    vi: 'Kết quả xếp loại năm {year} chưa có hiệu lực cuối cùng.',
    en: 'The rating for {year} is not final.',
  },
  RATING_NOT_EXCELLENT: {
    vi: 'Năm {year} không hoàn thành xuất sắc nhiệm vụ.',
    en: 'The rating for {year} is not excellent.',
  },
  RATING_NOT_GOOD: {
    vi: 'Năm {year} không hoàn thành tốt nhiệm vụ trở lên.',
    en: 'The rating for {year} is not good or better.',
  },
  CLAIM_PENDING: {
    vi: 'Đề nghị chưa được ghi vào sổ thành tích; hãy thử lại sau giây lát.',
    en: 'The nomination is not in the record of achievements yet; try again in a moment.',
  },
  ACHIEVEMENT_TWICE: {
    vi: 'Thành tích này đã được đề nghị cùng hình thức ở hồ sơ «{awardId}».',
    en: 'The same achievement is honoured in the same form by “{awardId}”.',
  },
  TEMPLATE_MISMATCH: {
    vi: 'Mẫu báo cáo không đúng: cá nhân và tập thể có mẫu riêng.',
    en: 'Wrong template: individuals and collectives have their own.',
  },
  // decision
  NOT_QUALIFIED: {
    vi: 'Thẩm định kết luận không đủ điều kiện.',
    en: 'The appraisal found that it does not qualify.',
  },
  DISCIPLINE_PENDING: {
    vi: 'Đang xem xét kỷ luật hoặc tố cáo, chưa khen thưởng.',
    en: 'Discipline or a denunciation is pending.',
  },
  COUNCIL_OPTIONS: {
    vi: 'Phiếu của hội đồng chỉ có đồng ý và không đồng ý.',
    en: 'The council votes to approve or to reject, nothing else.',
  },
  COUNCIL_VOTE_MISSING: {
    vi: 'Hội đồng chưa bỏ phiếu.',
    en: 'The council has not voted.',
  },
  COUNCIL_NOT_APPROVED: {
    vi: 'Hội đồng không thông qua với tỷ lệ phiếu cần thiết.',
    en: 'The council did not approve with the share needed.',
  },
  BEFORE_DECISION: {
    vi: 'Ngày này trước ngày quyết định ({decided}).',
    en: 'This date is before the decision ({decided}).',
  },
  ALREADY_PUBLISHED: { vi: 'Đã công bố.', en: 'It has been published.' },
  NOT_PUBLISHED: { vi: 'Chưa công bố nên chưa trao.', en: 'It has not been published yet.' },
  ALREADY_PRESENTED: { vi: 'Đã trao.', en: 'It has been presented.' },
  GROUND_MISMATCH: {
    vi: 'Căn cứ thu hồi khác với căn cứ đã đề nghị.',
    en: 'The ground is not the one that was proposed.',
  },
  // record of achievements
  MERIT_TWICE: { vi: 'Việc tốt này đã có trong sổ.', en: 'This merit is on record already.' },
  CLAIM_TWICE: { vi: 'Đề nghị này đã có trong sổ.', en: 'This nomination is on record already.' },
  CLAIM_UNKNOWN: { vi: 'Trong sổ không có đề nghị này.', en: 'No such nomination is on record.' },
};
