import type { Command } from 'commander';
import { READ_MODELS } from '#libs/read-models';
import { action, type Options } from '../command.js';
import { EXIT } from '../exit-codes.js';
import { placeOf } from '../place.js';
import type { Terminal } from '../terminal.js';
import { rebuilt } from '../view-building.js';
import { withProduct } from '../with-product.js';

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
  const where = placeOf(options);
  return withProduct(
    where,
    async (opened) => {
      // Beside others, what is behind catches up by itself; alone it would be built twice.
      if (where.kind === 'folder') await opened.settled();
      const start = performance.now();
      const { head, stopped } = await rebuilt(terminal, opened, names);
      const seconds = (performance.now() - start) / 1000;
      const [views, place] = [names.join(', '), head || '0'];
      const took = seconds.toFixed(1);
      const text = {
        vi: `Đã dựng lại ${views} đến vị trí ${place} trong ${took} giây`,
        en: `Rebuilt ${views} up to position ${place} in ${took} s`,
      };
      terminal.result({ views: names, head, seconds, stopped }, (language) => text[language]);
      return stopped.length === 0 ? EXIT.ok : EXIT.findings;
    },
    { offline: true },
  );
}
