import type { Command } from 'commander';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { SqliteAccounts } from '#libs/platform';
import { action, type Options } from '../command.js';
import { dataFolder, isEmptyFolder } from '../data-folder.js';
import { EXIT } from '../exit-codes.js';
import type { Terminal } from '../terminal.js';
import { withProduct } from '../with-product.js';

const FILES = ['events.db', 'events.db-wal', 'views.db', 'views.db-wal', 'reactors.db', 'keys.db'];

/** `doctor`: whether the data folder is well, and what to do if it is not. */
export const doctorCommand = (program: Command): void =>
  void program
    .command('doctor')
    .description('is the data folder well / thư mục dữ liệu có ổn không')
    .action(action(run));

async function run(terminal: Terminal, options: Options): Promise<number> {
  const folder = dataFolder(options.data);
  if (isEmptyFolder(folder)) {
    terminal.say({ vi: `${folder} chưa có dữ liệu`, en: `${folder} holds no data yet` });
    return EXIT.findings;
  }
  const keys = new SqliteAccounts(folder, Date.now);
  const accounts = { all: keys.all().length, demo: keys.hasDemo() };
  keys.close();
  return withProduct({ folder }, async (guong) => {
    await guong.projections.caughtUp();
    const { head, lines, failure } = await guong.projections.status();
    const views = lines.map(({ name, version, state, position, parked }) => ({
      name,
      version,
      state,
      position,
      parked,
    }));
    const reactors = guong.reactors.map(({ status }) => status);
    const ill = [...views, ...reactors].filter((part) =>
      ['parked', 'ahead', 'failed', 'frozen'].includes('state' in part ? part.state : part.kind),
    );
    const report = {
      folder,
      head,
      files: sizes(folder),
      views,
      reactors,
      accounts,
      failure,
      ill: ill.map(({ name }) => name),
    };
    terminal.result(report, (language) => render(report, language === 'vi'));
    return ill.length === 0 && failure === undefined ? EXIT.ok : EXIT.findings;
  });
}

const sizes = (folder: string): Record<string, number> =>
  Object.fromEntries(
    FILES.flatMap((file) => {
      const stat = statSync(join(folder, file), { throwIfNoEntry: false });
      return stat === undefined ? [] : [[file, stat.size]];
    }),
  );

interface Report {
  readonly folder: string;
  readonly head: string;
  readonly files: Readonly<Record<string, number>>;
  readonly views: readonly {
    readonly name: string;
    readonly version: number;
    readonly state: string;
    readonly position: string;
    readonly parked: unknown;
  }[];
  readonly reactors: readonly {
    readonly name: string;
    readonly kind: string;
    readonly codes?: readonly string[];
  }[];
  readonly accounts: { readonly all: number; readonly demo: boolean };
  readonly ill: readonly string[];
}

function render(report: Report, vi: boolean): string {
  const say = (vietnamese: string, english: string): string => (vi ? vietnamese : english);
  const files = Object.entries(report.files).map(
    ([file, bytes]) => `  ${file}: ${(bytes / 1_048_576).toFixed(1)} MiB`,
  );
  const views = report.views.map(
    ({ name, version, state, parked }) =>
      `  ${name} v${version}: ${state}${parked === undefined ? '' : ` ${JSON.stringify(parked)}`}`,
  );
  const reactors = report.reactors.map(
    ({ name, kind, codes }) =>
      `  ${name}: ${kind}${codes === undefined ? '' : ` (${codes.join(', ')})`}`,
  );
  return [
    say(`Thư mục: ${report.folder}`, `Folder: ${report.folder}`),
    say(`Số sự kiện: ${Number(report.head || 0)}`, `Events: ${Number(report.head || 0)}`),
    ...files,
    say('Bảng đọc:', 'Read models:'),
    ...views,
    say('Phản ứng:', 'Reactors:'),
    ...reactors,
    say(`Tài khoản: ${report.accounts.all}`, `Accounts: ${report.accounts.all}`) +
      (report.accounts.demo
        ? say(' (có tài khoản thử nghiệm)', ' (demo accounts among them)')
        : ''),
    report.ill.length === 0
      ? say('Mọi thứ ổn.', 'All is well.')
      : say(`Cần xem: ${report.ill.join(', ')}`, `Look at: ${report.ill.join(', ')}`),
  ].join('\n');
}
