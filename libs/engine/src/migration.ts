import type { EventStore } from '#libs/event-store';
import { START } from '#libs/event-store';
import type { AnyWorkflow, DryRun, Instance, Reason } from '#libs/kernel';
import { DEFINITION_MIGRATED, dryRun, isBehind, MIGRATE_DEFINITION } from '#libs/kernel';
import type { CommandRequest, Outcome } from './command-request.js';
import { streamOf } from './registry.js';

/** The part of the engine that a migration needs. */
export interface Migrating {
  instance(workflow: string, id: string): Promise<Instance | undefined>;
  execute(request: CommandRequest): Promise<Outcome>;
}

export interface MigrationOptions {
  readonly engine: Migrating;
  readonly store: EventStore;
  readonly workflow: AnyWorkflow;
  /** The version to which live instances go. */
  readonly to: number;
  /** Called after each instance that was looked at. */
  readonly progress?: (done: number, total: number) => void;
}

export interface MigrationReport {
  readonly migrated: number;
  readonly refused: readonly { readonly id: string; readonly reasons: readonly Reason[] }[];
}

const PAGE = 10_000;
const ACTOR = { id: 'system.migration', kind: 'system' } as const;
/** Somebody works on the instance at this very moment; it is looked at again that often. */
const ATTEMPTS = 5;

/** Ids of every instance there is, in the order in which they came into being. */
export async function instanceIds(
  store: EventStore,
  workflow: AnyWorkflow,
): Promise<readonly string[]> {
  const versions = [workflow, ...workflow.previous.values()];
  const types = [...new Set(versions.flatMap(({ facts }) => [...facts.keys()]))];
  const prefix = streamOf(workflow, '');
  const ids = new Set<string>();
  for (let after = START, atEnd = false; !atEnd;) {
    const parts = { envelope: [], sealed: [] };
    const page = await store.readAll(after, { types, parts, limit: PAGE });
    for (const { stream } of page.events)
      if (stream.startsWith(prefix)) ids.add(stream.slice(prefix.length));
    ({ next: after, atEnd } = page);
  }
  // Another workflow's streams may begin with the same letters.
  return [...ids].filter((id) => workflow.idPattern.test(id));
}

/** Live instances that are pinned to an older version than `to`. */
async function instancesBehind(options: MigrationOptions): Promise<readonly Instance[]> {
  const { engine, store, workflow, to, progress } = options;
  const ids = await instanceIds(store, workflow);
  const behind: Instance[] = [];
  for (const [index, id] of ids.entries()) {
    const instance = await engine.instance(workflow.name, id);
    if (instance !== undefined && isBehind(instance, to)) behind.push(instance);
    progress?.(index + 1, ids.length);
  }
  return behind;
}

/** What a migration would do to every live instance; writes nothing. */
export const planMigration = async (options: MigrationOptions): Promise<DryRun> =>
  dryRun(options.workflow, options.to, await instancesBehind(options));

/**
 * Migrates every live instance that can go on; the others stay as they are and are reported. Each
 * is one command under a key of its own, so that an interrupted run is simply run again.
 */
export async function migrateInstances(options: MigrationOptions): Promise<MigrationReport> {
  const { engine, workflow, to, progress } = options;
  const behind = await instancesBehind({ ...options, progress: () => undefined });
  const refused: { id: string; reasons: readonly Reason[] }[] = [];
  let migrated = 0;
  for (const [index, { id, definitionVersion: from }] of behind.entries()) {
    const outcome = await migrateOne(engine, {
      workflow: workflow.name,
      id,
      command: MIGRATE_DEFINITION,
      input: { to },
      actor: ACTOR,
      commandId: `${DEFINITION_MIGRATED}/${from}-${to}`,
    });
    if (outcome.kind === 'accepted') migrated += 1;
    else refused.push({ id, reasons: outcome.kind === 'refused' ? outcome.reasons : [] });
    progress?.(index + 1, behind.length);
  }
  return { migrated, refused };
}

async function migrateOne(engine: Migrating, request: CommandRequest): Promise<Outcome> {
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await engine.execute(request);
    if (outcome.kind !== 'conflict' || attempt >= ATTEMPTS) return outcome;
  }
}
