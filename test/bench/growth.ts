import { join } from 'node:path';
import { productEngine } from '#libs/assembly';
import { sqliteEventStore } from '#libs/event-store-sqlite';
import { rebuildRate } from './log.section.js';
import { concurrently, inTurns, perSecond, type Turn } from './measure.js';
import { memberId } from './product-log.js';
import { must } from './requests.js';
import type { Row } from './row.js';

/** A log on disk, one of several sizes. */
export interface GrowingLog {
  readonly folder: string;
  readonly events: number;
  readonly cells: number;
  readonly membersPerCell: number;
}

/** Fewer than the smallest log has members: each meets a stream that nobody has in memory. */
const COMMANDS = 1_000;
const COMMAND_ROUNDS = 5;
const FLAT = { most: 1.1 };

/** Row 9: what a command and a rebuilt event cost, as the log grows. */
export async function growthRows(
  logs: readonly GrowingLog[],
  rebuildRounds: number,
): Promise<readonly Row[]> {
  const commands = await inTurns(COMMAND_ROUNDS, turnsOf(logs, commandRate));
  const rebuilds = await inTurns(
    rebuildRounds,
    turnsOf(logs, async ({ folder, events }) => {
      const store = sqliteEventStore({ file: join(folder, 'events.db'), clock: Date.now });
      // The commands above have added some.
      const extra = (COMMAND_ROUNDS + 1) * COMMANDS;
      const rate = await rebuildRate(store, join(folder, 'rebuilt.db'), events + extra);
      await store.close();
      return rate;
    }),
  );
  return [
    row('growth-command', 'cost of a command', logs, commands),
    row('growth-rebuild', 'cost of a rebuilt event', logs, rebuilds),
  ];
}

const turnsOf = (
  logs: readonly GrowingLog[],
  measure: (log: GrowingLog, round: number) => Promise<number>,
): Record<string, Turn> =>
  Object.fromEntries(logs.map((log) => [log.events, (round: number) => measure(log, round)]));

/** Commands to members all over the log, 64 at once, right after opening it. */
async function commandRate(log: GrowingLog, round: number): Promise<number> {
  const store = sqliteEventStore({ file: join(log.folder, 'events.db'), clock: Date.now });
  const engine = productEngine({ store, clock: Date.now });
  const members = log.cells * log.membersPerCell;
  const stride = Math.floor(members / COMMANDS);
  const rate = await perSecond(COMMANDS, () =>
    concurrently(COMMANDS, 64, (index) => {
      const member = index * stride;
      const cell = Math.floor(member / log.membersPerCell);
      return must(engine, {
        workflow: 'membership',
        id: memberId(cell, member % log.membersPerCell),
        command: 'correctPerson',
        input: { on: '2025-06-01', fullName: 'Trần Minh Khải', reason: 'sai chính tả' },
        actor: { id: 'system.bench', kind: 'system' },
        commandId: `correct-${round}-${index}`,
      });
    }).then(() => undefined),
  );
  await store.close();
  return rate;
}

function row(
  id: string,
  what: string,
  logs: readonly GrowingLog[],
  rates: Readonly<Record<string, number>>,
): Row {
  const cost = ({ events }: GrowingLog): number => 1_000_000 / rates[events]!;
  const costs = logs.map((log) => `${cost(log).toFixed(1)} µs at ${log.events}`);
  return {
    id,
    what: `${what}, largest log to smallest`,
    unit: '×',
    ours: cost(logs.at(-1)!) / cost(logs[0]!),
    target: FLAT,
    note: costs.join(', '),
  };
}
