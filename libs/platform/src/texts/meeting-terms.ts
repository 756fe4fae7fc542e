import type { Bilingual } from './bilingual.js';

type Terms = Readonly<Record<string, Bilingual>>;

/** States of a meeting. */
export const MEETING_STATES: Terms = {
  scheduled: { vi: 'đã triệu tập', en: 'scheduled' },
  materials_published: { vi: 'đã gửi tài liệu', en: 'materials published' },
  'meeting.open': { vi: 'đang họp', en: 'in session' },
  held: { vi: 'đã họp', en: 'held' },
  minutes_draft: { vi: 'đã lập biên bản', en: 'minutes drafted' },
  minutes_read: { vi: 'đã đọc biên bản', en: 'minutes read out' },
  adopted: { vi: 'đã thông qua biên bản', en: 'minutes adopted' },
  scored: { vi: 'đã chấm chất lượng', en: 'scored' },
  reported: { vi: 'đã báo cáo', en: 'reported' },
  filed: { vi: 'đã lưu hồ sơ', en: 'filed' },
  postponed: { vi: 'đã hoãn', en: 'postponed' },
  cancelled: { vi: 'đã hủy', en: 'cancelled' },
};

/** What is done at and about a meeting. */
export const MEETING_COMMANDS: Terms = {
  schedule: { vi: 'triệu tập', en: 'schedule' },
  publishMaterials: { vi: 'gửi tài liệu', en: 'publish materials' },
  postpone: { vi: 'hoãn', en: 'postpone' },
  cancel: { vi: 'hủy', en: 'cancel' },
  'meeting.open': { vi: 'khai mạc', en: 'open the meeting' },
  'meeting.recordAttendance': { vi: 'điểm danh', en: 'record attendance' },
  recordAttendance: { vi: 'điểm danh', en: 'record attendance' },
  discuss: { vi: 'ghi ý kiến', en: 'record what was said' },
  retractDiscussion: { vi: 'rút ý kiến', en: 'take back what was said' },
  'meeting.concludeItem': { vi: 'kết luận nội dung', en: 'conclude the item' },
  reviewContent: { vi: 'kiểm điểm nội dung đăng ký', en: 'review registered content' },
  noteMerit: { vi: 'ghi nhận việc tốt', en: 'note a merit' },
  assignIssue: { vi: 'giao việc', en: 'assign an issue' },
  reportIssue: { vi: 'báo cáo việc được giao', en: 'report on an issue' },
  verifyIssue: { vi: 'xác nhận việc được giao', en: 'verify an issue' },
  handOverIssue: { vi: 'bàn giao việc', en: 'hand over an issue' },
  openVote: { vi: 'mở biểu quyết', en: 'open a vote' },
  tallyVote: { vi: 'kiểm phiếu biểu quyết', en: 'count the vote' },
  'meeting.close': { vi: 'bế mạc', en: 'close the meeting' },
  draftMinutes: { vi: 'lập biên bản', en: 'draft the minutes' },
  readMinutes: { vi: 'đọc biên bản', en: 'read out the minutes' },
  adoptMinutes: { vi: 'thông qua biên bản', en: 'adopt the minutes' },
  score: { vi: 'chấm chất lượng', en: 'score' },
  report: { vi: 'báo cáo cấp trên', en: 'report to the level above' },
  file: { vi: 'lưu hồ sơ', en: 'file' },
};

export const MEETING_DEADLINES: Terms = {
  'meeting.draft': { vi: 'lập biên bản', en: 'draft of the minutes' },
  'meeting.minutes': { vi: 'thông qua biên bản', en: 'adoption of the minutes' },
  'meeting.report': { vi: 'báo cáo cấp trên', en: 'report to the level above' },
  'meeting.issue': { vi: 'việc được giao', en: 'issue assigned' },
};
