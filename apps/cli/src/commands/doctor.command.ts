import type { Command } from 'commander';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { action, type Options } from '../command.js';
import { ofCluster } from '../doctor-cluster.js';
import { examined } from '../doctor-parts.js';
import { type DoctorReport, rendered } from '../doctor-report.js';
import { EXIT } from '../exit-codes.js';
import { isEmptyFolder, placeOf, withAccounts } from '../place.js';
import type { Terminal } from '../terminal.js';
import { withProduct } from '../with-product.js';

const FILES = ['events.db', 'events.db-wal', 'views.db', 'views.db-wal', 'reactors.db', 'keys.db'];

/** `doctor`: whether the data are well, and what to do if they are not. */
export const doctorCommand = (program: Command): void =>
  void program
    .command('doctor')
    .description('are the data well / dữ liệu có ổn không')
    .action(action(run));

async function run(terminal: Terminal, options: Options): Promise<number> {
  const place = placeOf(options);
  if (place.kind === 'folder' && isEmptyFolder(place.folder)) {
    const { folder } = place;
    terminal.say({ vi: `${folder} chưa có dữ liệu`, en: `${folder} holds no data yet` });
    return EXIT.findings;
  }
  const accounts = await withAccounts(place, async (store) => ({
    all: (await store.all()).length,
    demo: await store.hasDemo(),
  }));
  const report: DoctorReport =
    place.kind === 'folder'
      ? await ofFolder(place.folder, accounts)
      : { ...(await ofCluster(place)), accounts };
  terminal.result(report, (language) => rendered(report, language));
  return report.ill.length === 0 && report.failure === undefined ? EXIT.ok : EXIT.findings;
}

const ofFolder = (folder: string, accounts: DoctorReport['accounts']): Promise<DoctorReport> =>
  withProduct({ kind: 'folder', folder }, async (opened) => {
    // Alone, what is behind catches up now; in a cluster how far behind it is is the question.
    await opened.settled();
    const parts = await examined(opened);
    return { place: folder, ...parts, files: sizes(folder), accounts };
  });

const sizes = (folder: string): Record<string, number> =>
  Object.fromEntries(
    FILES.flatMap((file) => {
      const stat = statSync(join(folder, file), { throwIfNoEntry: false });
      return stat === undefined ? [] : [[file, stat.size]];
    }),
  );
