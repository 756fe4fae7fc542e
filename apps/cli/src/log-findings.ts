import type { LogAlarm, LogAlarmCode } from '#libs/event-store-eventstoredb';
import type { Bilingual } from '#libs/platform';

/** What a finding means and what to do about it. `{stream}` and `{setting}` are filled. */
const TEXTS: Readonly<Record<LogAlarmCode, Bilingual>> = {
  LOG_ACL_UNSAFE: {
    vi: 'quyền {setting} của {stream} cho người khác sửa hồ sơ → guong log install với người quản trị',
    en: 'right {setting} of {stream} lets others change the record → guong log install as an administrator',
  },
  LOG_RETENTION: {
    vi: 'thiết lập {setting} của {stream} làm sự kiện biến mất → bỏ thiết lập đó trên máy chủ, không chạy scavenge',
    en: 'setting {setting} of {stream} makes events disappear → take it away on the server, do not scavenge',
  },
  LOG_STREAM_DELETED: {
    vi: 'luồng {stream} đã bị xóa → khôi phục từ bản sao lưu',
    en: 'stream {stream} was deleted → restore a backup',
  },
  LOG_STREAM_CUT: {
    vi: 'luồng {stream} thiếu sự kiện → khôi phục từ bản sao lưu',
    en: 'events of stream {stream} are missing → restore a backup',
  },
  LOG_TRUNCATED: {
    vi: 'nhật ký ngắn hơn trước → tìm nguyên nhân, rồi guong views reset',
    en: 'the log is shorter than before → find out why, then guong views reset',
  },
  LOG_FOREIGN_EVENT: {
    vi: 'luồng {stream} có sự kiện không do Gương ghi → tách ứng dụng kia ra, guong log install',
    en: 'stream {stream} holds an event that Gương did not write → part from that application, guong log install',
  },
  LOG_CLOCK_SKEW: {
    vi: 'đồng hồ của máy chủ nhật ký lệch hơn 60 giây → đồng bộ giờ (NTP)',
    en: 'the clock of the log is more than 60 s apart → synchronise time (NTP)',
  },
  LOG_UNREACHABLE: {
    vi: 'không nối được với nhật ký → kiểm tra mạng và máy chủ',
    en: 'the log cannot be reached → check network and server',
  },
};

/** One finding in a line: its code, what it means, what to do. */
export function findingText({ code, stream = '', setting = '' }: LogAlarm): Bilingual {
  const filled = (text: string): string =>
    `${code}: ${text.replace('{stream}', () => stream).replace('{setting}', () => setting)}`;
  return { vi: filled(TEXTS[code].vi), en: filled(TEXTS[code].en) };
}
