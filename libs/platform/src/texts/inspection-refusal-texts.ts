import type { Bilingual } from './bilingual.js';

/** Sentences for refusals about inspections and warrants. */
export const INSPECTION_REFUSALS: Readonly<Record<string, Bilingual>> = {
  SCOPE_EMPTY: {
    vi: 'Chưa nêu đơn vị hay đảng viên nào được kiểm tra.',
    en: 'No unit and no member to inspect is named.',
  },
  SUBJECT_UNKNOWN: {
    vi: 'Không có đơn vị hay đảng viên «{id}».',
    en: 'There is no unit or member “{id}”.',
  },
  SUBJECT_OUTSIDE: {
    vi: 'Đối tượng «{id}» không thuộc phạm vi quản lý của đơn vị kiểm tra.',
    en: 'The subject “{id}” does not stand below the unit that inspects.',
  },
  NOT_IN_SCOPE: {
    vi: 'Đối tượng «{id}» không thuộc phạm vi quyết định kiểm tra.',
    en: 'The subject “{id}” is not covered by the warrant.',
  },
  TEAM_LEAD_MISSING: {
    vi: 'Đoàn kiểm tra phải có đúng một trưởng đoàn.',
    en: 'The team needs exactly one lead.',
  },
  TEAM_TWICE: { vi: 'Người này có hai lần trong đoàn.', en: 'This person stands twice.' },
  TEAM_MEMBER_UNKNOWN: {
    vi: 'Thành viên đoàn phải là đảng viên đang sinh hoạt.',
    en: 'A member of the team must be an active member.',
  },
  TEAM_IS_SUBJECT: {
    vi: 'Người được kiểm tra không được ở trong đoàn kiểm tra.',
    en: 'Nobody inspected may be on the team.',
  },
  TEAM_IN_UNIT: {
    vi: 'Người này sinh hoạt hoặc giữ chức vụ tại đơn vị được kiểm tra «{unitId}».',
    en: 'This person belongs to or holds an office in the inspected unit “{unitId}”.',
  },
  WARRANT_TOO_LONG: {
    vi: 'Quyết định kiểm tra có hiệu lực nhiều nhất {days} ngày.',
    en: 'A warrant runs for at most {days} days.',
  },
  NOT_IN_TEAM: {
    vi: 'Chỉ thành viên đoàn kiểm tra mới làm được việc này.',
    en: 'Only members of the team can do this.',
  },
  WARRANT_NOT_STARTED: {
    vi: 'Quyết định kiểm tra có hiệu lực từ {from}.',
    en: 'The warrant begins on {from}.',
  },
  WARRANT_EXPIRED: {
    vi: 'Quyết định kiểm tra đã hết hiệu lực từ sau {expires}.',
    en: 'The warrant expired after {expires}.',
  },
  EVIDENCE_MISSING: {
    vi: 'Phát hiện phải dẫn ít nhất một sự kiện.',
    en: 'A finding cites at least one event.',
  },
  HEARD_FOR_ANOTHER: {
    vi: 'Đảng viên được kiểm tra phải tự trình bày.',
    en: 'A member is heard in person.',
  },
  SUBJECT_NOT_HEARD: {
    vi: 'Chưa nghe «{id}» trình bày về phát hiện.',
    en: 'The subject “{id}” has not been heard on what was found.',
  },
  VIEWS_MISSING: { vi: 'Chưa có lượt xem nào.', en: 'There is no reading to record.' },
  VIEW_NOT_OF_DAY: {
    vi: 'Lượt xem không thuộc ngày {day}.',
    en: 'The reading is not of {day}.',
  },
  FOLLOW_UPS_OPEN: {
    vi: 'Còn {open} việc thực hiện kết luận chưa xong.',
    en: 'Follow-ups still open: {open}.',
  },
};
