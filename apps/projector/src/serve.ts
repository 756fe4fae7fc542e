import type { AddressInfo } from 'node:net';
import type { Worker } from '#libs/assembly';
import type { LogAlarm } from '#libs/event-store-eventstoredb';
import {
  clusterError,
  FailureLog,
  type Language,
  SettingError,
  StartError,
  terminalLanguage,
} from '#libs/platform';
import { type Config, readConfig } from './config.js';
import { LogAlarms } from './log-alarms.js';
import { createServer } from './server.js';

/** Who is told, once there is work, of what happens to it. */
export interface Told {
  /** Log or database failed; it is tried again. */
  readonly onFailure: (error: unknown) => void;
  /** Something endangers the record. */
  readonly onAlarm: (alarm: LogAlarm) => void;
}

/** Connects to log and database; nothing is taken yet. */
export type OpenWorker = (config: Config, told: Told) => Promise<Worker>;

export interface Serving {
  /** Where health and metrics are answered. */
  readonly url: string;
  /** Stops taking, finishes what is under way, gives the leases back. */
  close(): Promise<void>;
}

/** Listens, then begins to take leases. Throws StartError, with everything closed again. */
export async function serve(config: Config, open: OpenWorker): Promise<Serving> {
  const failures = new FailureLog(() => performance.now());
  const alarms = new LogAlarms();
  const told = { onFailure: failures.report, onAlarm: alarms.report };
  const worker = await open(config, told).catch((error: unknown) => {
    throw clusterError(error, config.cluster);
  });
  const app = await createServer({ config, worker, failures, alarms }).catch(
    async (error: unknown) => {
      await worker.close();
      throw error;
    },
  );
  try {
    await app.listen(config.port, config.host).catch((error: unknown) => {
      throw listenError(error as Error, config);
    });
    await worker.start();
  } catch (error) {
    await app.close();
    await worker.close();
    throw clusterError(error, config.cluster);
  }
  const { port } = app.getHttpServer().address() as AddressInfo;
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  return {
    url: `http://${host}:${port}`,
    async close() {
      // Health is answered until the last lease is back: only then may a successor be waited for.
      await worker.close();
      await app.close();
    },
  };
}

/** Why a port cannot be listened on, in words an operator can act on. */
function listenError(error: Error, { host, port }: Pick<Config, 'host' | 'port'>): Error {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return new StartError('PORT_IN_USE', String(port), { cause: error });
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new StartError('PORT_REFUSED', `${host}:${port}`, { cause: error });
  return error;
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

const announce = ({ url }: Serving, language: Language): void => {
  const line =
    language === 'vi'
      ? `đang dựng bảng số liệu; tình trạng ở ${url}/health/ready (Ctrl-C để dừng)`
      : `keeping the views; health at ${url}/health/ready (Ctrl-C to stop)`;
  process.stdout.write(`guong: ${line}\n`);
};

/** The whole life of the process; sets the exit code (`START_FAILURES`). */
export async function main(open: OpenWorker): Promise<void> {
  let language = terminalLanguage(process.env['LC_ALL'] ?? process.env['LANG']);
  try {
    const stopping = askedToStop();
    const config = readConfig();
    language = config.language;
    const serving = await serve(config, open);
    announce(serving, language);
    await stopping;
    await serving.close();
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
