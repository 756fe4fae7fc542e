import type { Command } from 'commander';
import { compareWithRebuild, type TableComparison } from '#libs/assembly';
import { action, type Options } from '../command.js';
import { EXIT } from '../exit-codes.js';
import { placeOf } from '../place.js';
import type { Terminal } from '../terminal.js';
import { withProduct } from '../with-product.js';

/** `check`: whether the read models say exactly what the log says. */
export const checkCommand = (program: Command): void =>
  void program
    .command('check')
    .description('compare the read models with a rebuild / so bảng đọc với dựng lại từ nhật ký')
    .action(action(run));

async function run(terminal: Terminal, options: Options): Promise<number> {
  return withProduct(placeOf(options), async ({ settled, store, views }) => {
    await settled();
    const tables = await compareWithRebuild(store, views);
    const wrong = tables.filter(({ differing }) => differing.length > 0);
    terminal.result({ same: wrong.length === 0, tables }, (language) =>
      tables.map((table) => line(table, language === 'vi')).join('\n'),
    );
    return wrong.length === 0 ? EXIT.ok : EXIT.findings;
  });
}

function line({ table, rows, differing }: TableComparison, vi: boolean): string {
  if (differing.length === 0)
    return vi ? `${table}: ${rows} dòng, khớp` : `${table}: ${rows} rows, the same`;
  return [
    vi ? `${table}: KHÁC` : `${table}: DIFFERENT`,
    ...differing.map((row) => `  ${row}`),
  ].join('\n');
}
