import fc from 'fast-check';
import { actorOf, commandOn, MIDDAY, worldEngine } from '#libs/engine/testing';
import type { EventStore } from '#libs/event-store';
import type { Actor } from '#libs/kernel';
import { WORLD } from '#libs/workflows/testing';
import { HttpClient, type ProblemBody } from '../../apps/api/src/testing/http-client.js';
import { startServer, type TestServer } from '../../apps/api/src/testing/start-server.js';
import { anyStep, GRANTS, requestOf, type Step, take } from './world-walk.js';

const SEED = Number(process.env['GUONG_SEED'] ?? 20260315);
const STEPS = 250;
let server: TestServer;
const tally = { accepted: 0, refused: 0, throughOthers: 0, buttons: 0 };

/** Says `stored` instead of storing: what the decision alone would be. */
const dry = (store: EventStore): EventStore =>
  Object.assign(Object.create(store) as EventStore, {
    append: () => Promise.reject(new Error('stored')),
    read: (stream: string, from?: number) => store.read(stream, from),
  });

beforeAll(async () => {
  server = await startServer({ clock: () => Date.parse(MIDDAY) });
  const { engine, reacted, settled } = server.guong;
  const history = WORLD.history.map((each) => ({ ...each, actor: each.actor ?? 'system' }));
  for (const [index, { workflow, id, command, input, actor }] of history.entries()) {
    const commandId = `world/${index}`;
    const request = commandOn(workflow, id, command, input, actorOf(actor), { commandId });
    const outcome = await engine.execute(request);
    // Reactors live here as well: they may just be writing, or have done it already.
    if (outcome.kind === 'conflict') {
      await reacted();
      await engine.execute(request);
    }
  }
  for (const [index, grant] of GRANTS.entries()) await take(engine, grant, `grant/${index}`);
  await settled({ timers: true });
  await Promise.all(
    WORLD.people
      .filter((id) => id !== 'system')
      .map((personId) =>
        server.accounts.put({ username: personId, personId, password: 'guong-demo', demo: true }),
      ),
  );
}, 60_000);
afterAll(() => server.close());

/** What the decision says: `stored`, or the codes of the refusal. */
async function decided(step: Step): Promise<readonly string[]> {
  const engine = worldEngine(dry(server.guong.store));
  try {
    const outcome = await engine.execute(requestOf(step, 'a key never seen'));
    return outcome.kind === 'refused' ? outcome.reasons.map(({ code }) => code) : [outcome.kind];
  } catch (error) {
    expect(error).toMatchObject({ message: 'stored' });
    return ['stored'];
  }
}

const headersOf = ({ onBehalfOf, via }: Actor): Record<string, string> =>
  onBehalfOf === undefined ? {} : { 'x-on-behalf-of': [onBehalfOf, ...(via ?? [])].join(',') };

interface Button {
  command: string;
  allowed: boolean;
  reasons: { code: string }[];
}

/** Buttons over HTTP, where the person may look at the record at all, are those of the engine. */
async function buttonsAgree(client: HttpClient, { workflow, id, actor }: Step): Promise<void> {
  const path = `/${workflow}/${id}/actions`;
  const { status, body } = await client.get<{ actions: Button[] }>(path, headersOf(actor));
  expect([200, 403, 404]).toContain(status);
  if (status !== 200) return;
  const next = await worldEngine(dry(server.guong.store)).nextActions(workflow, id, actor);
  const shape = (
    actions: readonly { command: string; allowed: boolean; reasons: readonly { code: string }[] }[],
  ) =>
    actions.map(({ command, allowed, reasons }) => [
      command,
      allowed,
      reasons.map(({ code }) => code),
    ]);
  expect({ path, actions: shape(body.actions) }).toEqual({ path, actions: shape(next!.actions) });
  tally.buttons += 1;
}

describe(`over HTTP (GUONG_SEED=${SEED})`, () => {
  const walked = fc
    .sample(anyStep, { numRuns: STEPS, seed: SEED })
    .filter(({ actor }) => WORLD.people.some((id) => id === actor.id && id !== 'system'));

  it('buttons, statuses and codes are those of the decision', async () => {
    for (const step of walked) {
      await server.guong.settled();
      const { workflow, id, command, input, actor } = step;
      const client = HttpClient.signedIn(server, actor.id);
      await buttonsAgree(client, step);
      const codes = await decided(step);
      const path = `/${workflow}/${id}/${command}`;
      const answer = await client.command<ProblemBody>(path, input, headersOf(actor));
      const seen = answer.status === 200 ? ['stored'] : answer.body.reasons.map(({ code }) => code);
      const where = { path, actor };
      expect({ ...where, codes: seen }).toEqual({ ...where, codes });
      expect(answer.status).toBe(codes[0] === 'stored' ? 200 : 422);
      tally[codes[0] === 'stored' ? 'accepted' : 'refused'] += 1;
      if (codes[0] === 'stored' && actor.onBehalfOf !== undefined) tally.throughOthers += 1;
    }
    expect(tally.accepted).toBeGreaterThan(5);
    expect(tally.refused).toBeGreaterThan(50);
    expect(tally.buttons).toBeGreaterThan(50);
    expect(tally.throughOthers).toBeGreaterThan(1);
  }, 120_000);
});
