import type { AddressInfo } from 'node:net';
import type { Worker } from '#libs/assembly';
import type { LogAlarm } from '#libs/event-store-eventstoredb';
import {
  clusterError,
  FailureLog,
  type Language,
  listenError,
  liveUntilStopped,
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

const announce = ({ url }: Serving, language: Language): void => {
  const line =
    language === 'vi'
      ? `đang dựng bảng số liệu; tình trạng ở ${url}/health/ready (Ctrl-C để dừng)`
      : `keeping the views; health at ${url}/health/ready (Ctrl-C to stop)`;
  process.stdout.write(`guong: ${line}\n`);
};

/** The whole life of the process. */
export const main = (open: OpenWorker): Promise<void> =>
  liveUntilStopped(process.env, readConfig, async (config) => {
    const serving = await serve(config, open);
    announce(serving, config.language);
    return serving;
  });
