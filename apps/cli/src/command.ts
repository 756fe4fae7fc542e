import type { Command } from 'commander';
import type { Terminal } from './terminal.js';
import { openTerminal } from './terminal.js';

/** Options every command has. */
export interface GlobalOptions {
  readonly json?: boolean;
  readonly data?: string;
}

/**
 * Wraps a command's action: opens the terminal, runs it, and makes its answer the exit code.
 * @param run gets the terminal, the options and the positional arguments
 */
export const action =
  <Options extends GlobalOptions>(
    run: (terminal: Terminal, options: Options, args: readonly string[]) => Promise<number>,
  ) =>
  async (...given: unknown[]): Promise<void> => {
    const command = given.at(-1) as Command;
    const options = command.optsWithGlobals<Options>();
    process.exitCode = await run(
      openTerminal({ json: options.json === true }),
      options,
      command.args,
    );
  };
