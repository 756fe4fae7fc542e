import type { Command } from 'commander';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { action, type Options } from '../command.js';
import { type DoctorReport, type IllPart, rendered } from '../doctor-report.js';
import { EXIT } from '../exit-codes.js';
import { isEmptyFolder, nameOf, type Place, placeOf, withAccounts } from '../place.js';
import type { Terminal } from '../terminal.js';
import { type Opened, withProduct } from '../with-product.js';

const FILES = ['events.db', 'events.db-wal', 'views.db', 'views.db-wal', 'reactors.db', 'keys.db'];
const ILL = ['parked', 'ahead', 'failed', 'frozen'];

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
  return withProduct(place, async (opened) => {
    // Alone, what is behind catches up now; beside others, how far behind it is is the question.
    if (place.kind === 'folder') await opened.settled();
    const report = await examined(place, opened, accounts);
    terminal.result(report, (language) => rendered(report, language));
    return report.ill.length === 0 && report.failure === undefined ? EXIT.ok : EXIT.findings;
  });
}

async function examined(
  place: Place,
  { projections, standing }: Opened,
  accounts: DoctorReport['accounts'],
): Promise<DoctorReport> {
  const { head, lines, failure } = await projections.status();
  const views = lines.map(({ name, version, role, state, position, parked }) => ({
    name,
    version,
    role,
    state,
    position,
    parked,
  }));
  const reactors = await standing.reactors();
  const ill: IllPart[] = [
    ...views.map(({ name, state }) => ({ kind: 'view' as const, name, state })),
    ...reactors.map(({ name, kind }) => ({ kind: 'reactor' as const, name, state: kind })),
  ].filter(({ state }) => ILL.includes(state));
  return {
    place: nameOf(place),
    head,
    ...(place.kind === 'folder' && { files: sizes(place.folder) }),
    views,
    reactors,
    accounts,
    ...(failure !== undefined && { failure }),
    ill,
  };
}

const sizes = (folder: string): Record<string, number> =>
  Object.fromEntries(
    FILES.flatMap((file) => {
      const stat = statSync(join(folder, file), { throwIfNoEntry: false });
      return stat === undefined ? [] : [[file, stat.size]];
    }),
  );
