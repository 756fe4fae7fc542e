import type { Command } from 'commander';
import { setTimeout as delay } from 'node:timers/promises';
import type { Guong } from '#libs/assembly';
import { READ_MODELS } from '#libs/read-models';
import { action, type Options } from '../command.js';
import { dataFolder } from '../data-folder.js';
import { EXIT } from '../exit-codes.js';
import type { Terminal } from '../terminal.js';
import { withProduct } from '../with-product.js';

const POLL_MS = 100;

/** `rebuild [view]`: builds the read models anew beside the old ones, then switches. */
export const rebuildCommand = (program: Command): void =>
  void program
    .command('rebuild')
    .description('build read models anew from the log / dựng lại các bảng đọc từ nhật ký')
    .argument('[view]', READ_MODELS.map(({ name }) => name).join(' | '))
    .action(action(run));

async function run(
  terminal: Terminal,
  options: Options,
  [view]: readonly string[],
): Promise<number> {
  const names = READ_MODELS.map(({ name }) => name).filter(
    (name) => view === undefined || name === view,
  );
  if (names.length === 0) {
    terminal.say({ vi: `không có bảng đọc ${view ?? ''}`, en: `there is no view ${view ?? ''}` });
    return EXIT.usage;
  }
  return withProduct({ folder: dataFolder(options.data), offline: true }, async (guong) => {
    await guong.settled();
    const start = performance.now();
    for (const name of names) await guong.projections.rebuild(name);
    await built(terminal, guong);
    const { head, lines } = await guong.projections.status();
    const stopped = lines.filter(({ state }) => state === 'parked' || state === 'ahead');
    const events = Number(head === '' ? 0 : head);
    const result = { views: names, events, seconds: (performance.now() - start) / 1000, stopped };
    const rate = Math.round(events / result.seconds);
    terminal.result(result, (language) =>
      language === 'vi'
        ? `Đã dựng lại ${names.join(', ')}: ${events} sự kiện, ${rate} sự kiện/giây`
        : `Rebuilt ${names.join(', ')}: ${events} events, ${rate} events/s`,
    );
    return stopped.length === 0 ? EXIT.ok : EXIT.findings;
  });
}

async function built(terminal: Terminal, { projections, store }: Guong): Promise<void> {
  const head = Number((await store.head()) || 0);
  const progress = terminal.progress({ vi: 'đang dựng lại', en: 'rebuilding' }, head);
  for (;;) {
    const { lines } = await projections.status();
    const building = lines.filter(
      ({ role, state }) => role === 'building' && state === 'catchingUp',
    );
    if (building.length === 0) break;
    progress.update(Math.min(...building.map(({ position }) => Number(position || 0))));
    await delay(POLL_MS);
  }
  await projections.caughtUp();
  progress.stop();
}
