import { isPostgresHere } from '#libs/read-models/testing';
import { clusterCommandRows } from './cluster-commands.js';
import { openClusterPlaces } from './cluster-places.js';
import { clusterLogRows } from './cluster-rebuild.js';
import { clusterVisibleRows } from './cluster-visible.js';
import type { Row } from './row.js';
import type { Scale } from './scale.js';

/**
 * What the product does over gRPC and PostgreSQL, with the log, the database and the workers in
 * processes of their own. The log is the double of the tests: what is measured is our side and the
 * wire, not EventStoreDB's disk.
 */
export async function clusterSection(folder: string, { cluster }: Scale): Promise<readonly Row[]> {
  if (!isPostgresHere()) {
    process.stderr.write('\nSKIPPED, no PostgreSQL here (initdb and postgres): cluster-*\n');
    return [];
  }
  const measures = [
    (places: Places) => clusterLogRows(places, folder, cluster),
    (places: Places) => clusterVisibleRows(places, cluster),
    (places: Places) => clusterCommandRows(places, folder, cluster),
  ];
  const rows: Row[] = [];
  // Each on a log of its own: the members of one would be strangers' in another.
  for (const measure of measures) {
    const places = await openClusterPlaces();
    try {
      rows.push(...(await measure(places)));
    } finally {
      await places.close();
    }
  }
  return rows;
}

type Places = Awaited<ReturnType<typeof openClusterPlaces>>;
