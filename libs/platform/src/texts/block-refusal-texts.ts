import type { Bilingual } from './bilingual.js';

/** Sentences for what the building blocks refuse: attendance, minutes, votes, tasks, appeals. */
export const BLOCK_REFUSALS: Readonly<Record<string, Bilingual>> = {
  // attendance and minutes
  ATTENDEES_MISSING: {
    vi: 'Phải ghi tên người được triệu tập.',
    en: 'Those who were called must be listed.',
  },
  ATTENDEE_TWICE: { vi: 'Người này đã có trong danh sách.', en: 'This person is listed already.' },
  ATTENDEE_UNKNOWN: {
    vi: 'Người này không sinh hoạt tại đây.',
    en: 'This person does not belong here.',
  },
  ATTENDANCE_MISSING: {
    vi: 'Chưa điểm danh.',
    en: 'Attendance has not been recorded.',
  },
  QUORUM_MISSING: {
    vi: 'Chưa đủ số người cần thiết: {voting}/{electorate} người có quyền biểu quyết có mặt.',
    en: 'There is no quorum: {voting} of {electorate} with a vote are present.',
  },
  MINUTES_MISSING: { vi: 'Chưa có biên bản.', en: 'There are no minutes yet.' },
  MINUTES_NOT_READ: {
    vi: 'Biên bản phải được đọc lại trước khi thông qua.',
    en: 'The minutes must be read aloud before they are adopted.',
  },
  VOTES_GT_PRESENT: {
    vi: 'Số phiếu nhiều hơn số người có quyền biểu quyết có mặt ({present}).',
    en: 'There are more votes than people present with a vote ({present}).',
  },
  MAJORITY_MISSING: {
    vi: 'Cần quá nửa số người có quyền biểu quyết có mặt ({present}) tán thành.',
    en: 'More than half of those present with a vote ({present}) must agree.',
  },
  // votes
  VOTE_TWICE: { vi: 'Đã có cuộc biểu quyết mang mã này.', en: 'There is such a vote already.' },
  VOTE_UNKNOWN: { vi: 'Không có cuộc biểu quyết này.', en: 'There is no such vote.' },
  VOTE_CLOSED: { vi: 'Cuộc biểu quyết đã có kết quả.', en: 'The vote has been counted.' },
  OPTIONS_MISSING: {
    vi: 'Cần ít nhất hai phương án khác nhau.',
    en: 'At least two different options are needed.',
  },
  OPTION_UNKNOWN: {
    vi: 'Không có phương án «{option}».',
    en: 'There is no option “{option}”.',
  },
  ELECTORATE_EMPTY: { vi: 'Không có ai được bỏ phiếu.', en: 'Nobody may vote.' },
  TALLY_IMPOSSIBLE: {
    vi: 'Số phiếu không khớp: phát ra không quá {electorate}, thu vào không quá phát ra, tổng các phương án bằng số hợp lệ.',
    en: 'The numbers do not fit: at most {electorate} issued, no more returned than issued, and the options must sum to the valid ones.',
  },
  TELLERS_MISSING: {
    vi: 'Thiếu người kiểm phiếu; phiếu kín cần ít nhất hai người.',
    en: 'Tellers are missing; a secret ballot needs two.',
  },
  // what somebody owes
  OBLIGATION_UNKNOWN: { vi: 'Không có việc «{id}».', en: 'There is no task “{id}”.' },
  OBLIGATION_CLOSED: {
    vi: 'Việc «{id}» không còn ở bước này.',
    en: 'Task “{id}” is no longer at this step.',
  },
  OBLIGATION_TWICE: { vi: 'Đã có việc mang mã «{id}».', en: 'There is a task “{id}” already.' },
  DUE_BEFORE_START: {
    vi: 'Hạn hoàn thành không được trước ngày giao.',
    en: 'It cannot be due before it is assigned.',
  },
  NOT_OWNER: {
    vi: 'Chỉ người được giao mới báo cáo việc này.',
    en: 'Only whoever it was assigned to reports on it.',
  },
  VERIFIER_IS_OWNER: {
    vi: 'Người được giao không tự xác nhận việc của mình.',
    en: 'Nobody confirms what they owed themselves.',
  },
  // appeals and retractions
  APPEAL_TWICE: { vi: 'Đã có kiến nghị về việc này.', en: 'There has been an appeal already.' },
  APPEAL_TOO_LATE: {
    vi: 'Đã hết thời hạn kiến nghị ({until}).',
    en: 'The time for an appeal has ended ({until}).',
  },
  ENTRY_UNKNOWN: { vi: 'Không có mục «{id}».', en: 'There is no entry “{id}”.' },
  ENTRY_RETRACTED: { vi: 'Mục «{id}» đã được rút lại.', en: 'Entry “{id}” was taken back.' },
  NOT_AUTHOR: {
    vi: 'Chỉ người nêu ý kiến mới rút lại được.',
    en: 'Only its author can take it back.',
  },
};
