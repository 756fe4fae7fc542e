import { OrderFailed } from '#libs/cluster';
import { StoreError } from '#libs/event-store';
import {
  type Bilingual,
  dataError,
  isDatabaseAway,
  isViewMissing,
  SettingError,
  START_FAILURES,
  StartError,
  type Variables,
} from '#libs/platform';
import { nameOf, type Place, placeOf } from './place.js';

/** Why a command could not do its work, in words an operator can act on. */
export interface Trouble {
  readonly text: Bilingual;
  readonly exitCode: number;
}

/** What a log on a server can say; `{what}` is its address. Exit codes follow sysexits.h. */
const OF_LOG: Readonly<Partial<Record<StoreError['code'], Trouble>>> = {
  STORE_UNAVAILABLE: {
    exitCode: 69,
    text: {
      vi: 'không nối được với nhật ký {what}; kiểm tra địa chỉ, mạng và máy chủ',
      en: 'the log {what} cannot be reached; check address, network and server',
    },
  },
  STORE_OUTCOME_UNKNOWN: {
    exitCode: 75,
    text: {
      vi: 'nhật ký {what} không trả lời kịp, chưa rõ đã ghi hay chưa; chạy lại lệnh này',
      en: 'the log {what} did not answer in time and may or may not have written; run it again',
    },
  },
  STORE_DENIED: {
    exitCode: 77,
    text: {
      vi: 'nhật ký {what} không cho người dùng này làm việc đó; kiểm tra tên và mật khẩu',
      en: 'the log {what} does not let this user; check user and password',
    },
  },
  STORE_TOO_LARGE: {
    exitCode: 65,
    text: {
      vi: 'một sự kiện lớn hơn mức nhật ký {what} nhận; tăng giới hạn của máy chủ',
      en: 'an event is larger than the log {what} takes; raise the limit of the server',
    },
  },
  STORE_UNSAFE: {
    exitCode: 78,
    text: {
      vi: 'cấu hình của nhật ký {what} cho phép sửa hồ sơ; chạy guong log check',
      en: 'settings of the log {what} let the record be changed; run guong log check',
    },
  },
  STORE_AHEAD: {
    exitCode: 74,
    text: {
      vi: 'nhật ký {what} ngắn hơn những gì đã đọc; chạy guong views reset',
      en: 'the log {what} is shorter than what was read of it; run guong views reset',
    },
  },
};

const DATABASE_AWAY: Trouble = {
  exitCode: 69,
  text: {
    vi: 'không nối được với cơ sở dữ liệu (GUONG_VIEWS_URL)',
    en: 'the database cannot be reached (GUONG_VIEWS_URL)',
  },
};

const UNKEPT: Trouble = {
  exitCode: 75,
  text: {
    vi: 'không tiến trình nào giữ {what}: chạy guong projector rồi thử lại',
    en: 'no projector keeps {what}: start guong projector, then try again',
  },
};

const UNANSWERED: Trouble = {
  exitCode: 75,
  text: {
    vi: 'tiến trình giữ {what} đã nhận lệnh nhưng chưa trả lời: xem guong doctor trước khi thử lại',
    en: 'the projector that keeps {what} took the order and has not answered: see guong doctor first',
  },
};

const ORDER_FAILED: Trouble = {
  exitCode: 75,
  text: {
    vi: 'tiến trình giữ {what} không làm được lệnh; nguyên nhân ghi trong nhật ký của tiến trình đó',
    en: 'the projector that keeps {what} failed at the order; its own output says why',
  },
};

const OF_ORDER: Readonly<Record<OrderFailed['code'], Trouble>> = {
  ORDER_UNTAKEN: UNKEPT,
  ORDER_UNANSWERED: UNANSWERED,
  ORDER_FAILED,
};

const UNBUILT: Trouble = {
  exitCode: 75,
  text: {
    vi: 'chưa có bảng số liệu nào: chạy guong projector rồi thử lại',
    en: 'there are no views yet: start guong projector, then try again',
  },
};

/** In a cluster: these views do not move, because no projector keeps them. */
export class ViewsUnkept extends Error {
  constructor(readonly views: readonly string[]) {
    super(`nobody keeps ${views.join(', ')}`);
    this.name = 'ViewsUnkept';
  }
}

const SERVED: Trouble = {
  exitCode: 75,
  text: {
    vi: '{what} đang chạy: dừng mọi guong projector và guong serve rồi chạy lại',
    en: '{what} is at work: stop every guong projector and guong serve, then run it again',
  },
};

/** A log that is to stand still, and projectors work on it. */
export class LogServed extends Error {
  constructor(readonly place: string) {
    super('projectors work on this log');
    this.name = 'LogServed';
  }
}

/** An error of a store together with the place it is about, where that is not the place of work. */
export class PlaceError extends Error {
  constructor(
    readonly place: string,
    override readonly cause: unknown,
  ) {
    super('a place cannot be used', { cause });
    this.name = 'PlaceError';
  }
}

/** `undefined`: nothing an operator can mend. */
export function troubleOf(
  error: unknown,
  told: { readonly data?: string; readonly variables: Variables },
): Trouble | undefined {
  if (error instanceof SettingError)
    return filled(START_FAILURES.SETTING_INVALID, error.text.vi, error.text.en);
  if (error instanceof PlaceError) return ofPlace(error.cause, error.place);
  if (error instanceof ViewsUnkept) return filled(UNKEPT, error.views.join(', '));
  if (error instanceof LogServed) return filled(SERVED, error.place);
  if (error instanceof OrderFailed) return filled(OF_ORDER[error.code], error.projection);
  if (isViewMissing(error)) return UNBUILT;
  if (isDatabaseAway(error)) return DATABASE_AWAY;
  return ofPlace(error, nameOf(settled(told)));
}

/** Settings that cannot be read were complained of already. */
function settled(told: { readonly data?: string; readonly variables: Variables }): Place {
  try {
    return placeOf(told);
  } catch {
    return { kind: 'folder', folder: '' };
  }
}

function ofPlace(error: unknown, place: string): Trouble | undefined {
  const ofLog = error instanceof StoreError ? OF_LOG[error.code] : undefined;
  if (ofLog !== undefined) return filled(ofLog, place);
  const trouble = dataError(error, place);
  if (!(trouble instanceof StartError)) return undefined;
  return { text: { vi: trouble.line('vi'), en: trouble.line('en') }, exitCode: trouble.exitCode };
}

const filled = ({ text, exitCode }: Trouble, vi: string, en = vi): Trouble => ({
  exitCode,
  text: {
    vi: text.vi.replace('{what}', () => vi),
    en: text.en.replace('{what}', () => en),
  },
});
