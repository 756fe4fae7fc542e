import type { Command } from 'commander';
import type { Variables } from '#libs/platform';
import type { Surroundings } from './surroundings.js';
import type { Terminal } from './terminal.js';
import { openTerminal } from './terminal.js';

/** The options of all commands together; `--json` and `--data` go with every one of them. */
export interface Options {
  /** The environment, as the process was given it. */
  readonly variables: Variables;
  readonly json?: boolean;
  readonly data?: string;
  readonly report?: string;
  readonly out?: string;
  readonly lang?: string;
  readonly to?: string;
  readonly from?: string;
  readonly all?: boolean;
  readonly dryRun?: boolean;
  readonly decision?: string;
  readonly on?: string;
  readonly asOf?: string;
  readonly known?: string;
  readonly person?: string;
  readonly role?: readonly string[];
  readonly ifEmpty?: boolean;
  readonly writer?: readonly string[];
  readonly reader?: readonly string[];
}

/** One run of the program: what is around it, and the exit code its command answers with. */
export interface Session extends Surroundings {
  exitCode: number;
}

const sessions = new WeakMap<Command, Session>();

/** Says in which session the commands of this program run. */
export const attach = (program: Command, session: Session): void =>
  void sessions.set(program, session);

function sessionOf(command: Command): Session {
  const session = sessions.get(command);
  if (session !== undefined) return session;
  if (command.parent === null) throw new Error('the program runs in no session');
  return sessionOf(command.parent);
}

/**
 * Wraps a command's action: opens the terminal, runs it, and makes its answer the exit code.
 * @param run gets the terminal, the options and the positional arguments
 */
export const action =
  (run: (terminal: Terminal, options: Options, args: readonly string[]) => Promise<number>) =>
  async (...given: unknown[]): Promise<void> => {
    const command = given.at(-1) as Command;
    const session = sessionOf(command);
    const options = { ...command.optsWithGlobals<Options>(), variables: session.variables };
    const terminal = openTerminal({ ...session, json: options.json === true });
    session.exitCode = await run(terminal, options, command.args);
  };
