import type { Bilingual } from './bilingual.js';

/** Sentences for refusals of registrations and plans. */
export const FORM_REFUSALS: Readonly<Record<string, Bilingual>> = {
  DEEDS_LT_MIN: {
    vi: 'Cần đăng ký ít nhất {min} việc; mới có {actual}.',
    en: 'At least {min} deeds are needed; there are {actual}.',
  },
  DEEDS_GT_MAX: {
    vi: 'Chỉ được đăng ký nhiều nhất {max} việc; đang có {actual}.',
    en: 'At most {max} deeds are allowed; there are {actual}.',
  },
  DEED_CONTENT_MISSING: {
    vi: 'Việc thứ {line} chưa có nội dung.',
    en: 'Deed {line} says nothing.',
  },
  DEED_MEASURE_MISSING: {
    vi: 'Việc thứ {line} chưa có thước đo kết quả.',
    en: 'Deed {line} has no measure.',
  },
  DEED_TARGET_MISSING: {
    vi: 'Việc thứ {line} chưa có mức cần đạt.',
    en: 'Deed {line} has no target.',
  },
  DEED_DEADLINE_MISSING: {
    vi: 'Việc thứ {line} chưa có thời hạn hoàn thành.',
    en: 'Deed {line} has no deadline.',
  },
  DEED_EVIDENCE_MISSING: {
    vi: 'Việc thứ {line} chưa nêu minh chứng.',
    en: 'Deed {line} names no evidence.',
  },
  DEED_DEADLINE_OUTSIDE_YEAR: {
    vi: 'Thời hạn của việc thứ {line} phải nằm trong năm {year}.',
    en: 'The deadline of deed {line} must lie in {year}.',
  },
  DEED_DUPLICATE: {
    vi: 'Việc thứ {line} trùng với việc thứ {first}.',
    en: 'Deed {line} is the same as deed {first}.',
  },
  DEED_AREA_UNKNOWN: {
    vi: 'Việc này thuộc nội dung «{area}» không có trong quy định.',
    en: 'This deed names “{area}”, an area the rules do not know.',
  },
  AREA_MISSING: {
    vi: 'Chưa nêu nội dung «{area}» (ghi «không» nếu không có).',
    en: 'The area “{area}” is not addressed (say so if it does not apply).',
  },
  AREA_UNKNOWN: {
    vi: 'Nội dung «{area}» không có trong quy định.',
    en: 'The rules know no area “{area}”.',
  },
  LEADER_PLAN_MISSING: {
    vi: 'Người giữ chức vụ lãnh đạo phải có kế hoạch hành động cá nhân.',
    en: 'Whoever holds a leading post owes a personal action plan.',
  },
  SHORTCOMING_UNANSWERED: {
    vi: 'Hạn chế của năm trước phải có việc khắc phục hoặc giải trình.',
    en: 'Each shortcoming of last year needs a deed or an explanation.',
  },
  NOT_OBLIGED_THAT_YEAR: {
    vi: 'Năm {year} đảng viên này chưa phải đăng ký.',
    en: 'This member owes no registration for {year}.',
  },
  MEMBER_EXEMPT: {
    vi: 'Đảng viên được miễn, không phải đăng ký.',
    en: 'An exempt member does not register.',
  },
  REG_TOO_EARLY: {
    vi: 'Chưa đến thời gian đăng ký cho năm {year}.',
    en: 'It is too early to register for {year}.',
  },
  REG_YEAR_OVER: { vi: 'Năm đăng ký {year} đã qua.', en: 'The year {year} is over.' },
  DEED_KEY_TWICE: {
    vi: 'Mã của việc thứ {line} trùng với một việc khác.',
    en: 'Deed {line} has the key of another deed.',
  },
  AREA_TWICE: { vi: 'Nội dung «{area}» ghi hai lần.', en: 'The area “{area}” stands there twice.' },
  SHORTCOMING_UNKNOWN: {
    vi: 'Năm trước không ghi nhận hạn chế này ({id}).',
    en: 'Last year knows no such shortcoming ({id}).',
  },
  REMARK_MISSING: {
    vi: 'Trả lại thì phải nêu ít nhất một góp ý.',
    en: 'A return needs at least one remark.',
  },
  RESULT_MISSING: {
    vi: 'Việc «{key}» chưa có kết quả đánh giá.',
    en: 'The deed “{key}” has no result.',
  },
  RESULT_UNKNOWN: { vi: 'Không có việc «{key}».', en: 'There is no deed “{key}”.' },
  RESULT_TWICE: {
    vi: 'Việc «{key}» được đánh giá hai lần.',
    en: 'The deed “{key}” has two results.',
  },
  SHORTCOMING_TWICE: {
    vi: 'Mã khuyết điểm «{id}» bị trùng.',
    en: 'The shortcoming id “{id}” is used twice.',
  },
  // plans
  TERM_ORDER: {
    vi: 'Năm cuối của nhiệm kỳ phải sau năm đầu.',
    en: 'A term cannot end before it begins.',
  },
  THEME_MISSING: { vi: 'Kế hoạch chưa nêu chủ đề.', en: 'The plan names no theme.' },
  TASKS_MISSING: { vi: 'Kế hoạch chưa có nhiệm vụ nào.', en: 'The plan has no tasks.' },
  TASK_OWNER_MISSING: {
    vi: 'Nhiệm vụ thứ {line} chưa có người chịu trách nhiệm.',
    en: 'Nobody answers for task {line}.',
  },
  TASK_DEADLINE_MISSING: {
    vi: 'Nhiệm vụ thứ {line} chưa có thời hạn.',
    en: 'Task {line} has no deadline.',
  },
  TASK_INDICATOR_MISSING: {
    vi: 'Nhiệm vụ thứ {line} chưa có chỉ tiêu.',
    en: 'Task {line} has no indicator.',
  },
  TASK_DEADLINE_OUTSIDE: {
    vi: 'Thời hạn của nhiệm vụ thứ {line} nằm ngoài thời gian của kế hoạch.',
    en: 'The deadline of task {line} lies outside the plan.',
  },
  TASK_TWICE: {
    vi: 'Mã của nhiệm vụ thứ {line} bị trùng.',
    en: 'Task {line} has the key of another task.',
  },
  TASK_UNKNOWN: { vi: 'Kế hoạch không có nhiệm vụ «{key}».', en: 'The plan has no task “{key}”.' },
  PARENT_PLAN_UNKNOWN: {
    vi: 'Không có kế hoạch cấp trên này.',
    en: 'There is no such plan above.',
  },
  PARENT_PLAN_NOT_ISSUED: {
    vi: 'Kế hoạch cấp trên chưa ban hành.',
    en: 'The plan above is not issued yet.',
  },
  PARENT_PLAN_FOREIGN: {
    vi: 'Kế hoạch này không thuộc đơn vị trên hoặc không bao trùm thời gian.',
    en: 'That plan is not of the unit above, or does not cover the time.',
  },
  BEFORE_ISSUE: {
    vi: 'Ngày này trước ngày ban hành kế hoạch ({issued}).',
    en: 'This date is before the plan was issued ({issued}).',
  },
};
