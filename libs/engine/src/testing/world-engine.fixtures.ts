import { delegatedMandate, officeAuthority } from '#libs/access';
import type { EventStore } from '#libs/event-store';
import type { Actor } from '#libs/kernel';
import { RULE_PACKS, rulePack, vietnameseCalendar, WORKFLOWS } from '#libs/workflows';
import { WORLD } from '#libs/workflows/testing';
import { Engine, type EngineOptions } from '../engine.js';
import { commandOn, MIDDAY } from './engine.fixtures.js';

/** The actor of that name in the world; `system` is no person. */
export const actorOf = (id: string): Actor => ({ id, kind: id === 'system' ? 'system' : 'person' });

/** An engine with the product's workflows, rules, calendar and offices, at noon of 15/03/2026. */
export const worldEngine = (store: EventStore, options: Partial<EngineOptions> = {}): Engine =>
  new Engine({
    store,
    workflows: WORKFLOWS,
    resolvers: {
      rules: (key, pinned) => rulePack(RULE_PACKS, { id: pinned, year: Number(key) }),
    },
    authority: {
      resolve: (units, at, load) =>
        officeAuthority(units, at, (id) => load('organisation', id) as never),
      mandate: (asked, load) => delegatedMandate(asked, (id) => load('delegation', id) as never),
    },
    calendar: vietnameseCalendar,
    clock: () => MIDDAY,
    ...options,
  });

/** Lets the history of the world happen; every step must be accepted. */
export async function buildWorld(store: EventStore): Promise<void> {
  const engine = worldEngine(store);
  for (const { workflow, id, command, input, actor } of WORLD.history) {
    const step = commandOn(workflow, id, command, input, actorOf(actor ?? 'system'));
    const outcome = await engine.execute(step);
    expect({ workflow, id, command, outcome }).toMatchObject({ outcome: { kind: 'accepted' } });
  }
}
