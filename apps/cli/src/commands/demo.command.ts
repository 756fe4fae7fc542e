import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { ensureFolder, type Variables } from '#libs/platform';
import {
  DEMO_SEED,
  demoPeople,
  type LoadReport,
  loadScenarios,
  readScenarios,
} from '#libs/scenarios';
import { action, type Options } from '../command.js';
import { EXIT } from '../exit-codes.js';
import { requireIdle } from '../idle-log.js';
import { copyLog } from '../log-copying.js';
import { isEmptyFolder, nameOf, type Place, readyPlace, withAccounts } from '../place.js';
import type { Terminal } from '../terminal.js';
import { withFolder } from '../with-product.js';

/** Known to everybody; such accounts keep a production server from starting. */
const DEMO_PASSWORD = 'guong-demo';

/** How far loading takes the progress bar; the rest is building the views. */
const LOADING_PERCENT = 80;

/** `demo`: five organisations' years, executed as commands, and six accounts. */
export const demoCommand = (program: Command): void =>
  void program
    .command('demo')
    .description('load five demo organisations into an empty place / nạp năm tổ chức mẫu')
    .option('--if-empty', 'say nothing and do nothing when it is not empty')
    .action(action(run));

async function run(terminal: Terminal, options: Options): Promise<number> {
  const place = readyPlace(options);
  // An interrupted load left a log without accounts; loading again goes on where it stopped.
  const isLoaded =
    !(place.kind === 'folder' && isEmptyFolder(place.folder)) &&
    (await withAccounts(place, async (accounts) => (await accounts.all()).length > 0));
  if (isLoaded && options.ifEmpty) return EXIT.ok;
  if (isLoaded) {
    terminal.say({
      vi: `${nameOf(place)} không trống, không nạp gì`,
      en: `${nameOf(place)} is not empty; nothing was loaded`,
    });
    return EXIT.findings;
  }
  terminal.say({
    vi: 'guong: đang nạp năm tổ chức mẫu, khoảng một phút …',
    en: 'guong: loading five demo organisations, about a minute …',
  });
  const start = performance.now();
  const report = await load(terminal, place, options.variables);
  if (report === undefined) return EXIT.findings;
  await openAccounts(place);
  const seconds = (performance.now() - start) / 1000;
  const took = seconds.toFixed(1);
  terminal.result({ folder: nameOf(place), ...report, seconds }, (language) =>
    language === 'vi'
      ? `guong: đã nạp ${report.commands} lệnh của năm tổ chức trong ${took} giây`
      : `guong: loaded ${report.commands} commands of five organisations in ${took} s`,
  );
  return EXIT.ok;
}

/** `undefined`: the log of the cluster is not empty. */
async function load(
  terminal: Terminal,
  place: Place,
  variables: Variables,
): Promise<LoadReport | undefined> {
  if (place.kind === 'folder') return loadFolder(terminal, place.folder, 'all');
  const to = { kind: 'server', url: place.eventsUrl } as const;
  await requireIdle(to, variables);
  // In years that are over, time is simulated: reactors beside the load must follow that clock, and
  // those of the cluster do not. So it is loaded here and copied; a copy cut short goes on.
  const name = createHash('sha256').update(nameOf(place)).digest('hex').slice(0, 16);
  const folder = join(tmpdir(), `guong-demo-${name}`);
  ensureFolder(folder);
  const report = await loadFolder(terminal, folder, 'log');
  const outcome = await copyLog(terminal, { kind: 'folder', folder }, to);
  if (outcome.kind === 'moved') {
    rmSync(folder, { recursive: true, force: true });
    return report;
  }
  terminal.say({
    vi: `nhật ký ${nameOf(place)} không trống, không nạp gì`,
    en: `the log ${nameOf(place)} is not empty; nothing was loaded`,
  });
  return undefined;
}

async function loadFolder(
  terminal: Terminal,
  folder: string,
  what: 'all' | 'log',
): Promise<LoadReport> {
  let now = 0;
  // Views are built from the whole log afterwards, and a load cut short is simply run again.
  const options = { folder, clock: () => now, offline: true, repeatable: true } as const;
  return withFolder({ ...options, starts: 'reactors' }, async (guong) => {
    const progress = terminal.progress({ vi: 'đang nạp dữ liệu mẫu', en: 'loading the demo' }, 100);
    const report = await loadScenarios({
      execute: guong.engine.execute.bind(guong.engine),
      clock: { set: (iso) => void (now = Date.parse(iso)) },
      settled: guong.reacted,
      scenarios: readScenarios(),
      onProgress: ({ share }) => progress.update(Math.round(share * LOADING_PERCENT)),
    });
    if (what === 'all') {
      await guong.start();
      await guong.settled();
    }
    progress.stop();
    return report;
  });
}

const openAccounts = (place: Place): Promise<void> =>
  withAccounts(place, async (accounts) => {
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
  });
