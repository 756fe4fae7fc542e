import fc from 'fast-check';
import { delegatedMandate, officeAuthority } from '#libs/access';
import { memoryEventStore, type EventStore, plainEvent } from '#libs/event-store';
import { type Actor, addDays, everybodyOf } from '#libs/kernel';
import { type DelegationView, RULE_PACKS, rulePack, vietnameseCalendar } from '#libs/workflows';
import { WORKFLOWS } from '#libs/workflows';
import { WORLD } from '#libs/workflows/testing';
import { Engine } from './engine.js';
import { actorOf as inOffice, commandOn } from './testing/index.js';

const PEOPLE = ['ha', 'loc', 'tam', 'minh', 'khai', 'lan', 'nam', 'mai'] as const;
/** Units, people and their registrations; nothing else of the world is asked for. */
const HISTORY = WORLD.history.filter(({ workflow }) =>
  ['organisation', 'membership', 'registration'].includes(workflow),
);
const FIRST_DAY = '2026-03-15';

/** What happens in these histories: rights are given and taken, and used or misused. */
type Step =
  | { kind: 'day' }
  | { kind: 'grant'; giver: string; toId: string; unitId: string; days: number; passing: number }
  | { kind: 'revoke'; giver: string; which: number }
  | {
      kind: 'act';
      id: string;
      command: 'return' | 'endorse' | 'publish';
      chain: number;
      who: string;
    };

const person = fc.constantFrom(...PEOPLE);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 1, arbitrary: fc.constant<Step>({ kind: 'day' }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('grant' as const),
      giver: fc.oneof(fc.constantFrom('ha', 'tam', 'minh'), person),
      toId: person,
      unitId: fc.constantFrom('kp4', 'kp4', 'anbinh', 'kp5'),
      days: fc.integer({ min: 0, max: 3 }),
      passing: fc.integer({ min: 0, max: 3 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('revoke' as const),
      giver: person,
      which: fc.nat(5),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('act' as const),
      id: fc.constantFrom('lan-2026', 'mai-2026', 'vinh-2026'),
      command: fc.constantFrom('return', 'endorse', 'publish', 'publish'),
      chain: fc.nat(8),
      who: person,
    }),
  },
);

/** A small world whose clock the test moves. */
class Days {
  today = FIRST_DAY;
  readonly store: EventStore = memoryEventStore({ clock: () => Date.parse(this.now) });
  readonly engine = new Engine({
    store: this.store,
    workflows: WORKFLOWS,
    resolvers: { rules: (key, pinned) => rulePack(RULE_PACKS, { id: pinned, year: Number(key) }) },
    authority: {
      resolve: (units, at, load) =>
        officeAuthority(units, at, (id) => load('organisation', id) as never),
      mandate: (asked, load) => delegatedMandate(asked, (id) => load('delegation', id) as never),
    },
    calendar: vietnameseCalendar,
    clock: () => this.now,
  });
  #keys = 0;

  get now(): string {
    return `${this.today}T05:00:00.000Z`;
  }

  execute(workflow: string, id: string, command: string, input: object, actor: Actor) {
    const commandId = `step-${(this.#keys += 1)}`;
    return this.engine.execute(commandOn(workflow, id, command, input, actor, { commandId }));
  }

  async grantsOf(giver: string): Promise<DelegationView['grants']> {
    const view = (await this.engine.loadState('delegation', giver)) as DelegationView | undefined;
    return view?.grants ?? [];
  }

  /** Every chain of people that anybody might claim to have, broken ones too. */
  async chains(): Promise<string[][]> {
    const links: string[][] = [];
    for (const giver of PEOPLE)
      for (const { toId, of } of await this.grantsOf(giver))
        links.push(of === undefined ? [giver, toId] : [of.fromId, giver, toId]);
    return links.toSorted((one, other) => other.length - one.length);
  }
}

const inPerson = (id: string): Actor => ({ id, kind: 'person' });
const actorOf = ([onBehalfOf, ...rest]: readonly string[]): Actor => ({
  id: rest.at(-1)!,
  onBehalfOf: onBehalfOf!,
  ...(rest.length > 1 && { via: rest.slice(0, -1) }),
  kind: 'person',
});

/** An oracle as simple as can be: every pair of neighbours has something valid today. */
async function everyLinkHolds(days: Days, actor: Actor): Promise<boolean> {
  const chain = [actor.onBehalfOf!, ...(actor.via ?? []), actor.id];
  for (let index = 0; index + 1 < chain.length; index += 1) {
    const grants = await days.grantsOf(chain[index]!);
    const holds = grants.some(
      ({ toId, from, until, endedOn }) =>
        toId === chain[index + 1] &&
        from <= days.today &&
        days.today <= until &&
        (endedOn === undefined || days.today < endedOn),
    );
    if (!holds) return false;
  }
  return true;
}

async function play(days: Days, one: Step, tally: Record<string, number>): Promise<void> {
  if (one.kind === 'day') days.today = addDays(days.today, 1);
  if (one.kind === 'grant') {
    const { giver, toId, unitId } = one;
    const received = (
      await Promise.all(PEOPLE.map(async (from) => ({ from, grants: await days.grantsOf(from) })))
    ).flatMap(({ from, grants }) =>
      grants.flatMap((grant) => (grant.toId === giver ? [{ ...grant, fromId: from }] : [])),
    );
    // Half of the time what was received last is passed on, if anything was.
    const of = one.passing > 1 ? received.at(-1) : undefined;
    const input = {
      id: `g${(await days.grantsOf(giver)).length}`,
      toId,
      scope: { unitId: of?.unitId ?? unitId },
      from: days.today,
      until: of?.until ?? addDays(days.today, one.days),
      mayPassOn: one.days !== 0,
      ...(of && { of: { fromId: of.fromId, id: of.id } }),
    };
    await days.execute('delegation', giver, 'grant', input, inPerson(giver));
  }
  if (one.kind === 'revoke') {
    const grants = await days.grantsOf(one.giver);
    const id = grants[one.which % Math.max(1, grants.length)]?.id ?? 'none';
    const input = { id, on: days.today };
    await days.execute('delegation', one.giver, 'revoke', input, inPerson(one.giver));
  }
  if (one.kind === 'act') {
    const chains = await days.chains();
    const chain = chains[one.chain];
    const actor = chain === undefined ? inPerson(one.who) : actorOf(chain);
    const input = WORLD.inputs['registration']![one.command]!;
    const holds = chain === undefined || (await everyLinkHolds(days, actor));
    const outcome = await days.execute('registration', one.id, one.command, input, actor);
    if (outcome.kind !== 'accepted') return;
    expect({ actor, holds }).toEqual({ actor, holds: true });
    const hands = chain === undefined ? 'own' : chain.length > 2 ? 'passed on' : 'delegated';
    tally[hands] = (tally[hands] ?? 0) + 1;
  }
}

describe('over generated delegations', () => {
  it('nobody has a hand in a fact that judges them, and what is over serves nobody', async () => {
    const tally: Record<string, number> = {};
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 30, maxLength: 60 }), async (steps) => {
        const days = new Days();
        for (const { workflow, id, command, input, actor } of HISTORY)
          await days.execute(workflow, id, command, input, inOffice(actor ?? 'system'));
        for (const one of steps) await play(days, one, tally);
        const { events } = await days.store.readAll('' as never, { limit: 10_000 });
        const judging = ['RegistrationReturned', 'RegistrationEndorsed', 'RegistrationPublished'];
        for (const event of events.map(plainEvent)) {
          if (!judging.includes(event.type)) continue;
          const { actor: id, onBehalfOf, via } = event;
          const hands = everybodyOf({ id, onBehalfOf, via, kind: 'person' });
          expect(hands).not.toContain((event.data as { memberId: string }).memberId);
        }
      }),
      { numRuns: 80, seed: 20260315 },
    );
    // The property says nothing unless rights are used in every way.
    expect(Object.keys(tally).sort()).toEqual(['delegated', 'own', 'passed on']);
    for (const times of Object.values(tally)) expect(times).toBeGreaterThan(5);
  });
});
