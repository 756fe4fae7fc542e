import { accessSync, constants } from 'node:fs';
import { createServer as createProbe } from 'node:net';
import { type Guong, openCluster, openEmbedded } from '#libs/assembly';
import {
  type AccountStore,
  clusterError,
  type ClusterSettings,
  CommitMetrics,
  dataError,
  ensureFolder,
  FailureLog,
  listenError,
  openAccounts,
  openTelemetry,
  SqliteAccounts,
  StartError,
} from '#libs/platform';
import type { Opened } from './api.module.js';
import type { Config } from './config.js';
import { accountWarrants } from './access/account-warrants.js';

/** Everything a server needs, open. */
export type OpenedData = Opened & { close(): Promise<void> };
/** Everything in one folder, and this process the only one. */
export type OpenedFolder = OpenedData & {
  readonly product: Guong;
  readonly accounts: SqliteAccounts;
};

/** Refuses a port that is taken before anything is opened or loaded. */
const requirePort = ({ host, port }: Config): Promise<void> =>
  new Promise((resolve, reject) => {
    const probe = createProbe();
    probe.once('error', (error) => reject(listenError(error, { host, port })));
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve()));
  });

/** Closes in the reverse order of opening, each once. */
class Closing {
  readonly #steps: (() => Promise<void> | void)[] = [];

  add(step: () => Promise<void> | void): void {
    this.#steps.push(step);
  }

  readonly close = async (): Promise<void> => {
    for (let step = this.#steps.pop(); step !== undefined; step = this.#steps.pop()) await step();
  };
}

/**
 * Opens the log and the views that the settings name, creating what can be created, and starts what
 * runs in this process. Throws StartError for whatever an operator can mend.
 */
export async function open(config: Config, clock: () => number = Date.now): Promise<OpenedData> {
  if (config.port !== 0) await requirePort(config);
  return config.cluster === undefined
    ? openFolder(config, clock)
    : openShared(config, config.cluster, clock);
}

/** One process over one data folder. */
export async function openFolder(config: Config, clock: () => number): Promise<OpenedFolder> {
  const closing = new Closing();
  const commits = new CommitMetrics();
  const failures = new FailureLog(clock);
  const telemetry = await openTelemetry(config.telemetry);
  closing.add(() => telemetry?.close());
  try {
    ensureFolder(config.folder);
    accessSync(config.folder, constants.W_OK | constants.X_OK);
    const accounts = new SqliteAccounts(config.folder, clock);
    closing.add(() => accounts.close());
    await refuseDemo(config, accounts, config.folder);
    const warrants = accountWarrants(accounts);
    const product = await openEmbedded({
      folder: config.folder,
      clock,
      warrants,
      onFailure: failures.report,
      tracer: telemetry?.tracer,
      onCommit: commits.committed,
    });
    closing.add(() => product.close());
    await product.start();
    const { close } = closing;
    return { config, product, accounts, clock, failures, telemetry, commits, close };
  } catch (error) {
    await closing.close();
    throw dataError(error, config.folder);
  }
}

/** One process of several over the same log and database; needs no folder. */
async function openShared(
  config: Config,
  cluster: ClusterSettings,
  clock: () => number,
): Promise<OpenedData> {
  const { eventsUrl, viewsUrl, viewsDeadlineMs } = cluster;
  const closing = new Closing();
  const failures = new FailureLog(clock);
  const onFailure = failures.report;
  const telemetry = await openTelemetry(config.telemetry);
  closing.add(() => telemetry?.close());
  try {
    const place = { viewsUrl, deadlineMs: viewsDeadlineMs, onFailure };
    const accounts = await openAccounts(place, clock);
    closing.add(() => accounts.close());
    await refuseDemo(config, accounts, 'GUONG_VIEWS_URL');
    const product = await openCluster({
      eventsUrl,
      viewsUrl,
      clock,
      warrants: accountWarrants(accounts),
      deadlineMs: cluster.eventsDeadlineMs,
      poolSize: cluster.viewsPoolSize,
      holidays: cluster.holidays,
      onFailure,
      onAlarm: ({ code }) => onFailure({ name: 'LogAlarm', code }),
      tracer: telemetry?.tracer,
    });
    closing.add(() => product.close());
    await product.start();
    return { config, product, accounts, clock, failures, telemetry, close: closing.close };
  } catch (error) {
    await closing.close();
    throw clusterError(error, cluster);
  }
}

/** Accounts whose password everybody knows are for a demonstration only. */
async function refuseDemo(config: Config, accounts: AccountStore, where: string): Promise<void> {
  if (config.production && (await accounts.hasDemo()))
    throw new StartError('DEMO_IN_PRODUCTION', where);
}
