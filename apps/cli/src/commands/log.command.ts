import type { Command } from 'commander';
import { installLog } from '#libs/event-store-eventstoredb';
import { SettingError, urlSetting } from '#libs/platform';
import { action, type Options } from '../command.js';
import { EXIT } from '../exit-codes.js';
import { findingText } from '../log-findings.js';
import { openServer } from '../log-place.js';
import { logName } from '../place.js';
import type { Terminal } from '../terminal.js';
import { PlaceError } from '../trouble.js';

const FORM = {
  schemes: ['esdb', 'esdb+discover'],
  example: 'esdb://user:password@host:2113',
  hosts: 'several',
} as const;

/** `log install` and `log check`: whether the server of the log keeps the record safe. */
export const logCommand = (program: Command): void => {
  const log = program.command('log').description('the log on a server / nhật ký trên máy chủ');
  log
    .command('install')
    .description(
      'give the rights a safe log needs, as an administrator / đặt quyền an toàn, với người quản trị',
    )
    .option('--writer <user...>', 'users of the server that record (default: guong)')
    .option('--reader <user...>', 'users that only read')
    .action(action(install));
  log
    .command('check')
    .description('settings that let the record be changed / thiết lập cho phép sửa hồ sơ')
    .action(action(check));
};

function addressOf({ variables }: Options): string {
  const url = urlSetting(variables, 'GUONG_EVENTS_URL', FORM);
  if (url !== undefined) return url;
  throw new SettingError('GUONG_EVENTS_URL', {
    vi: `GUONG_EVENTS_URL: chưa đặt; cần dạng ${FORM.example}`,
    en: `GUONG_EVENTS_URL: is not set; the form ${FORM.example} is needed`,
  });
}

async function install(terminal: Terminal, options: Options): Promise<number> {
  const url = addressOf(options);
  const { writer: writers = ['guong'], reader: readers = [] } = options;
  await ofLog(url, () => installLog(url, { writers, readers }));
  const [log, names] = [logName(url), writers.join(', ')];
  const text = {
    vi: `${log}: chỉ ${names} được ghi, chỉ người quản trị được xóa hay đổi thiết lập.`,
    en: `${log}: only ${names} may record, only administrators delete or change settings.`,
  };
  terminal.result({ log, writers, readers }, (language) => text[language]);
  return EXIT.ok;
}

async function check(terminal: Terminal, options: Options): Promise<number> {
  const url = addressOf(options);
  const store = openServer(url, Date.now);
  try {
    const { findings } = await ofLog(url, () => store.check());
    terminal.result({ log: logName(url), safe: findings.length === 0, findings }, (language) =>
      findings.length === 0
        ? language === 'vi'
          ? `${logName(url)}: không có gì cho phép sửa hồ sơ.`
          : `${logName(url)}: nothing lets the record be changed.`
        : findings.map((finding) => findingText(finding)[language]).join('\n'),
    );
    return findings.length === 0 ? EXIT.ok : EXIT.findings;
  } finally {
    await store.close();
  }
}

async function ofLog<T>(url: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new PlaceError(logName(url), error);
  }
}
