import type { Bilingual } from './bilingual.js';

/** Sentences for what is refused in giving rights away, and in acting for somebody else. */
export const DELEGATION_REFUSALS: Readonly<Record<string, Bilingual>> = {
  // acting on behalf
  DELEGATION_NOT_VALID: {
    vi: 'Không có ủy quyền hợp lệ để làm thay người này.',
    en: 'There is no valid delegation to act for this person.',
  },
  DELEGATION_EXPIRED: {
    vi: 'Ủy quyền để làm thay người này đã hết hiệu lực.',
    en: 'The delegation to act for this person has ended.',
  },
  DELEGATION_NOT_IN_SCOPE: {
    vi: 'Ủy quyền không bao gồm đơn vị, chức vụ hoặc loại hồ sơ này.',
    en: 'The delegation does not cover this unit, office or type of record.',
  },
  NOT_DELEGABLE: {
    vi: 'Việc này phải do chính người đó làm, không ủy quyền được.',
    en: 'Everybody does this in person; it cannot be delegated.',
  },
  // giving
  DATE_PAST: {
    vi: 'Ngày này không được trước hôm nay.',
    en: 'This date must not be before today.',
  },
  DELEGATION_TOO_LONG: {
    vi: 'Một lần ủy quyền kéo dài nhiều nhất {max} ngày.',
    en: 'A delegation lasts {max} days at most.',
  },
  DELEGATE_IS_SELF: {
    vi: 'Không thể giao cho chính người giao hoặc người được thay.',
    en: 'Nobody acts in their own place.',
  },
  OFFICE_NOT_HELD: {
    vi: 'Người giao không giữ chức vụ này: {office}.',
    en: 'This office is not held there: {office}.',
  },
  DELEGATION_ID_TAKEN: {
    vi: 'Mã «{id}» đã dùng cho một lần giao khác.',
    en: 'The id “{id}” is used already.',
  },
  DELEGATION_OVERLAPS: {
    vi: 'Trùng thời gian với ủy quyền «{id}» đang có.',
    en: 'It overlaps with the delegation “{id}”.',
  },
  SUBSTITUTE_OVERLAPS: {
    vi: 'Trong thời gian này đã có người thay («{id}»).',
    en: 'Somebody replaces them in that time already (“{id}”).',
  },
  DELEGATION_UNKNOWN: {
    vi: 'Không có lần giao này.',
    en: 'There is no such delegation.',
  },
  DELEGATION_ENDED: {
    vi: 'Lần giao này đã kết thúc từ {on}.',
    en: 'It has ended already, on {on}.',
  },
  // passing on
  PASS_ON_UNKNOWN: {
    vi: 'Người giao chưa được nhận ủy quyền này.',
    en: 'No such delegation was received.',
  },
  PASS_ON_FORBIDDEN: {
    vi: 'Ủy quyền này không được giao lại cho người khác.',
    en: 'This delegation must not be passed on.',
  },
  PASS_ON_WIDER: {
    vi: 'Không thể giao lại rộng hơn phần đã được nhận.',
    en: 'What is passed on must not be wider than what was received.',
  },
  PASS_ON_IN_CIRCLE: {
    vi: 'Không thể giao lại cho chính người đã ủy quyền.',
    en: 'It cannot be passed on to the one who gave it.',
  },
};
