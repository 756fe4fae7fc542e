import type { Bilingual } from './bilingual.js';

/** Sentences for refusals about ratings and the lists of deciding bodies. */
export const RATING_REFUSALS: Readonly<Record<string, Bilingual>> = {
  // the subject
  RATING_TOO_EARLY: {
    vi: 'Chưa đến năm {year}, chưa đánh giá, xếp loại được.',
    en: 'It is not {year} yet; nobody can be rated for it.',
  },
  NOT_RATED_THAT_YEAR: {
    vi: 'Năm {year} đảng viên này không thuộc diện đánh giá ở đơn vị nào.',
    en: 'This member does not count in any unit for {year}.',
  },
  UNIT_MISMATCH: {
    vi: 'Đơn vị nêu ra không phải nơi người hoặc tập thể này được tính.',
    en: 'The unit named is not the one where the subject counts.',
  },
  NOT_PARTICIPANT: {
    vi: 'Chỉ người có mặt tại hội nghị kiểm điểm mới được góp ý.',
    en: 'Only those who sat in the criticism session may comment.',
  },
  COMMENT_TWICE: { vi: 'Đã có góp ý mang mã này.', en: 'There is such a comment already.' },
  // the ballot
  BALLOT_OPTIONS: {
    vi: 'Phiếu xếp loại phải có đúng bốn mức.',
    en: 'The ballot must offer exactly the four ratings.',
  },
  TELLER_UNKNOWN: {
    vi: 'Người kiểm phiếu phải là người được bỏ phiếu.',
    en: 'A teller must be one of those who vote.',
  },
  TALLY_MISSING: {
    vi: 'Chưa có kết quả kiểm phiếu hợp lệ; chưa được đề nghị xếp loại.',
    en: 'There is no valid tally yet; nothing can be proposed.',
  },
  // the proposal
  SESSION_NOT_CONCLUDED: {
    vi: 'Hội nghị kiểm điểm của năm chưa kết luận.',
    en: 'The criticism session of the year is not concluded.',
  },
  MEMBERS_NOT_RATED: {
    vi: 'Tập thể được xếp loại sau: còn {missing} người chưa được đề nghị xếp loại.',
    en: 'The collective comes last: {missing} of its people have not been proposed yet.',
  },
  LIST_BELOW_NOT_DECIDED: {
    vi: 'Danh sách xếp loại của cấp dưới chưa được quyết định.',
    en: 'The list of what stands below is not decided yet.',
  },
  POINTS_MISSING: { vi: 'Thiếu điểm đánh giá.', en: 'The points are missing.' },
  POINTS_TOO_LOW: {
    vi: 'Mức này cần ít nhất {needed} điểm; mới có {score}.',
    en: 'This rating needs at least {needed} points; there are {score}.',
  },
  TASKS_IMPOSSIBLE: {
    vi: 'Số nhiệm vụ không khớp với tổng số.',
    en: 'The numbers of tasks do not fit their total.',
  },
  TASKS_NOT_DONE: {
    vi: 'Mức này cần hoàn thành {needed}% nhiệm vụ.',
    en: 'This rating needs {needed}% of the tasks done.',
  },
  TASKS_LATE: {
    vi: 'Mức này cần {needed}% nhiệm vụ đúng hạn.',
    en: 'This rating needs {needed}% of the tasks in time.',
  },
  TASKS_NOT_BEYOND: {
    vi: 'Mức này cần {needed}% nhiệm vụ vượt yêu cầu.',
    en: 'This rating needs {needed}% of the tasks beyond what was required.',
  },
  COMMITMENT_MISSING: {
    vi: 'Năm {year} không có bản đăng ký được xác nhận: không thể xuất sắc.',
    en: 'Without a registration endorsed in {year} nobody is rated excellent.',
  },
  SHORTCOMINGS_UNREMEDIED: {
    vi: 'Còn {open} trên {of} hạn chế năm trước chưa khắc phục: không thể xuất sắc.',
    en: 'Of {of} shortcomings of the year before {open} are not remedied: not excellent.',
  },
  DISCIPLINED: {
    vi: 'Đang bị kỷ luật thì không được xếp loại xuất sắc.',
    en: 'Whoever is under discipline is not rated excellent.',
  },
  REASON_MISSING: {
    vi: 'Khác với mức «{rating}» thì phải nêu lý do.',
    en: 'Another rating than “{rating}” needs a reason.',
  },
  EXCELLENT_NOT_PROPOSED: {
    vi: 'Không nâng lên xuất sắc khi chưa được đề nghị xuất sắc.',
    en: 'Nobody is raised to excellent without having been proposed as such.',
  },
  // after the decision
  NOTICE_BEFORE_DECISION: {
    vi: 'Không thể thông báo trước ngày quyết định ({decided}).',
    en: 'The notice cannot come before the decision ({decided}).',
  },
  COMPLAINT_WINDOW_OPEN: {
    vi: 'Còn thời hạn khiếu nại đến hết ngày {until}.',
    en: 'A complaint may still be filed until {until}.',
  },
  COMPLAINT_NOT_UPHELD: {
    vi: 'Khiếu nại không được chấp nhận nên không thay đổi mức xếp loại.',
    en: 'The complaint was not upheld, so the rating stays.',
  },
  SAME_RATING: { vi: 'Mức xếp loại vẫn như cũ.', en: 'The rating is the same as before.' },
  // the list
  LIST_EMPTY: { vi: 'Danh sách chưa có ai.', en: 'There is nobody on the list.' },
  CHANGE_UNKNOWN: {
    vi: 'Không có trong danh sách, hoặc đã quyết định.',
    en: 'This is not on the list, or is decided.',
  },
  CHANGE_TWICE: { vi: 'Một trường hợp nêu hai lần.', en: 'The same subject stands there twice.' },
  CAP_EXCEEDED: {
    vi: 'Vượt tỷ lệ xuất sắc: {excellent} trên {allowed} được phép.',
    en: 'Too many excellent ratings: {excellent} of {allowed} allowed.',
  },
  EXCEPTION_DOCUMENT_MISSING: {
    vi: 'Muốn dùng tỷ lệ cao hơn phải có số văn bản cho phép.',
    en: 'The higher share needs the number of the document that allows it.',
  },
  EXCEPTION_UNKNOWN: {
    vi: 'Quy định của năm này không có tỷ lệ cao hơn.',
    en: 'The rules of that year know no higher share.',
  },
  ALREADY_DECIDED: {
    vi: 'Đã quyết định; chỉ quyết định lại khi khiếu nại được chấp nhận hoặc kết quả bị hủy.',
    en: 'Decided already; again only after a complaint upheld or an annulment.',
  },
};
