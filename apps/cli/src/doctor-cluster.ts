import { openClusterDatabase, workerBoard } from '#libs/cluster';
import { START, StoreError } from '#libs/event-store';
import type { ClusterSettings } from '#libs/platform';
import { examined } from './doctor-parts.js';
import type { DoctorReport, IllPart } from './doctor-report.js';
import { openServer } from './log-place.js';
import { logName } from './place.js';
import { withProduct } from './with-product.js';

/**
 * How a cluster is: its log, who does what, views and reactors. A log that is away or not safe is a
 * finding; a database that cannot be reached is thrown.
 */
export async function ofCluster(
  settings: ClusterSettings,
): Promise<Omit<DoctorReport, 'accounts'>> {
  const place = logName(settings.eventsUrl);
  const log = await logStanding(settings);
  const work = await workStanding(settings.viewsUrl);
  const isUsable = log.failure === undefined && log.findings.length === 0;
  const parts = isUsable
    ? await withProduct({ kind: 'cluster', ...settings }, examined)
    : { head: log.head, views: [], reactors: [], ill: [] };
  const dangers = log.findings.map(({ code }): IllPart => ({
    kind: 'log',
    name: place,
    state: code,
  }));
  return {
    place,
    findings: log.findings,
    ...work,
    ...(log.failure !== undefined && { failure: log.failure }),
    ...parts,
    ill: [...dangers, ...illWork(work), ...parts.ill],
  };
}

type Log = Pick<DoctorReport, 'head' | 'failure'> & {
  readonly findings: NonNullable<DoctorReport['findings']>;
};

async function logStanding({ eventsUrl, eventsDeadlineMs }: ClusterSettings): Promise<Log> {
  const store = openServer(eventsUrl, Date.now, { deadlineMs: eventsDeadlineMs });
  try {
    const head = await store.head();
    return { head, findings: (await store.check()).findings };
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return { head: START, findings: [], failure: error.code };
  } finally {
    await store.close();
  }
}

type Work = Required<Pick<DoctorReport, 'workers' | 'items'>>;

async function workStanding(viewsUrl: string): Promise<Work> {
  const database = await openClusterDatabase({ url: viewsUrl });
  try {
    const { workers, items } = await workerBoard(database).read();
    return {
      workers: workers.map(({ worker, seenAt, isAlive, report }) => ({
        worker,
        seenAt,
        isAlive,
        failures: report.failures ?? [],
      })),
      items: items.map(({ item, owner, isUnowned }) => ({ item, owner, isUnowned })),
    };
  } finally {
    await database.close();
  }
}

function illWork({ workers, items }: Work): readonly IllPart[] {
  if (!workers.some(({ isAlive }) => isAlive))
    return [{ kind: 'work', name: 'projector', state: 'stopped' }];
  return items
    .filter(({ item, isUnowned }) => isUnowned && !item.startsWith('projection:'))
    .map(({ item }) => ({ kind: 'work', name: item, state: 'unowned' }));
}
