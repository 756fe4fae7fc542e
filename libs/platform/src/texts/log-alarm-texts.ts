import type { LogAlarmCode } from '#libs/event-store-eventstoredb';
import type { Bilingual } from './bilingual.js';

/** What endangers the record in the log, said to whoever operates it. */
export const LOG_ALARM_TEXTS: Readonly<Record<LogAlarmCode, Bilingual>> = {
  LOG_ACL_UNSAFE: {
    vi:
      'Quyền trên máy chủ nhật ký sự kiện không an toàn: ngoài Gương còn có người ghi được, ' +
      'hoặc không phải quản trị viên mà vẫn xóa được. Hãy chạy lệnh cài đặt quyền.',
    en:
      'The rights on the log server are unsafe: somebody besides Gương may write, or others ' +
      'than administrators may delete. Run the installer of the rights.',
  },
  LOG_RETENTION: {
    vi: 'Có thiết lập làm sự kiện của một luồng biến mất. Hãy bỏ thiết lập và kiểm tra ai đã đặt.',
    en: 'A setting makes events of a stream disappear. Remove it and find out who set it.',
  },
  LOG_STREAM_DELETED: {
    vi: 'Một luồng sự kiện đã bị xóa. Hãy khôi phục từ bản sao lưu và kiểm tra ai đã xóa.',
    en: 'A stream was deleted. Restore it from a backup and find out who deleted it.',
  },
  LOG_STREAM_CUT: {
    vi: 'Một luồng thiếu sự kiện; hồ sơ của nó không được phục vụ cho đến khi khôi phục.',
    en: 'Events of a stream are missing; its record is not served until it is restored.',
  },
  LOG_TRUNCATED: {
    vi:
      'Nhật ký sự kiện ngắn hơn trước: đã bị cắt hoặc thay bằng bản cũ hơn. ' +
      'Hãy dựng lại các bảng đọc sau khi xác nhận bản đúng.',
    en:
      'The log is shorter than it was: cut, or replaced by an older copy. ' +
      'Rebuild the read models once the right copy is confirmed.',
  },
  LOG_FOREIGN_EVENT: {
    vi: 'Trong nhật ký có sự kiện không do Gương ghi. Sự kiện đó không được tính.',
    en: 'The log holds an event that Gương did not write. It does not count.',
  },
  LOG_CLOCK_SKEW: {
    vi: 'Đồng hồ của máy chủ nhật ký và của Gương lệch nhau quá 60 giây.',
    en: 'The clocks of the log server and of Gương are more than 60 seconds apart.',
  },
  LOG_UNREACHABLE: {
    vi: 'Mất kết nối với máy chủ nhật ký sự kiện; Gương vẫn đang thử nối lại.',
    en: 'The log server cannot be reached; Gương keeps trying.',
  },
};
