import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StoredEvent } from '#libs/event-store';
import { type AnyWorkflow, fold, type Instance } from '#libs/kernel';
import { ROOT } from '../architecture/source-files.js';

export const HISTORIES = join(ROOT, 'test/histories');

/** What a stream folded to when it was recorded. */
export interface FoldedState {
  readonly stateName: string;
  readonly revision: number;
  readonly definitionVersion: number;
  readonly rulePack: string | null;
  readonly clocks: unknown;
  readonly state: unknown;
}

/** Streams of one workflow as one release stored them, and what they folded to. */
export interface History {
  readonly workflow: string;
  /** `v1-0.1.0`: version of the definition, release of the product. */
  readonly name: string;
  readonly streams: ReadonlyMap<string, readonly StoredEvent[]>;
  readonly expected: Readonly<Record<string, FoldedState>>;
}

/** Anything as JSON gives it back: maps become objects, what is not there is left out. */
const asJson = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, part: unknown) => {
      if (part instanceof Map) return Object.fromEntries(part);
      return part instanceof Set ? [...part] : part;
    }),
  );

export const foldedState = ({
  stateName,
  revision,
  definitionVersion,
  rulePack,
  clocks,
  state,
}: Instance): FoldedState => ({
  stateName,
  revision,
  definitionVersion,
  rulePack: rulePack ?? null,
  clocks: asJson(clocks),
  state: asJson(state),
});

const idOf = (workflow: AnyWorkflow, stream: string): string =>
  stream.slice(workflow.stream.length + 1);

/** Folds a recorded stream by today's code. */
export const foldStream = (
  workflow: AnyWorkflow,
  stream: string,
  events: readonly StoredEvent[],
): Instance => fold(workflow, idOf(workflow, stream), events);

/** Every recorded history. */
export function readHistories(): readonly History[] {
  const folders = readdirSync(HISTORIES, { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  return folders.flatMap(({ name: workflow }) =>
    readdirSync(join(HISTORIES, workflow))
      .filter((file) => file.endsWith('.jsonl'))
      .sort()
      .map((file) => readHistory(workflow, file.replace(/\.jsonl$/, ''))),
  );
}

function readHistory(workflow: string, name: string): History {
  const file = join(HISTORIES, workflow, name);
  const streams = new Map<string, StoredEvent[]>();
  for (const line of readFileSync(`${file}.jsonl`, 'utf8').trimEnd().split('\n')) {
    const event = JSON.parse(line) as StoredEvent;
    const events = streams.get(event.stream) ?? [];
    events.push(event);
    streams.set(event.stream, events);
  }
  const expected = JSON.parse(readFileSync(`${file}.states.json`, 'utf8')) as History['expected'];
  return { workflow, name, streams, expected };
}

/** Writes the streams, one event a line, and beside them what they fold to. */
export function writeHistory(
  workflow: AnyWorkflow,
  name: string,
  streams: ReadonlyMap<string, readonly StoredEvent[]>,
): void {
  const folder = join(HISTORIES, workflow.name);
  mkdirSync(folder, { recursive: true });
  const lines = [...streams.values()].flat().map((event) => `${JSON.stringify(event)}\n`);
  writeFileSync(join(folder, `${name}.jsonl`), lines.join(''));
  const states = Object.fromEntries(
    [...streams].map(([stream, events]) => [
      stream,
      foldedState(foldStream(workflow, stream, events)),
    ]),
  );
  writeFileSync(join(folder, `${name}.states.json`), `${JSON.stringify(states, null, 2)}\n`);
}
