import type { Bilingual } from './bilingual.js';

/** Why a server does not start: the line it prints (`{what}` filled) and its exit code. */
export interface StartFailure {
  readonly exitCode: number;
  readonly text: Bilingual;
}

/** Exit codes follow sysexits.h where it has a fitting one. */
export const START_FAILURES = {
  SETTING_INVALID: {
    exitCode: 78,
    text: { vi: 'cấu hình không dùng được: {what}', en: 'unusable setting: {what}' },
  },
  NODE_TOO_OLD: {
    exitCode: 70,
    text: {
      vi: 'cần Node 24.15 trở lên, đang là {what}; hãy dùng npm start',
      en: 'Node 24.15 or newer is needed, this is {what}; use npm start',
    },
  },
  PORT_IN_USE: {
    exitCode: 69,
    text: {
      vi: 'cổng {what} đang có chương trình khác dùng; đặt PORT khác rồi chạy lại',
      en: 'port {what} is in use by another program; set another PORT and start again',
    },
  },
  PORT_REFUSED: {
    exitCode: 69,
    text: {
      vi: 'không mở được cổng {what}; kiểm tra PORT và HOST',
      en: 'cannot listen on {what}; check PORT and HOST',
    },
  },
  DATA_READ_ONLY: {
    exitCode: 73,
    text: {
      vi: 'không ghi được vào thư mục dữ liệu {what}; kiểm tra quyền hoặc đặt GUONG_DATA',
      en: 'the data folder {what} cannot be written; check its permissions or set GUONG_DATA',
    },
  },
  DATA_IN_USE: {
    exitCode: 75,
    text: {
      vi: 'thư mục dữ liệu {what} đang có tiến trình khác dùng',
      en: 'the data folder {what} is in use by another process',
    },
  },
  DATA_NEWER: {
    exitCode: 76,
    text: {
      vi: 'thư mục dữ liệu {what} thuộc phiên bản mới hơn; hãy nâng cấp Gương',
      en: 'the data folder {what} is of a newer version; upgrade Gương',
    },
  },
  DATA_DAMAGED: {
    exitCode: 74,
    text: {
      vi: 'dữ liệu trong {what} bị hỏng; hãy khôi phục từ bản sao lưu',
      en: 'the data in {what} are damaged; restore a backup',
    },
  },
  DATA_FULL: {
    exitCode: 74,
    text: { vi: 'hết chỗ trống cho thư mục dữ liệu {what}', en: 'no space left for {what}' },
  },
  HOLIDAYS_INVALID: {
    exitCode: 78,
    text: {
      vi: 'tệp ngày nghỉ holidays.json sai ở chỗ «{what}»; sửa lại hoặc bỏ tệp đi',
      en: 'the file holidays.json is wrong at “{what}”; mend it or take it away',
    },
  },
  EVENTS_UNREACHABLE: {
    exitCode: 69,
    text: {
      vi: 'không kết nối được với kho sự kiện {what}; kiểm tra máy chủ và GUONG_EVENTS_URL',
      en: 'the event log at {what} cannot be reached; check the server and GUONG_EVENTS_URL',
    },
  },
  EVENTS_DENIED: {
    exitCode: 77,
    text: {
      vi: 'kho sự kiện {what} không cho người dùng này vào; kiểm tra GUONG_EVENTS_URL',
      en: 'the event log at {what} does not let this user in; check GUONG_EVENTS_URL',
    },
  },
  EVENTS_UNSAFE: {
    exitCode: 78,
    text: {
      vi: 'cấu hình của kho sự kiện {what} cho phép xóa hoặc sửa sự kiện; hãy khóa lại trước',
      en: 'the settings of the event log at {what} let events be removed or changed; mend them first',
    },
  },
  EVENTS_OLDER: {
    exitCode: 65,
    text: {
      vi: 'kho sự kiện {what} cũ hơn các bảng đã dựng từ nó; dựng lại bằng guong rebuild',
      en: 'the event log at {what} is older than the views built from it; run guong rebuild',
    },
  },
  VIEWS_UNREACHABLE: {
    exitCode: 69,
    text: {
      vi: 'không kết nối được với PostgreSQL {what}; kiểm tra máy chủ và GUONG_VIEWS_URL',
      en: 'PostgreSQL at {what} cannot be reached; check the server and GUONG_VIEWS_URL',
    },
  },
  VIEWS_DENIED: {
    exitCode: 77,
    text: {
      vi: 'PostgreSQL {what} không cho người dùng này vào; kiểm tra GUONG_VIEWS_URL và quyền',
      en: 'PostgreSQL at {what} does not let this user in; check GUONG_VIEWS_URL and its rights',
    },
  },
  VIEWS_NEWER: {
    exitCode: 76,
    text: {
      vi: 'cơ sở dữ liệu {what} thuộc phiên bản mới hơn; hãy nâng cấp Gương',
      en: 'the database at {what} is of a newer version; upgrade Gương',
    },
  },
  DEMO_IN_PRODUCTION: {
    exitCode: 77,
    text: {
      vi: 'dữ liệu ở {what} có tài khoản thử nghiệm; không chạy với GUONG_ENV=production',
      en: 'the data at {what} hold demo accounts; not started with GUONG_ENV=production',
    },
  },
} satisfies Record<string, StartFailure>;

export type StartFailureCode = keyof typeof START_FAILURES;

/** The server cannot start, for a reason the operator can mend. */
export class StartError extends Error {
  constructor(
    readonly code: StartFailureCode,
    readonly what: string,
    options?: ErrorOptions,
  ) {
    super(`${code}: ${what}`, options);
    this.name = 'StartError';
  }

  get exitCode(): number {
    return START_FAILURES[this.code].exitCode;
  }

  /** The line printed in that language. */
  line(language: keyof Bilingual): string {
    return START_FAILURES[this.code].text[language].replace('{what}', () => this.what);
  }
}
