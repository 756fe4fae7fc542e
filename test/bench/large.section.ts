import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { openEmbedded } from '#libs/assembly';
import { sqliteEventStore } from '#libs/event-store-sqlite';
import { LevelIndicatorQueries } from '#libs/read-models';
import { killableServer } from '../torture/killable-server.js';
import { type GrowingLog, growthRows } from './growth.js';
import { percentile } from './measure.js';
import { cellId, writeLog } from './product-log.js';
import type { Row } from './row.js';
import type { Scale } from './scale.js';

const YEAR = 2025;
const YEARS = [YEAR - 1, YEAR];
const MEMBERS_PER_CELL = 24;
const EVENTS_PER_CELL = MEMBERS_PER_CELL * (1 + 4 * YEARS.length);
const QUERIES = 2_000;
const ROOT = join(import.meta.dirname, '../../..');

/** Rows 7, 9 and 10: what a long log costs commands, rebuilds, dashboards and a start. */
export async function largeSection(folder: string, scale: Scale): Promise<readonly Row[]> {
  const logs: GrowingLog[] = [];
  for (const events of scale.growth) logs.push(await write(join(folder, `log${events}`), events));
  const rows = await growthRows(logs, scale.growthRounds);
  const largest = logs.at(-1)!;
  return [...(await dashboardRows(largest)), ...rows, await startRow(largest)];
}

/** The same mix of events at every size; only the number of cells grows. */
async function write(folder: string, wanted: number): Promise<GrowingLog> {
  mkdirSync(folder);
  const cells = Math.max(1, Math.round(wanted / EVENTS_PER_CELL));
  const store = sqliteEventStore({ file: join(folder, 'events.db'), clock: Date.now });
  const shape = { cells, membersPerCell: MEMBERS_PER_CELL, years: YEARS };
  const events = await writeLog(store, shape);
  await store.close();
  return { folder, events, cells, membersPerCell: MEMBERS_PER_CELL };
}

/** Row 7: queries of a dashboard at all levels, one after the other, while nothing is written. */
async function dashboardRows({ folder, events, cells }: GrowingLog): Promise<readonly Row[]> {
  const guong = await openEmbedded({ folder, offline: true });
  await guong.start();
  await guong.settled();
  const unitOf = (query: number): string => {
    const parts = cellId((query * 7_919) % cells).split('.');
    return parts.slice(0, 1 + (query % parts.length)).join('.');
  };
  const figures = new LevelIndicatorQueries(guong.views.db);
  const behind = { period: YEAR, indicator: 'REG_RATE', side: 'numerator', limit: 50 } as const;
  const queries: Readonly<Record<string, (unitId: string) => Promise<unknown>>> = {
    indicators: (unitId) => figures.indicators(unitId, YEAR, 'then'),
    'indicators on the map of a day': (unitId) =>
      figures.indicators(unitId, YEAR, { date: `${YEAR}-12-31` }),
    ranking: (unitId) => figures.children(unitId, YEAR, 'then'),
    trend: (unitId) => figures.trend(unitId, YEAR - 4, YEAR, 'then'),
    'events behind a figure': (unitId) => figures.behind({ unitId, ...behind }),
  };
  const rows: Row[] = [];
  for (const [name, ask] of Object.entries(queries)) {
    const times: number[] = [];
    for (let query = 0; query < QUERIES; query += 1) {
      const start = performance.now();
      await ask(unitOf(query));
      times.push(performance.now() - start);
    }
    rows.push({
      id: `dashboard-${name.replaceAll(' ', '-')}`,
      what: `dashboard ${name} p99`,
      unit: 'ms',
      ours: percentile(times, 0.99),
      target: { most: 10 },
      note: `${events} events, p50 ${percentile(times, 0.5).toFixed(2)} ms`,
    });
  }
  await guong.close();
  return rows;
}

/** Row 10: from starting the process until it serves requests with everything caught up. */
async function startRow({ folder, events }: GrowingLog): Promise<Row> {
  const start = performance.now();
  const server = await killableServer(ROOT, folder);
  while (!(await fetch(`${server.url}/health/ready`)).ok) await delay(10);
  const seconds = (performance.now() - start) / 1000;
  await server.kill();
  return {
    id: 'start',
    what: 'server process until ready',
    unit: 's',
    ours: seconds,
    target: { most: 2 },
    note: `${events} events`,
  };
}
