import type { Bilingual } from './bilingual.js';

/** Sentences for refusals of periodic reviews and of transfers. */
export const REVIEW_REFUSALS: Readonly<Record<string, Bilingual>> = {
  // the pace of a unit
  CADENCE_OVERTAKEN: {
    vi: 'Đơn vị đã chọn kỳ nhận xét từ năm {fromYear}; không chọn lại cho các năm trước đó.',
    en: 'The unit chose its cadence from {fromYear} on; years before cannot be chosen again.',
  },
  SAME_CADENCE: {
    vi: 'Đơn vị đang nhận xét theo kỳ này rồi.',
    en: 'The unit follows this cadence already.',
  },
  // reviews
  REGISTRATION_NOT_IN_FORCE: {
    vi: 'Bản đăng ký năm {year} chưa được chi bộ xác nhận.',
    en: 'The registration of {year} has not been endorsed.',
  },
  PERIOD_NOT_OF_CADENCE: {
    vi: 'Đơn vị này nhận xét {cadence}.',
    en: 'This unit reviews {cadence}.',
  },
  PERIOD_NOT_BEGUN: {
    vi: 'Kỳ này bắt đầu từ ngày {from}; chưa thể nhận xét.',
    en: 'This period begins on {from}; it cannot be reviewed yet.',
  },
  ALREADY_OPENED: { vi: 'Kỳ nhận xét này đã được mở.', en: 'This review is open already.' },
  UNIT_NOT_OF_MEMBER: {
    vi: 'Đảng viên không sinh hoạt ở đơn vị này và cũng không tính ở đó trong năm.',
    en: 'The member neither belongs to this unit nor counts there that year.',
  },
  DEED_MARK_MISSING: {
    vi: 'Việc «{key}» chưa được nhận xét.',
    en: 'Deed “{key}” has not been marked.',
  },
  DEED_UNKNOWN: {
    vi: 'Không có việc «{key}» trong bản đăng ký.',
    en: 'There is no deed “{key}” in the registration.',
  },
  DEED_MARK_TWICE: {
    vi: 'Việc «{key}» được ghi hai lần.',
    en: 'Deed “{key}” is marked twice.',
  },
  REMARK_TEXT_MISSING: {
    vi: 'Nhận xét chưa có lời.',
    en: 'The remark says nothing.',
  },
  MEETING_NOT_HELD: {
    vi: 'Chưa có buổi sinh hoạt này của chi bộ, hoặc buổi đó chưa kết thúc.',
    en: 'The unit has held no such meeting.',
  },
  CORRECTION_NOT_UPHELD: {
    vi: 'Chỉ sửa mức nhận xét khi chấp nhận ý kiến của đảng viên.',
    en: 'Marks are corrected only where the dispute is upheld.',
  },
  GRACE_NOT_OVER: {
    vi: 'Còn hạn nhận xét đến hết ngày {due}.',
    en: 'The remark is in time until the end of {due}.',
  },
  // transfers
  STAY_END_MISSING: {
    vi: 'Chuyển sinh hoạt tạm thời phải có ngày kết thúc.',
    en: 'A temporary stay needs a last day.',
  },
  STAY_NOT_TEMPORARY: {
    vi: 'Chuyển sinh hoạt chính thức không có ngày kết thúc.',
    en: 'A transfer for good has no last day.',
  },
  STAY_TOO_SHORT: {
    vi: 'Sinh hoạt tạm thời phải từ {min} tháng trở lên.',
    en: 'A temporary stay lasts at least {min} months.',
  },
  STAY_TOO_LONG: {
    vi: 'Sinh hoạt tạm thời lần này không quá {max} tháng.',
    en: 'This temporary stay may last at most {max} months.',
  },
  SENDER_REVIEW_MISSING: {
    vi: 'Chi bộ nơi chuyển phải họp nhận xét trước khi giới thiệu.',
    en: 'The sending cell must review the member before the letter is issued.',
  },
  FILE_NOT_SEALED: {
    vi: 'Hồ sơ đảng viên chưa được niêm phong.',
    en: 'The member’s file has not been sealed.',
  },
  NOT_OVERDUE: {
    vi: 'Còn hạn đến hết ngày {due}.',
    en: 'There is time until the end of {due}.',
  },
  OVERDUE_RECORDED: {
    vi: 'Việc quá hạn này đã được ghi nhận.',
    en: 'That this is overdue has been recorded.',
  },
  OVERDUE_UNKNOWN: {
    vi: 'Bước này không quá hạn.',
    en: 'This step is not overdue.',
  },
  ALREADY_EXPLAINED: {
    vi: 'Việc quá hạn này đã được giải trình.',
    en: 'This delay has been explained.',
  },
};
