import 'reflect-metadata';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type EventStore, memoryEventStore, START, type StoredEvent } from '#libs/event-store';
import { commandOn, MIDDAY, worldEngine } from '#libs/engine/testing';
import { loadScenarios, readScenarios } from '#libs/scenarios';
import { testWorld } from '#libs/scenarios/testing';
import { WORKFLOWS } from '#libs/workflows';
import { WORLD } from '#libs/workflows/testing';
import { ROOT } from '../architecture/source-files.js';
import { chooseStreams } from './choose-streams.js';
import { HISTORIES, writeHistory } from './history-files.js';

type Streams = Map<string, StoredEvent[]>;

const say = (line: string): void => void process.stdout.write(`guong: ${line}\n`);

/** Streams of each workflow by its name. */
async function streamsOf(store: EventStore, into: Map<string, Streams>): Promise<void> {
  for (let after = START, atEnd = false; !atEnd;) {
    const page = await store.readAll(after, { limit: 10_000 });
    for (const event of page.events) {
      const streams: Streams = into.get(event.workflow) ?? new Map();
      into.set(event.workflow, streams);
      streams.set(event.stream, [...(streams.get(event.stream) ?? []), event]);
    }
    ({ next: after, atEnd } = page);
  }
}

/** The small world in which every workflow stands in every state. */
async function world(): Promise<EventStore> {
  const store = memoryEventStore({ clock: () => Date.parse(MIDDAY) });
  const engine = worldEngine(store);
  for (const { workflow, id, command, input, actor = 'system' } of WORLD.history) {
    const who = { id: actor, kind: actor === 'system' ? 'system' : 'person' } as const;
    const outcome = await engine.execute(commandOn(workflow, id, command, input, who));
    if (outcome.kind !== 'accepted') throw new Error(`${workflow} ${id} ${command}: refused`);
  }
  // Records that nobody keeps by hand, such as who read what.
  const begun = new Set(WORLD.history.map(({ workflow }) => workflow));
  for (const [workflow, id] of WORLD.asked.filter(([name]) => !begun.has(name)))
    for (const [command, input] of Object.entries(inputsOf(workflow)))
      await engine.execute(commandOn(workflow, id, command, input, SYSTEM));
  return store;
}

const SYSTEM = { id: 'system', kind: 'system' } as const;
const inputsOf = (workflow: string): Readonly<Record<string, object>> =>
  WORLD.inputs[workflow] ?? {};

/** The years of the five organisations. */
async function organisations(): Promise<EventStore> {
  const loaded = await testWorld();
  await loadScenarios({ ...loaded, scenarios: readScenarios() });
  return loaded.store;
}

// npm run histories [-- --replace]: records what this release stores. What an earlier release has
// stored is never recorded again.
const isReplacing = process.argv.includes('--replace');
const { version: release } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  version: string;
};
const sources = { world, organisations };
for (const [source, open] of Object.entries(sources)) {
  const streams = new Map<string, Streams>();
  const store = await open();
  await streamsOf(store, streams);
  await store.close();
  for (const workflow of WORKFLOWS) {
    const name = `v${workflow.version}-${release}-${source}`;
    const ours = streams.get(workflow.name);
    if (ours === undefined) continue;
    if (existsSync(join(HISTORIES, workflow.name, `${name}.jsonl`)) && !isReplacing) {
      say(`${workflow.name}/${name} is there already`);
      continue;
    }
    const chosen = chooseStreams(ours);
    writeHistory(workflow, name, chosen);
    say(`${workflow.name}/${name}: ${chosen.size} streams`);
  }
}
