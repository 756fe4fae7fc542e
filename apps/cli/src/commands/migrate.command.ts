import type { Command } from 'commander';
import { type MigrationReport, migrateInstances, planMigration } from '#libs/engine';
import type { ChangedButton, DryRun } from '#libs/kernel';
import { capital, termOf } from '#libs/definition-docs';
import { type Language, reasonText } from '#libs/platform';
import { action, type Options } from '../command.js';
import { EXIT } from '../exit-codes.js';
import { placeOf } from '../place.js';
import type { Terminal } from '../terminal.js';
import { withProduct } from '../with-product.js';

/** `migrate WORKFLOW --to N`: live records go over to a newer version of their definition. */
export const migrateCommand = (program: Command): void =>
  void program
    .command('migrate')
    .description('live records to a newer definition / chuyển hồ sơ sang bản quy trình mới')
    .argument('<workflow>')
    .requiredOption('--to <version>', 'the version to go to')
    .option('--dry-run', 'only say what would happen')
    .action(action(run));

async function run(
  terminal: Terminal,
  options: Options,
  [name = '']: readonly string[],
): Promise<number> {
  const to = Number(options.to);
  return withProduct(placeOf(options), async ({ engine, store }) => {
    const workflow = engine.workflow(name);
    const versions = workflow && [...workflow.previous.keys(), workflow.version];
    if (workflow === undefined || !versions?.includes(to)) {
      const known = versions?.join(', ') ?? '';
      terminal.say({
        vi: `không có bản ${options.to} của quy trình ${name} (có: ${known})`,
        en: `there is no version ${options.to} of the workflow ${name} (there is: ${known})`,
      });
      return EXIT.usage;
    }
    const bar = terminal.progress({ vi: 'đọc hồ sơ', en: 'reading records' }, 1);
    const parts = { engine, store, workflow, to };
    const plan = await planMigration({ ...parts, progress: (done, all) => bar.update(done, all) });
    bar.stop();
    const report = options.dryRun ? undefined : await migrated(terminal, parts);
    terminal.result({ ...plan, ...report }, (language) => rendered(plan, report, language));
    return plan.stranded.length === 0 && (report?.refused ?? []).length === 0
      ? EXIT.ok
      : EXIT.findings;
  });
}

async function migrated(
  terminal: Terminal,
  parts: Parameters<typeof migrateInstances>[0],
): Promise<MigrationReport> {
  const bar = terminal.progress({ vi: 'chuyển hồ sơ', en: 'migrating records' }, 1);
  const report = await migrateInstances({
    ...parts,
    progress: (done, all) => bar.update(done, all),
  });
  bar.stop();
  return report;
}

/** `above:committee`, `is:memberId`, `secretary` in words. */
function roleText(role: string, language: Language): string {
  const [kind = '', code] = role.split(':');
  if (kind === 'above')
    return language === 'vi'
      ? `${termOf('office', code ?? '', language)} ở cấp trên`
      : `${termOf('office', code ?? '', language)} of a unit above`;
  if (kind === 'is') return termOf('field', code ?? '', language);
  if (kind === 'system') return language === 'vi' ? 'hệ thống' : 'the system';
  if (kind === 'warranted')
    return language === 'vi' ? 'người có quyết định kiểm tra' : 'whoever holds a warrant';
  if (kind === 'anybody') return language === 'vi' ? 'bất kỳ ai' : 'anybody';
  return termOf('office', kind, language);
}

/** The lines a person reads; exported for its test. */
export function rendered(
  plan: DryRun,
  report: MigrationReport | undefined,
  language: Language,
): string {
  const say = (vi: string, en: string): string => (language === 'vi' ? vi : en);
  const word = (kind: string, code: string) => termOf(kind, code, language, plan.workflow);
  const button = ({ role, command, instances }: ChangedButton): string =>
    `  ${capital(roleText(role, language))}: ${word('command', command)} (${instances})`;
  const section = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : [`${title} (${lines.length}):`, ...lines];
  const lost = plan.lostDeadlines.map(
    ({ id, clock, due }) => `  ${id}: ${word('deadline', clock.split(':')[0]!)}, ${due}`,
  );
  const stranded = plan.stranded.map(
    ({ id, version, state }) => `  ${id}: ${word('state', state)} (v${version})`,
  );
  const refused = (report?.refused ?? []).map(
    ({ id, reasons }) => `  ${id}: ${reasons.map((one) => reasonText(one, language)).join(' ')}`,
  );
  return [
    say(
      `${capital(word('workflow', plan.workflow))}: ${plan.instances} hồ sơ theo bản cũ`,
      `${capital(word('workflow', plan.workflow))}: ${plan.instances} records follow an older version`,
    ),
    ...Object.entries(plan.moves).map(([move, count]) => `  ${move}: ${count}`),
    ...section(say('Không đi tiếp được', 'Stranded'), stranded),
    ...section(say('Thời hạn bị mất', 'Deadlines lost'), lost),
    ...section(say('Được thêm việc', 'Buttons gained'), plan.gained.map(button)),
    ...section(say('Mất việc', 'Buttons lost'), plan.lost.map(button)),
    report === undefined
      ? say('Chạy thử: chưa ghi gì.', 'Dry run: nothing was written.')
      : say(`Đã chuyển: ${report.migrated}`, `Migrated: ${report.migrated}`),
    ...section(say('Bị từ chối', 'Refused'), refused),
  ].join('\n');
}
