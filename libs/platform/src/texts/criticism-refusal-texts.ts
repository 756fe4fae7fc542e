import type { Bilingual } from './bilingual.js';

/** Sentences for what is refused in sessions of self-criticism and criticism. */
export const CRITICISM_REFUSALS: Readonly<Record<string, Bilingual>> = {
  // preparation
  COLLECTIVE_MISSING: {
    vi: 'Phải kiểm điểm đúng một tập thể: tập thể của chính đơn vị này.',
    en: 'Exactly one collective is heard: that of this very unit.',
  },
  HEAD_MISSING: {
    vi: 'Phải nêu đúng một người đứng đầu.',
    en: 'Exactly one head must be named.',
  },
  SUBJECT_TWICE: {
    vi: 'Người này đã có trong danh sách kiểm điểm.',
    en: 'This person is on the list already.',
  },
  SESSION_OUTSIDE_YEAR: {
    vi: 'Kiểm điểm năm {year} phải tổ chức trong năm đó hoặc quý I năm sau.',
    en: 'The session of {year} is held in that year or in the first quarter of the next.',
  },
  SUBJECT_NOT_HEARD: {
    vi: 'Hội nghị này không kiểm điểm người hoặc tập thể đó.',
    en: 'This session does not hear them.',
  },
  NOT_OWN_WORD: {
    vi: 'Mỗi người tự nói về mình; người đứng đầu nói thay tập thể.',
    en: 'Everybody speaks for themselves; the head speaks for the collective.',
  },
  PROMPT_UNKNOWN: {
    vi: 'Không có nội dung gợi ý «{id}» cho người này.',
    en: 'There is no prompt “{id}” to this subject.',
  },
  PROMPT_ANSWERED: {
    vi: 'Nội dung gợi ý «{id}» đã được trả lời.',
    en: 'Prompt “{id}” was answered.',
  },
  REVIEW_KIND_UNFIT: {
    vi: 'Mẫu 01 dành cho tập thể; cá nhân dùng mẫu 2A, 2B hoặc 2C.',
    en: 'Form 01 is for the collective; people use forms 2A, 2B or 2C.',
  },
  MATERIALS_TOO_LATE: {
    vi: 'Tài liệu gửi quá muộn; sớm nhất được khai mạc ngày {earliest}.',
    en: 'The materials came too late; the earliest day to open is {earliest}.',
  },
  // attendance
  SUBJECT_NOT_LISTED: {
    vi: 'Danh sách thiếu người được kiểm điểm ({subject}).',
    en: 'Somebody who is heard is missing from the list ({subject}).',
  },
  ATTENDEE_NOT_EXPECTED: {
    vi: 'Người này không được kiểm điểm ở đây và không thuộc đơn vị.',
    en: 'This person is neither heard here nor of the unit.',
  },
  // order
  ITEM_ORDER: {
    vi: 'Tập thể trước, rồi người đứng đầu, cấp phó và đảng viên: còn phải kiểm điểm {before} trước.',
    en: 'The collective comes first, then the head, deputies and members: {before} is to be heard before.',
  },
  ITEM_NOT_WAITING: {
    vi: 'Nội dung này đã được bắt đầu hoặc đã xong.',
    en: 'This item has begun or is over.',
  },
  OTHER_ITEM_OPEN: {
    vi: 'Phải kết luận nội dung đang kiểm điểm trước ({subject}).',
    en: 'The item that is open must be concluded first ({subject}).',
  },
  ITEM_NOT_OPEN: {
    vi: 'Nội dung này chưa bắt đầu hoặc đã kết luận.',
    en: 'This item is not open.',
  },
  ITEM_CONCLUDED: { vi: 'Nội dung này đã kết luận.', en: 'This item is concluded.' },
  SELF_REVIEW_MISSING: {
    vi: 'Chưa có bản tự kiểm điểm.',
    en: 'There is no self-review yet.',
  },
  COLLECTIVE_NOT_DEFERRED: {
    vi: 'Không được lùi phần kiểm điểm tập thể.',
    en: 'The collective’s item cannot be put off.',
  },
  // what is said
  SPEAKER_IS_SUBJECT: {
    vi: 'Không ghi ý kiến phê bình của một người về chính mình; hãy dùng bản tự kiểm điểm.',
    en: 'Nobody criticises themselves here; that is what the self-review is for.',
  },
  REPLY_OFFERED: {
    vi: 'Đã mời người được kiểm điểm phát biểu.',
    en: 'A reply has been offered already.',
  },
  REPLY_NOT_OFFERED: {
    vi: 'Phải mời người được kiểm điểm phát biểu trước.',
    en: 'The subject must be offered a reply first.',
  },
  REPLY_GIVEN: {
    vi: 'Người được kiểm điểm đã phát biểu hoặc đã từ chối phát biểu.',
    en: 'The reply was given or waived already.',
  },
  REPLY_MISSING: {
    vi: 'Người được kiểm điểm đã được mời nhưng chưa phát biểu, cũng chưa từ chối.',
    en: 'The subject was offered a reply and has neither given nor waived it.',
  },
  PROMPT_UNANSWERED: {
    vi: 'Nội dung cấp trên gợi ý chưa được trả lời ({id}).',
    en: 'A prompt of the level above is unanswered ({id}).',
  },
  OPINION_FORWARDED: {
    vi: 'Ý kiến bảo lưu đã được chuyển lên nơi này.',
    en: 'The reserved opinion was forwarded there already.',
  },
  OPINION_NOT_FORWARDED: {
    vi: 'Ý kiến bảo lưu «{id}» chưa được chuyển lên cấp trên.',
    en: 'Reserved opinion “{id}” has not been forwarded upward.',
  },
  NOT_UPWARD: {
    vi: 'Ý kiến bảo lưu chỉ được chuyển lên cấp trên đang hoạt động.',
    en: 'Reserved opinions go upward only, to a unit that is open.',
  },
  // what is found
  REMEDY_MISSING: {
    vi: 'Hạn chế «{id}» chưa có biện pháp khắc phục.',
    en: 'Shortcoming “{id}” has no remedy.',
  },
  SHORTCOMING_NOT_FOUND: {
    vi: 'Kết luận không có hạn chế «{id}».',
    en: 'No shortcoming “{id}” was found.',
  },
  OWNER_UNKNOWN: {
    vi: 'Người khắc phục phải là cá nhân được kiểm điểm tại hội nghị.',
    en: 'Whoever is to mend it must be somebody heard at this session.',
  },
  REMEDY_OPEN: {
    vi: 'Việc khắc phục «{id}» (hạn {due}) chưa xong, chưa bàn giao và chưa giải trình.',
    en: 'Remedy “{id}” (due {due}) is neither done, handed over nor explained.',
  },
};
