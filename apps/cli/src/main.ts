import 'reflect-metadata';
import { Command } from 'commander';
import { dataError, StartError, terminalLanguage } from '#libs/platform';
import { accountsCommand } from './commands/accounts.command.js';
import { demoCommand } from './commands/demo.command.js';
import { checkCommand } from './commands/check.command.js';
import { docsCommand } from './commands/docs.command.js';
import { doctorCommand } from './commands/doctor.command.js';
import { importCommand } from './commands/import.command.js';
import { migrateCommand } from './commands/migrate.command.js';
import { rebuildCommand } from './commands/rebuild.command.js';
import { replayCommand } from './commands/replay.command.js';
import { dataFolder } from './data-folder.js';

const program = new Command('guong')
  .description(
    'Gương: workflows on a record nobody can quietly change / quy trình trên hồ sơ không ai lặng lẽ sửa được',
  )
  .option('--data <folder>', 'data folder (default: GUONG_DATA or ./data)')
  .option('--json', 'results as JSON on standard output')
  .showHelpAfterError();

for (const add of [
  demoCommand,
  importCommand,
  rebuildCommand,
  checkCommand,
  replayCommand,
  migrateCommand,
  doctorCommand,
  docsCommand,
  accountsCommand,
])
  add(program);
program
  .command('serve')
  .description('start the server; the same as npm start without the demo / chạy máy chủ');

try {
  await program.parseAsync();
} catch (error) {
  const { data } = program.opts<{ data?: string }>();
  const trouble = dataError(error, dataFolder(data));
  if (!(trouble instanceof StartError)) throw error;
  const { LC_ALL, LANG } = process.env;
  process.stderr.write(`guong: ${trouble.line(terminalLanguage(LC_ALL ?? LANG))}\n`);
  process.exitCode = trouble.exitCode;
}
