import type { Bilingual } from './bilingual.js';

/** What kinds of problem document there are: HTTP status, title and explanation. */
export interface ProblemText {
  readonly status: number;
  readonly title: Bilingual;
  readonly detail: Bilingual;
}

const problem = (status: number, title: Bilingual, detail: Bilingual): ProblemText => ({
  status,
  title,
  detail,
});

/** Every problem code of the HTTP interface. */
export const PROBLEMS = {
  UNAUTHENTICATED: problem(
    401,
    { vi: 'Chưa đăng nhập', en: 'Not signed in' },
    { vi: 'Hãy đăng nhập rồi thử lại.', en: 'Sign in, then try again.' },
  ),
  TOKEN_EXPIRED: problem(
    401,
    { vi: 'Phiên đăng nhập đã hết hạn', en: 'The session has expired' },
    { vi: 'Hãy đăng nhập lại; nội dung đã nhập vẫn còn.', en: 'Sign in again; nothing is lost.' },
  ),
  BAD_CREDENTIALS: problem(
    401,
    { vi: 'Sai tên đăng nhập hoặc mật khẩu', en: 'Wrong user name or password' },
    { vi: 'Kiểm tra lại tên đăng nhập và mật khẩu.', en: 'Check the user name and the password.' },
  ),
  FORBIDDEN: problem(
    403,
    { vi: 'Ngoài phạm vi được xem', en: 'Outside what you may see' },
    {
      vi: 'Tài khoản này không có quyền xem nội dung đó.',
      en: 'This account may not see that.',
    },
  ),
  NOT_FOUND: problem(
    404,
    { vi: 'Không tìm thấy', en: 'Not found' },
    { vi: 'Địa chỉ này không có nội dung.', en: 'There is nothing at this address.' },
  ),
  INVALID_INPUT: problem(
    400,
    { vi: 'Nội dung gửi lên không hợp lệ', en: 'The input is not valid' },
    { vi: 'Xem lý do của từng trường.', en: 'See the reason of each field.' },
  ),
  BAD_JSON: problem(
    400,
    { vi: 'Nội dung không phải JSON hợp lệ', en: 'The body is not valid JSON' },
    { vi: 'Không đọc được nội dung gửi lên.', en: 'The body cannot be read.' },
  ),
  BODY_TOO_LARGE: problem(
    413,
    { vi: 'Nội dung quá lớn', en: 'The body is too large' },
    { vi: 'Nội dung gửi lên không được quá 1 MiB.', en: 'A body has at most 1 MiB.' },
  ),
  UNSUPPORTED_MEDIA: problem(
    415,
    { vi: 'Kiểu nội dung không được hỗ trợ', en: 'Unsupported media type' },
    { vi: 'Hãy gửi JSON (application/json).', en: 'Send JSON (application/json).' },
  ),
  IDEMPOTENCY_KEY_MISSING: problem(
    400,
    { vi: 'Thiếu khóa chống gửi trùng', en: 'The idempotency key is missing' },
    {
      vi: 'Mỗi lệnh cần tiêu đề Idempotency-Key gồm 8–128 ký tự A–Z, a–z, 0–9 . _ : -',
      en: 'Each command needs a header Idempotency-Key of 8–128 characters A–Z a–z 0–9 . _ : -',
    },
  ),
  IDEMPOTENCY_KEY_REUSED: problem(
    409,
    { vi: 'Khóa đã dùng cho nội dung khác', en: 'The key was used for other content' },
    {
      vi: 'Không có gì được ghi; hãy gửi lại với khóa mới.',
      en: 'Nothing was written; send again with a new key.',
    },
  ),
  REFUSED: problem(
    422,
    { vi: 'Chưa thực hiện được', en: 'Refused' },
    {
      vi: 'Không có gì được ghi; hãy xem các lý do.',
      en: 'Nothing was written; see the reasons.',
    },
  ),
  CONFLICT: problem(
    409,
    { vi: 'Hồ sơ vừa được thay đổi', en: 'The record was changed meanwhile' },
    {
      vi: 'Không có gì được ghi; hãy xem bản mới rồi gửi lại.',
      en: 'Nothing was written; look at the new state, then send again.',
    },
  ),
  VIEW_BEHIND: problem(
    503,
    { vi: 'Số liệu đang được cập nhật', en: 'The figures are being brought up to date' },
    { vi: 'Hãy thử lại sau giây lát.', en: 'Try again in a moment.' },
  ),
  RATE_LIMITED: problem(
    429,
    { vi: 'Đăng nhập sai quá nhiều lần', en: 'Too many failed sign-ins' },
    { vi: 'Hãy đợi rồi thử lại.', en: 'Wait, then try again.' },
  ),
  UNAVAILABLE: problem(
    503,
    { vi: 'Tạm thời chưa phục vụ được', en: 'Not available at the moment' },
    {
      vi:
        'Kho dữ liệu không nhận được lệnh lúc này; chưa rõ lệnh đã được ghi hay chưa: hãy gửi ' +
        'lại với cùng khóa.',
      en:
        'The store does not accept commands now; whether this one was written is not known: send ' +
        'it again with the same key.',
    },
  ),
  VIEWS_NOT_BUILT: problem(
    503,
    { vi: 'Bảng số liệu chưa được dựng', en: 'The views are not built yet' },
    {
      vi: 'Chưa có tiến trình nào dựng bảng số liệu; hãy thử lại sau ít phút.',
      en: 'No projector has built the views yet; try again in a few minutes.',
    },
  ),
  STORE_UNAVAILABLE: problem(
    503,
    { vi: 'Tạm thời không tới được kho dữ liệu', en: 'The store cannot be reached at the moment' },
    {
      vi: 'Không có gì được ghi; hãy thử lại sau giây lát với cùng khóa.',
      en: 'Nothing was written; try again in a moment with the same key.',
    },
  ),
  STORE_OUTCOME_UNKNOWN: problem(
    503,
    { vi: 'Chưa rõ lệnh đã được ghi hay chưa', en: 'Whether it was written is not known yet' },
    {
      vi:
        'Kho dữ liệu không trả lời kịp. Hãy gửi lại với cùng khóa: nếu lệnh đã được ghi, câu trả ' +
        'lời là kết quả của lần đầu, không ghi thêm gì.',
      en:
        'The store did not answer in time. Send it again with the same key: if it was written, ' +
        'the answer is that of the first time, and nothing more is written.',
    },
  ),
  STORE_DENIED: problem(
    500,
    { vi: 'Kho dữ liệu không cho phép', en: 'The store does not allow it' },
    {
      vi: 'Không có gì được ghi; người quản trị cần xem lại quyền của máy chủ trên kho dữ liệu.',
      en: 'Nothing was written; an administrator has to look at what the server may do there.',
    },
  ),
  STORE_TOO_LARGE: problem(
    413,
    { vi: 'Nội dung lớn hơn mức kho dữ liệu nhận', en: 'More than the store takes at once' },
    {
      vi: 'Không có gì được ghi; hãy rút gọn nội dung rồi gửi lại.',
      en: 'Nothing was written; shorten the content, then send it again.',
    },
  ),
  INTERNAL: problem(
    500,
    { vi: 'Lỗi hệ thống', en: 'Internal error' },
    {
      vi: 'Lỗi thuộc về hệ thống và đã được ghi lại.',
      en: 'The mistake is ours; it has been noted.',
    },
  ),
} satisfies Record<string, ProblemText>;

export type ProblemCode = keyof typeof PROBLEMS;
