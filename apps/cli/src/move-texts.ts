import type { LogDifference, MoveOutcome } from '#libs/assembly';
import type { Language } from '#libs/platform';
import type { LogPlace } from './log-place.js';

/** The outcome of a move in lines for a person; places are without secrets. */
export function said(
  outcome: MoveOutcome,
  { from, to }: { readonly from: string; readonly to: string },
  language: Language,
): readonly string[] {
  const say = (vi: string, en: string): string => (language === 'vi' ? vi : en);
  if (outcome.kind === 'grew')
    return [
      say(
        `Trong lúc chép, ${from} có thêm sự kiện: dừng mọi máy chủ rồi chạy lại lệnh này.`,
        `Something was recorded in ${from} meanwhile: stop every server, then run this again.`,
      ),
    ];
  if (outcome.kind === 'foreign')
    return [
      say(
        `${to} có sự kiện không phải của Gương trong luồng ${outcome.stream}: chọn một nơi trống.`,
        `${to} holds events that are not Gương's in stream ${outcome.stream}: choose an empty place.`,
      ),
    ];
  if (outcome.kind === 'differs')
    return [
      say(
        `${to} khác ${from} từ ${place(outcome.difference, language)}.`,
        `${to} differs from ${from} at ${place(outcome.difference, language)}.`,
      ),
      say(
        'Không chép tiếp được: chọn một nơi trống, hoặc nơi một lần chép dở của chính nhật ký này.',
        'It cannot go on: choose an empty place, or one where a copy of this very log was cut off.',
      ),
    ];
  const { source, target } = outcome.equality;
  return [
    say(
      `Đã chép ${outcome.copied} sự kiện từ ${from} sang ${to}; cả hai có ${target.events} sự kiện, khớp từng sự kiện.`,
      `Copied ${outcome.copied} events from ${from} to ${to}; both hold ${target.events} events, each the same.`,
    ),
    `SHA-256 ${say('nguồn', 'source')}: ${source.sha256}`,
    `SHA-256 ${say('đích', 'target')}: ${target.sha256}`,
  ];
}

/** What remains to be done after a move. */
export const nextSteps = (from: LogPlace, to: LogPlace, language: Language): readonly string[] =>
  (to.kind === 'server' ? TO_SERVER : TO_FOLDER)[language].map((line) =>
    line
      .replace('{from}', () => (from.kind === 'folder' ? from.folder : '…'))
      .replace('{to}', () => (to.kind === 'folder' ? to.folder : '')),
  );

const TO_SERVER: Readonly<Record<Language, readonly string[]>> = {
  vi: [
    'Tiếp theo:',
    '1. Đặt hai biến cho mọi tiến trình: GUONG_EVENTS_URL=esdb://…  GUONG_VIEWS_URL=postgres://…',
    '2. Tài khoản không nằm trong nhật ký: guong accounts copy --from {from}; holidays.json chép tay',
    '3. Chạy guong projector (một hay nhiều), rồi guong serve; bảng đọc được dựng từ nhật ký',
    '4. guong doctor. Giữ thư mục cũ, không chạy gì trên đó nữa.',
  ],
  en: [
    'Next:',
    '1. Set two variables for every process: GUONG_EVENTS_URL=esdb://…  GUONG_VIEWS_URL=postgres://…',
    '2. Accounts are not in the log: guong accounts copy --from {from}; copy holidays.json by hand',
    '3. Start guong projector (one or several), then guong serve; views are built from the log',
    '4. guong doctor. Keep the old folder, and run nothing on it any more.',
  ],
};

const TO_FOLDER: Readonly<Record<Language, readonly string[]>> = {
  vi: [
    'Tiếp theo:',
    '1. Bỏ GUONG_EVENTS_URL và GUONG_VIEWS_URL, đặt GUONG_DATA={to}',
    '2. Tài khoản không nằm trong nhật ký: chép keys.db và holidays.json, hoặc guong accounts put …',
    '3. guong doctor, rồi npm start; bảng đọc được dựng từ nhật ký',
  ],
  en: [
    'Next:',
    '1. Take GUONG_EVENTS_URL and GUONG_VIEWS_URL away, set GUONG_DATA={to}',
    '2. Accounts are not in the log: copy keys.db and holidays.json, or guong accounts put …',
    '3. guong doctor, then npm start; views are built from the log',
  ],
};

const PARTS: Readonly<
  Record<'missing' | 'surplus' | 'damaged', Readonly<Record<Language, string>>>
> = {
  missing: { vi: 'đích thiếu', en: 'missing in the target' },
  surplus: { vi: 'nguồn không có', en: 'not in the source' },
  damaged: { vi: 'bị hỏng ở đích', en: 'damaged in the target' },
};

function place({ event, stream, revision, part }: LogDifference, language: Language): string {
  const what =
    part === 'missing' || part === 'surplus' || part === 'damaged'
      ? PARTS[part][language]
      : `${language === 'vi' ? 'trường' : 'field'} ${part}`;
  return language === 'vi'
    ? `sự kiện thứ ${event} (${stream}, bản ${revision}): ${what}`
    : `event ${event} (${stream}, revision ${revision}): ${what}`;
}
