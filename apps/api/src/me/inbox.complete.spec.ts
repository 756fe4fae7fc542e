import type { Engine } from '#libs/engine';
import { actorOf, buildWorld, MIDDAY, worldEngine } from '#libs/engine/testing';
import { type EventStore, memoryEventStore, START } from '#libs/event-store';
import { awaits } from '#libs/kernel';
import { projectionRunner } from '#libs/projections';
import { InboxQueries, openReadModels, READ_MODELS, UnitTreeQueries } from '#libs/read-models';
import type { MembershipState, OrganisationState } from '#libs/workflows';
import { WORLD } from '#libs/workflows/testing';
import { probesOf } from './inbox.probes.js';
import { type Side, surroundingsOn } from './standing.js';

const TODAY = MIDDAY.slice(0, 10);
const store = memoryEventStore({ clock: () => Date.parse(MIDDAY) });
let engine: Engine;
let inbox: InboxQueries;
let units: UnitTreeQueries;
let close: () => Promise<void>;

beforeAll(async () => {
  await buildWorld(store);
  engine = worldEngine(store);
  const models = openReadModels({ file: ':memory:' });
  const projections = READ_MODELS.filter(({ name }) => ['inbox', 'unit_tree'].includes(name));
  const runner = projectionRunner({ store, rows: models.rows, projections });
  await runner.start();
  await runner.caughtUp();
  inbox = new InboxQueries(models.db);
  units = new UnitTreeQueries(models.db);
  close = async () => {
    await runner.stop();
    await models.close();
  };
}, 60_000);
afterAll(() => close());

/** Every record of the world: workflow and id. */
async function records(log: EventStore): Promise<readonly (readonly [string, string])[]> {
  const { events } = await log.readAll(START, { limit: 100_000 });
  const found = new Map<string, readonly [string, string]>();
  for (const { stream, workflow } of events) {
    const prefix = engine.workflow(workflow)!.stream;
    found.set(stream, [workflow, stream.slice(prefix.length + 1)]);
  }
  return [...found.values()];
}

/** The own side of a person: the offices they hold today. */
async function sideOf(personId: string): Promise<Side> {
  const offices: { unitId: string; office: string }[] = [];
  for (const [workflow, unitId] of await records(store)) {
    if (workflow !== 'organisation') continue;
    const unit = (await engine.loadState('organisation', unitId)) as OrganisationState;
    for (const { memberId, office, from, to } of unit.officers)
      if (memberId === personId && from <= TODAY && (to === undefined || TODAY < to))
        offices.push({ unitId, office });
  }
  const member = (await engine.loadState('membership', personId)) as MembershipState | undefined;
  return {
    standing: { personId: member?.memberId ?? personId, offices, warrants: [] },
    chain: [],
    ways: [],
  };
}

describe('an inbox, over records of every workflow in every state', () => {
  it.each(WORLD.people.filter((person) => person !== 'system'))(
    'finds everything that waits for %s and is possible',
    async (person) => {
      const around = surroundingsOn(await units.tree(), TODAY);
      const side = await sideOf(person);
      const found = new Set<string>();
      for (const probe of probesOf(side, around, { today: TODAY, below: true }))
        for (const { workflow, id } of await inbox.find(probe, { limit: 10_000 }))
          found.add(`${workflow} ${id}`);
      const possible = new Set<string>();
      for (const [workflow, id] of await records(store)) {
        const next = await engine.nextActions(workflow, id, actorOf(person));
        const awaited = awaits(engine.workflow(workflow)!, next!.state);
        const allowed = next!.actions.filter(
          ({ command, allowed: may }) => may && awaited.includes(command),
        );
        // Where the policy lets anybody, a guard on the input says who: the owner, the team.
        const commands = engine.workflow(workflow)!.commands;
        const mine = allowed.filter(({ command }) => commands[command]!.by.kind !== 'not');
        if (mine.length > 0) possible.add(`${workflow} ${id}`);
      }
      expect([...possible].filter((one) => !found.has(one))).toEqual([]);
    },
    30_000,
  );
});
