import { type EventStore, memoryEventStore } from '#libs/event-store';
import type { Actor, Authority, Mandate } from '#libs/kernel';
import { addDays } from '#libs/kernel';
import { authorityOf, errand } from '#libs/kernel/testing';
import type { CommandRequest } from '../command-request.js';
import { Engine, type EngineOptions } from '../engine.js';

/** Noon of 15/03/2026 in Hà Nội. */
export const MIDDAY = '2026-03-15T05:00:00.000Z';

export interface EngineParts extends Partial<EngineOptions> {
  readonly now?: () => string;
  readonly knows?: Authority;
  readonly mandate?: () => Mandate;
}

const AUTHORITY = authorityOf({
  officers: ['ha secretary kp4', 'loc committee anbinh'],
  parents: { kp4: 'anbinh' },
});

/** An engine over a store, by default a new one in memory; it runs errands. */
export function engineOn(parts: EngineParts = {}): { engine: Engine; store: EventStore } {
  const { now = () => MIDDAY, knows = AUTHORITY, mandate } = parts;
  const store = parts.store ?? memoryEventStore({ clock: () => Date.parse(now()) });
  const engine = new Engine({
    workflows: [errand],
    resolvers: { limit: () => 5 },
    authority: {
      resolve: () => knows,
      ...(mandate && { mandate: () => Promise.resolve(mandate()) }),
    },
    calendar: { addWorkingDays: addDays },
    clock: now,
    ...parts,
    store,
  });
  return { engine, store };
}

/** A command; the key is derived from its content unless it is given. */
export const commandOn = (
  workflow: string,
  id: string,
  command: string,
  input: object,
  actor: string | Actor,
  fields: Partial<CommandRequest> = {},
): CommandRequest => ({
  workflow,
  id,
  command,
  input,
  actor: typeof actor === 'string' ? { id: actor, kind: 'person' } : actor,
  commandId: `${id}:${command}:${JSON.stringify([input, actor])}`,
  ...fields,
});
