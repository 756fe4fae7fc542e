import type { Command } from 'commander';
import type { Terminal } from './terminal.js';
import { openTerminal } from './terminal.js';

/** The options of all commands together; `--json` and `--data` go with every one of them. */
export interface Options {
  readonly json?: boolean;
  readonly data?: string;
  readonly report?: string;
  readonly out?: string;
  readonly lang?: string;
  readonly to?: string;
  readonly dryRun?: boolean;
  readonly decision?: string;
  readonly on?: string;
  readonly asOf?: string;
  readonly known?: string;
  readonly person?: string;
  readonly role?: readonly string[];
  readonly ifEmpty?: boolean;
}

/**
 * Wraps a command's action: opens the terminal, runs it, and makes its answer the exit code.
 * @param run gets the terminal, the options and the positional arguments
 */
export const action =
  (run: (terminal: Terminal, options: Options, args: readonly string[]) => Promise<number>) =>
  async (...given: unknown[]): Promise<void> => {
    const command = given.at(-1) as Command;
    const options = command.optsWithGlobals<Options>();
    process.exitCode = await run(
      openTerminal({ json: options.json === true }),
      options,
      command.args,
    );
  };
