import type { Bilingual } from './bilingual.js';

/** Sentences for refusals about meetings. */
export const MEETING_REFUSALS: Readonly<Record<string, Bilingual>> = {
  MEETING_DAY_MISMATCH: {
    vi: 'Mã buổi sinh hoạt là ngày {day}; ngày họp phải trùng.',
    en: 'The id names {day}; the meeting must be on that day.',
  },
  AGENDA_MISSING: { vi: 'Chưa có nội dung sinh hoạt.', en: 'The agenda is empty.' },
  AGENDA_TWICE: {
    vi: 'Nội dung «{key}» có hai lần.',
    en: 'Agenda item “{key}” stands twice.',
  },
  AGENDA_ITEM_UNKNOWN: {
    vi: 'Không có nội dung «{key}» trong chương trình.',
    en: 'There is no item “{key}” on the agenda.',
  },
  MEETING_THEME_MISSING: {
    vi: 'Sinh hoạt chuyên đề phải nêu chuyên đề.',
    en: 'A thematic meeting needs its theme.',
  },
  STUDY_ROUND_MISSING: {
    vi: 'Buổi học tập phải ghi đợt học tập.',
    en: 'A study meeting needs its study round.',
  },
  MATERIALS_MISSING: { vi: 'Chưa có tài liệu nào.', en: 'There are no materials.' },
  MATERIAL_TWICE: { vi: 'Tài liệu «{key}» có hai lần.', en: 'Material “{key}” stands twice.' },
  MATERIALS_AFTER_MEETING: {
    vi: 'Tài liệu phải gửi trước buổi sinh hoạt.',
    en: 'Materials are published before the meeting.',
  },
  NOT_ON_MEETING_DAY: {
    vi: 'Buổi sinh hoạt được triệu tập ngày {day}; hãy hoãn trước nếu đổi ngày.',
    en: 'The meeting is called for {day}; postpone it first.',
  },
  TIME_IN_FUTURE: { vi: 'Giờ này chưa đến.', en: 'That time has not come yet.' },
  CLOSED_BEFORE_OPENED: {
    vi: 'Giờ kết thúc phải sau giờ khai mạc.',
    en: 'The end must come after the beginning.',
  },
  OTHER_UNKNOWN: {
    vi: 'Không có đảng viên đang sinh hoạt với mã này.',
    en: 'There is no active member of that id.',
  },
  OTHER_OF_UNIT: {
    vi: 'Người này thuộc chi bộ; hãy ghi trong danh sách điểm danh.',
    en: 'This member belongs to the cell; enter them in the list.',
  },
  OTHER_TWICE: { vi: 'Người này được ghi hai lần.', en: 'This person stands twice.' },
  ENTRY_TWICE: { vi: 'Mã ghi «{id}» đã dùng.', en: 'There is already an entry “{id}”.' },
  SPEAKER_NOT_PRESENT: {
    vi: 'Người phát biểu không có mặt trong danh sách.',
    en: 'The speaker is not on the list of those present.',
  },
  MEMBERS_MISSING: { vi: 'Chưa nêu đảng viên nào.', en: 'No member is named.' },
  SUBJECT_NOT_OF_UNIT: {
    vi: 'Người hoặc đơn vị này không thuộc chi bộ.',
    en: 'That person or unit does not belong to the cell.',
  },
  OWNER_NOT_MEMBER: {
    vi: 'Người được giao phải là đảng viên đang sinh hoạt.',
    en: 'Whoever it is assigned to must be an active member.',
  },
  NOT_PARENT_UNIT: {
    vi: 'Chỉ báo cáo lên cấp trên trực tiếp.',
    en: 'The report goes to the unit right above.',
  },
  ISSUES_OPEN: {
    vi: 'Còn {open} việc được giao chưa xong.',
    en: 'Issues still open: {open}.',
  },
};
