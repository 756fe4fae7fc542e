import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import type { Engine } from '#libs/engine';
import {
  type ImportCommand,
  type ImportOutcome,
  type ImportResult,
  type Kind,
  KINDS,
  runImport,
} from '#libs/importing';
import type { Language } from '#libs/platform';
import { reasonText, validateInput } from '#libs/platform';
import { action, type Options } from '../command.js';
import { EXIT } from '../exit-codes.js';
import { readyPlace, withAccounts } from '../place.js';
import type { Terminal } from '../terminal.js';
import { withProduct } from '../with-product.js';

const SYSTEM = { id: 'system.import', kind: 'system' } as const;

/** `import members FILE` and `import units FILE`: good rows go in, bad rows go to a report. */
export const importCommand = (program: Command): void =>
  void program
    .command('import')
    .description(
      'import members or units from a .csv or .xlsx file / nhập đảng viên hoặc tổ chức từ bảng tính',
    )
    .argument('<what>', KINDS.join(' | '))
    .argument('<file>')
    .option('--report <file>', 'where the report of bad rows goes (default: beside the file)')
    .option('--decision <number>', 'decision number for rows that state none')
    .option('--on <date>', 'date (yyyy-mm-dd) for rows that state none')
    .action(action(run));

async function run(
  terminal: Terminal,
  options: Options,
  [what, file]: readonly string[],
): Promise<number> {
  const kind = KINDS.find((one) => one === what);
  if (kind === undefined || file === undefined || !existsSync(file)) {
    terminal.say({
      vi:
        kind === undefined ? `nhập gì: chọn ${KINDS.join(' hoặc ')}` : `không có tệp ${file ?? ''}`,
      en:
        kind === undefined
          ? `import what: ${KINDS.join(' or ')}`
          : `there is no file ${file ?? ''}`,
    });
    return EXIT.usage;
  }
  const place = readyPlace(options);
  const key = await withAccounts(place, (accounts) => accounts.importKey());
  const idKey = key.toString('hex');
  const result = await withProduct(place, async ({ engine, views, settled }) => {
    await settled();
    const progress = terminal.progress({ vi: 'đang nhập', en: 'importing' }, 1);
    try {
      const done = await runImport({
        file,
        kind,
        today: new Date().toISOString().slice(0, 10),
        idKey,
        exists: async (workflow, id) =>
          ((await engine.instance(workflow, id))?.revision ?? -1) >= 0,
        unitsNamed: async (name) => {
          const open = views.db.selectFrom('unit').select('id').where('to_date', 'is', null);
          return (await open.where('folded_name', '=', name).execute()).map(({ id }) => id);
        },
        execute: (command) => execute(engine, command),
        onProgress: (seen) => progress.update(seen.done, seen.total),
        translate: (reason) => ({ vi: reasonText(reason, 'vi'), en: reasonText(reason, 'en') }),
        defaults: { on: options.on, decisionNo: options.decision },
        ...(options.report !== undefined && { report: options.report }),
      });
      await settled();
      return done;
    } finally {
      progress.stop();
    }
  });
  terminal.result(result, (language) => summary(result, kind, language));
  return result.kind === 'done' && result.refused === 0 ? EXIT.ok : EXIT.findings;
}

/** Validates as the API does, then executes as the system. */
async function execute(
  engine: Engine,
  { workflow, id, command, input, ...rest }: ImportCommand,
): Promise<ImportOutcome> {
  const spec = engine.workflow(workflow)?.commands[command];
  if (spec === undefined) throw new Error(`there is no command ${workflow}.${command}`);
  const valid = validateInput(spec.input, input);
  if (valid.kind === 'invalid') return { kind: 'refused', reasons: valid.reasons };
  return engine.execute({ workflow, id, command, input: valid.input, actor: SYSTEM, ...rest });
}

function summary(result: ImportResult, kind: Kind, language: Language): string {
  const { created, unchanged, duplicates, refused, report } = result;
  const lines =
    language === 'vi'
      ? [
          `${kind === 'members' ? 'Đảng viên' : 'Tổ chức'}: ${created} mới, ${unchanged} đã có, ${duplicates} trùng, ${refused} dòng lỗi`,
          `Báo cáo dòng lỗi: ${report}`,
        ]
      : [
          `${kind}: ${created} new, ${unchanged} already there, ${duplicates} duplicates, ${refused} bad rows`,
          `Report of bad rows: ${report}`,
        ];
  return result.kind === 'refused'
    ? [`${result.problem.text[language]} ${result.problem.mend[language]}`, ...lines].join('\n')
    : lines.join('\n');
}
