import type { Command } from 'commander';
import { SqliteAccounts } from '#libs/platform';
import {
  DEMO_SEED,
  demoPeople,
  type LoadReport,
  loadScenarios,
  readScenarios,
} from '#libs/scenarios';
import { action, type Options } from '../command.js';
import { isEmptyFolder, readyFolder } from '../data-folder.js';
import { EXIT } from '../exit-codes.js';
import type { Terminal } from '../terminal.js';
import { withProduct } from '../with-product.js';

/** Known to everybody; such accounts keep a production server from starting. */
const DEMO_PASSWORD = 'guong-demo';

/** How far loading takes the progress bar; the rest is building the views. */
const LOADING_PERCENT = 80;

/** `demo`: five organisations' years, executed as commands, and six accounts. */
export const demoCommand = (program: Command): void =>
  void program
    .command('demo')
    .description('load five demo organisations into an empty folder / nạp năm tổ chức mẫu')
    .option('--if-empty', 'say nothing and do nothing when the folder is not empty')
    .action(action(run));

async function run(terminal: Terminal, options: Options): Promise<number> {
  const folder = readyFolder(options.data);
  // An interrupted load left a log without accounts; loading again goes on where it stopped.
  const isLoaded = !isEmptyFolder(folder) && hasAccounts(folder);
  if (isLoaded && options.ifEmpty) return EXIT.ok;
  if (isLoaded) {
    terminal.say({
      vi: `${folder} không trống, không nạp gì`,
      en: `${folder} is not empty; nothing was loaded`,
    });
    return EXIT.findings;
  }
  terminal.say({
    vi: 'guong: đang nạp năm tổ chức mẫu, khoảng một phút …',
    en: 'guong: loading five demo organisations, about a minute …',
  });
  const start = performance.now();
  const report = await load(terminal, folder);
  await openAccounts(folder);
  const seconds = (performance.now() - start) / 1000;
  const took = seconds.toFixed(1);
  terminal.result({ folder, ...report, seconds }, (language) =>
    language === 'vi'
      ? `guong: đã nạp ${report.commands} lệnh của năm tổ chức trong ${took} giây`
      : `guong: loaded ${report.commands} commands of five organisations in ${took} s`,
  );
  return EXIT.ok;
}

function hasAccounts(folder: string): boolean {
  const accounts = new SqliteAccounts(folder, Date.now);
  const some = accounts.all().length > 0;
  accounts.close();
  return some;
}

async function load(terminal: Terminal, folder: string): Promise<LoadReport> {
  let now = 0;
  // Views are built from the whole log afterwards, and a load cut short is simply run again.
  const options = { folder, clock: () => now, offline: true, repeatable: true } as const;
  return withProduct({ ...options, starts: 'reactors' }, async (guong) => {
    const progress = terminal.progress({ vi: 'đang nạp dữ liệu mẫu', en: 'loading the demo' }, 100);
    const report = await loadScenarios({
      execute: guong.engine.execute.bind(guong.engine),
      clock: { set: (iso) => void (now = Date.parse(iso)) },
      settled: guong.reacted,
      scenarios: readScenarios(),
      onProgress: ({ share }) => progress.update(Math.round(share * LOADING_PERCENT)),
    });
    await guong.start();
    await guong.settled();
    progress.stop();
    return report;
  });
}

async function openAccounts(folder: string): Promise<void> {
  const accounts = new SqliteAccounts(folder, Date.now);
  for (const { username, personId, roles, warrants, grants } of demoPeople(
    readScenarios(),
    DEMO_SEED,
  ))
    await accounts.put({
      username,
      password: DEMO_PASSWORD,
      personId,
      roles,
      warrants,
      grants,
      demo: true,
    });
  accounts.close();
}
