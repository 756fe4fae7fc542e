import type { Bilingual } from './bilingual.js';
import { INSPECTION_REFUSALS } from './inspection-refusal-texts.js';
import { MEETING_REFUSALS } from './meeting-refusal-texts.js';
import { BLOCK_REFUSALS } from './block-refusal-texts.js';
import { CRITICISM_REFUSALS } from './criticism-refusal-texts.js';
import { AWARD_REFUSALS } from './award-refusal-texts.js';
import { DELEGATION_REFUSALS } from './delegation-refusal-texts.js';
import { DEADLINE_REFUSALS } from './deadline-refusal-texts.js';
import { FORM_REFUSALS } from './form-refusal-texts.js';
import { RATING_REFUSALS } from './rating-refusal-texts.js';
import { MIGRATION_REFUSALS } from './migration-refusal-texts.js';
import { MOVEMENT_REFUSALS } from './movement-refusal-texts.js';
import { REVIEW_REFUSALS } from './review-refusal-texts.js';

/** Sentences for refusals by policy, state and the record of units and members. */
const GENERAL_REFUSALS: Readonly<Record<string, Bilingual>> = {
  // who
  NOT_SYSTEM: {
    vi: 'Chỉ hệ thống mới tự thực hiện việc này.',
    en: 'Only the system itself does this.',
  },
  NOT_SUBJECT: {
    vi: 'Chỉ chính đảng viên đó mới làm được việc này.',
    en: 'Only the member concerned can do this.',
  },
  IS_SUBJECT: {
    vi: 'Không ai được tự xác nhận hay quyết định việc của chính mình.',
    en: 'Nobody decides on their own case.',
  },
  EXCLUDED: {
    vi: 'Người liên quan không được tham gia việc này.',
    en: 'Persons involved are excluded from this.',
  },
  NOT_HOLDER: {
    vi: 'Chỉ {office} của chính đơn vị đó mới làm được việc này.',
    en: 'Only {office} of that unit can do this.',
  },
  NOT_ABOVE: {
    vi: 'Chỉ {office} của cấp trên mới làm được việc này.',
    en: 'Only {office} of a unit above can do this.',
  },
  NO_WARRANT: {
    vi: 'Không có quyết định kiểm tra còn hiệu lực cho đơn vị này.',
    en: 'There is no valid warrant for this unit.',
  },
  SAME_PERSON: {
    vi: 'Người đã làm bước trước không được làm bước này.',
    en: 'Whoever did the earlier step cannot do this one.',
  },
  // when
  WRONG_STATE: {
    vi: 'Không làm được khi hồ sơ ở trạng thái «{state}».',
    en: 'This is not possible while the record is “{state}”.',
  },
  OCCURRED_IN_FUTURE: {
    vi: 'Thời điểm xảy ra không thể ở tương lai.',
    en: 'The time of occurrence cannot lie in the future.',
  },
  DATE_ORDER: {
    vi: 'Các ngày không đúng thứ tự trước sau.',
    en: 'The dates are not in order.',
  },
  // what
  UNKNOWN_WORKFLOW: {
    vi: 'Không có loại hồ sơ «{what}».',
    en: 'There is no record type “{what}”.',
  },
  UNKNOWN_COMMAND: { vi: 'Không có lệnh «{command}».', en: 'There is no command “{command}”.' },
  ID_INVALID: { vi: 'Mã hồ sơ không đúng dạng.', en: 'The id does not have the required form.' },
  IDEMPOTENCY_KEY_REUSED: {
    vi: 'Khóa này đã dùng cho một nội dung khác; hãy gửi lại với khóa mới.',
    en: 'This key was used for other content; send again with a new key.',
  },
  CONFLICT: {
    vi: 'Hồ sơ vừa được người khác thay đổi; hãy xem lại rồi gửi.',
    en: 'The record was changed meanwhile; look again, then send.',
  },
  FIELD_UNKNOWN: { vi: 'Không có trường «{path}».', en: 'There is no field “{path}”.' },
  FIELD_MISSING: { vi: 'Thiếu trường «{path}».', en: 'The field “{path}” is missing.' },
  FIELD_INVALID: {
    vi: 'Trường «{path}» không hợp lệ: {constraint}.',
    en: 'The field “{path}” is not valid: it {constraint}.',
  },
  // units
  BEFORE_FOUNDING: {
    vi: 'Ngày này trước khi đơn vị được thành lập ({founded}).',
    en: 'This date is before the unit was founded ({founded}).',
  },
  PARENT_UNKNOWN: { vi: 'Không có đơn vị cấp trên này.', en: 'There is no such unit above.' },
  PARENT_CLOSED: { vi: 'Đơn vị cấp trên đã kết thúc.', en: 'The unit above is closed.' },
  LEVEL_ORDER: {
    vi: 'Cấp của đơn vị phải thấp hơn cấp của đơn vị trên.',
    en: 'The level of a unit must be below that of the unit above.',
  },
  SAME_PARENT: { vi: 'Đơn vị đã trực thuộc nơi này.', en: 'The unit already belongs there.' },
  HEIR_UNKNOWN: { vi: 'Không có đơn vị kế thừa này.', en: 'There is no such heir.' },
  HEIR_CLOSED: { vi: 'Đơn vị kế thừa đã kết thúc.', en: 'The heir is closed.' },
  HEIR_IS_SELF: {
    vi: 'Đơn vị không thể kế thừa chính mình.',
    en: 'A unit cannot be its own heir.',
  },
  HEIR_NOT_AMONG_PARTS: {
    vi: 'Đơn vị kế thừa phải là một trong các đơn vị được tách ra.',
    en: 'The heir must be one of the parts.',
  },
  UNIT_UNKNOWN: { vi: 'Không có đơn vị này.', en: 'There is no such unit.' },
  UNIT_CLOSED: { vi: 'Đơn vị đã kết thúc hoạt động.', en: 'The unit is closed.' },
  ALREADY_IN_OFFICE: {
    vi: 'Đồng chí này đang giữ chức vụ đó.',
    en: 'This member already holds that office.',
  },
  NOT_IN_OFFICE: {
    vi: 'Đồng chí này không giữ chức vụ đó.',
    en: 'This member does not hold that office.',
  },
  SECRETARY_EXISTS: {
    vi: 'Đơn vị đang có bí thư; phải kết thúc nhiệm kỳ đó trước.',
    en: 'The unit has a secretary; that term must end first.',
  },
  // members
  NOT_ACTIVE_MEMBER: {
    vi: 'Đồng chí này không sinh hoạt trong tổ chức.',
    en: 'This person is not an active member.',
  },
  BEFORE_ADMISSION: {
    vi: 'Ngày này trước khi đảng viên được tiếp nhận ({admitted}).',
    en: 'This date is before the member was admitted ({admitted}).',
  },
  SAME_STATUS: { vi: 'Đảng viên đã ở diện này.', en: 'The member already has this status.' },
  NOT_IN_THAT_UNIT: {
    vi: 'Đảng viên không còn ở đơn vị đó.',
    en: 'The member is no longer in that unit.',
  },
  NOT_UNDER_THAT_UNIT: {
    vi: 'Đơn vị không còn trực thuộc nơi đó.',
    en: 'The unit no longer belongs there.',
  },
  SAME_UNIT: { vi: 'Đảng viên đã sinh hoạt ở đơn vị này.', en: 'The member is already there.' },
  ALREADY_EXEMPT: { vi: 'Đảng viên đã được miễn.', en: 'The member is already exempt.' },
  NOT_EXEMPT: { vi: 'Đảng viên không thuộc diện được miễn.', en: 'The member is not exempt.' },
};

/** A sentence for every refusal code; `{name}` is filled from the reason's parameters. */
export const REFUSAL_TEXTS: Readonly<Record<string, Bilingual>> = {
  ...INSPECTION_REFUSALS,
  ...MEETING_REFUSALS,
  ...CRITICISM_REFUSALS,
  ...MOVEMENT_REFUSALS,
  ...REVIEW_REFUSALS,
  ...RATING_REFUSALS,
  ...AWARD_REFUSALS,
  ...GENERAL_REFUSALS,
  ...BLOCK_REFUSALS,
  ...FORM_REFUSALS,
  ...DEADLINE_REFUSALS,
  ...MIGRATION_REFUSALS,
  ...DELEGATION_REFUSALS,
};
