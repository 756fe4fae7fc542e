import { Command, CommanderError } from 'commander';
import { accountsCommand } from './commands/accounts.command.js';
import { checkCommand } from './commands/check.command.js';
import { demoCommand } from './commands/demo.command.js';
import { docsCommand } from './commands/docs.command.js';
import { doctorCommand } from './commands/doctor.command.js';
import { importCommand } from './commands/import.command.js';
import { logCommand } from './commands/log.command.js';
import { migrateCommand } from './commands/migrate.command.js';
import { moveCommand } from './commands/move.command.js';
import { rebuildCommand } from './commands/rebuild.command.js';
import { replayCommand } from './commands/replay.command.js';
import { viewsCommand } from './commands/views.command.js';
import { attach, type Session } from './command.js';
import { EXIT } from './exit-codes.js';
import type { Surroundings } from './surroundings.js';
import { languageFrom } from './terminal.js';
import { troubleOf } from './trouble.js';

const COMMANDS = [
  demoCommand,
  importCommand,
  rebuildCommand,
  checkCommand,
  replayCommand,
  migrateCommand,
  doctorCommand,
  docsCommand,
  accountsCommand,
  moveCommand,
  logCommand,
  viewsCommand,
];

/**
 * Runs one command line and answers its exit code. Throws only what is our own mistake.
 * @param args without Node and script
 */
export async function runProgram(
  args: readonly string[],
  surroundings: Surroundings,
): Promise<number> {
  const session: Session = { ...surroundings, exitCode: EXIT.ok };
  const program = declared(session);
  try {
    await program.parseAsync(args, { from: 'user' });
    return session.exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    const trouble = troubleOf(error, {
      ...program.opts<{ data?: string }>(),
      variables: session.variables,
    });
    if (trouble === undefined) throw error;
    session.err.write(`guong: ${trouble.text[languageFrom(session.variables)]}\n`);
    return trouble.exitCode;
  }
}

function declared(session: Session): Command {
  const { out, err } = session;
  const program = new Command('guong')
    .description(
      'Gương: workflows on a record nobody can quietly change / quy trình trên hồ sơ không ai lặng lẽ sửa được',
    )
    .option('--data <folder>', 'data folder (default: GUONG_DATA or ./data)')
    .option('--json', 'results as JSON on standard output')
    .showHelpAfterError()
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void out.write(text),
      writeErr: (text) => void err.write(text),
    });
  attach(program, session);
  for (const add of COMMANDS) add(program);
  program
    .command('serve')
    .description('start the server; the same as npm start without the demo / chạy máy chủ');
  program
    .command('projector')
    .description('keep views, react and fire timers beside others / chạy tiến trình dựng bảng đọc');
  return program;
}
