import type { Bilingual } from './bilingual.js';

/** Sentences for refusals of contests, models, pacts and steering committees. */
export const MOVEMENT_REFUSALS: Readonly<Record<string, Bilingual>> = {
  // contests
  PROGRAMME_UNKNOWN: {
    vi: 'Không có chương trình, kế hoạch «{id}».',
    en: 'There is no programme or plan “{id}”.',
  },
  JUDGE_TWICE: {
    vi: 'Giám khảo này được nêu hai lần.',
    en: 'This judge is named twice.',
  },
  ENTRANT_UNKNOWN: {
    vi: 'Người hoặc đơn vị dự thi không có hoặc không còn hoạt động.',
    en: 'The entrant is unknown or no longer active.',
  },
  JUDGE_IS_ENTRANT: {
    vi: 'Giám khảo không được dự thi hay nộp bài thay người khác.',
    en: 'A judge neither enters the contest nor hands in for others.',
  },
  ENTRANT_TWICE: {
    vi: 'Mỗi người, mỗi đơn vị chỉ dự thi một bài.',
    en: 'Everybody enters once.',
  },
  ENTRY_TOO_LATE: {
    vi: 'Hạn nộp bài là ngày {until}.',
    en: 'Entries were taken until {until}.',
  },
  NOT_JUDGE: {
    vi: 'Chỉ giám khảo đã được công bố mới chấm điểm.',
    en: 'Only the judges that were announced give points.',
  },
  CONTEST_ENTRY_UNKNOWN: {
    vi: 'Không có bài dự thi «{id}».',
    en: 'There is no entry “{id}”.',
  },
  ALREADY_SCORED: {
    vi: 'Giám khảo đã chấm bài «{id}».',
    en: 'This judge has scored entry “{id}”.',
  },
  SCORES_MISSING: {
    vi: 'Còn {count} bài chưa được chấm.',
    en: 'There are {count} entries nobody has scored.',
  },
  PRIZE_TWICE: {
    vi: 'Bài «{id}» được nêu hai giải.',
    en: 'Entry “{id}” is given two prizes.',
  },
  // models
  MODEL_OWNER_MISSING: {
    vi: 'Điển hình cá nhân phải nêu rõ đảng viên.',
    en: 'What one person does must name that person.',
  },
  REPLICATED_AT_HOME: {
    vi: 'Mô hình bắt nguồn từ chính đơn vị này.',
    en: 'The model comes from this unit.',
  },
  REPLICATED_THERE: {
    vi: 'Đơn vị này đã nhân rộng mô hình.',
    en: 'This unit has copied the model already.',
  },
  // pacts
  PARTNER_IS_SELF: {
    vi: 'Đơn vị không giao ước với chính mình.',
    en: 'A unit makes no pact with itself.',
  },
  PARTNER_TWICE: { vi: 'Đơn vị này được nêu hai lần.', en: 'This unit is named twice.' },
  PARTNER_UNKNOWN: {
    vi: 'Đơn vị cùng giao ước không có hoặc đã kết thúc hoạt động.',
    en: 'The partner is unknown or closed.',
  },
  CRITERIA_MISSING: {
    vi: 'Giao ước phải có tiêu chí.',
    en: 'A pact needs criteria.',
  },
  CRITERION_TWICE: {
    vi: 'Tiêu chí «{key}» được nêu hai lần.',
    en: 'Criterion “{key}” is named twice.',
  },
  PROGRAMME_NOT_ISSUED: {
    vi: 'Chương trình, kế hoạch «{id}» chưa ban hành.',
    en: 'Programme or plan “{id}” has not been issued.',
  },
  PROGRAMME_OTHER_YEARS: {
    vi: 'Chương trình, kế hoạch «{id}» không thuộc năm {year}.',
    en: 'Programme or plan “{id}” does not cover {year}.',
  },
  SCORE_MISSING: {
    vi: 'Tiêu chí «{key}» chưa có điểm.',
    en: 'Criterion “{key}” has no points.',
  },
  CRITERION_UNKNOWN: {
    vi: 'Giao ước không có tiêu chí «{key}».',
    en: 'The pact has no criterion “{key}”.',
  },
  SCORE_TWICE: {
    vi: 'Tiêu chí «{key}» được chấm hai lần.',
    en: 'Criterion “{key}” is scored twice.',
  },
  POINTS_GT_MAX: {
    vi: 'Tiêu chí «{key}» nhiều nhất {max} điểm.',
    en: 'Criterion “{key}” brings at most {max} points.',
  },
  // steering committees
  HEAD_TWICE: {
    vi: 'Ban chỉ đạo chỉ có một trưởng ban.',
    en: 'A steering committee has one head.',
  },
  ON_COMMITTEE_TWICE: {
    vi: 'Đảng viên này đã ở trong ban chỉ đạo.',
    en: 'This member is on the committee already.',
  },
  NOT_ON_COMMITTEE: {
    vi: 'Đảng viên này không ở trong ban chỉ đạo.',
    en: 'This member is not on the committee.',
  },
  TASKS_OPEN: {
    vi: 'Còn {count} nhiệm vụ chưa bàn giao.',
    en: 'There are {count} tasks still to be handed over.',
  },
};
