import { SettingError, type Variables } from '../environment/environment.js';
import { StartError } from '../texts/startup-texts.js';
import { type Language, terminalLanguage } from '../texts/bilingual.js';

/** A server that runs until it is told to stop. */
export interface Running {
  close(): Promise<void>;
}

/** Resolves at the first signal to stop; a second one ends the process at once. */
const askedToStop = (): Promise<void> =>
  new Promise((resolve) => {
    let asked = false;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => {
        if (asked) process.exit(130);
        asked = true;
        resolve();
      });
  });

/**
 * The whole life of a server's process: reads its settings, starts, says so, waits to be told to
 * stop, and closes. What an operator can mend is one line and an exit code (`START_FAILURES`);
 * anything else is thrown.
 */
export async function liveUntilStopped<Config extends { readonly language: Language }>(
  variables: Variables,
  readConfig: (variables: Variables) => Config,
  start: (config: Config) => Promise<Running>,
): Promise<void> {
  let language = terminalLanguage(variables['LC_ALL'] ?? variables['LANG']);
  try {
    const stopping = askedToStop();
    const config = readConfig(variables);
    language = config.language;
    const running = await start(config);
    await stopping;
    await running.close();
  } catch (error) {
    const problem =
      error instanceof SettingError
        ? new StartError('SETTING_INVALID', error.text[language])
        : error;
    if (!(problem instanceof StartError)) throw problem;
    process.stderr.write(`guong: ${problem.line(language)}\n`);
    process.exitCode = problem.exitCode;
  }
}
