import { type EventStore, START, type StoredEvent } from '#libs/event-store';
import { type LoadReport, loadScenarios, readScenarios, type Scenario } from '#libs/scenarios';
import { type TestWorld, testWorld } from '#libs/scenarios/testing';
import type {
  MembershipFacts,
  OrganisationFacts,
  ProgrammeFacts,
  RegistrationFacts,
} from '#libs/workflows';
import { Recount } from './recount.js';

type Facts = OrganisationFacts & MembershipFacts & ProgrammeFacts & RegistrationFacts;
type EventOf<Type extends keyof Facts> = Omit<StoredEvent, 'data'> & {
  readonly data: Facts[Type]['data'];
};

/** All five organisations' years in one log, ready to be looked at and to go on. */
export class Loaded {
  private constructor(
    readonly world: TestWorld,
    readonly scenarios: readonly Scenario[],
    readonly report: LoadReport,
    readonly log: readonly StoredEvent[],
    readonly recount: Recount,
  ) {}

  static async all(): Promise<Loaded> {
    const world = await testWorld();
    const scenarios = readScenarios();
    const report = await loadScenarios({ ...world, scenarios });
    const log = await logOf(world.store);
    return new Loaded(world, scenarios, report, log, new Recount(log));
  }

  scenario(id: string): Scenario {
    return this.scenarios.find((scenario) => scenario.id === id)!;
  }

  /** Years of a scenario, in order. */
  years(id: string): readonly number[] {
    const { first, last } = this.scenario(id).years;
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  }

  /** Events of a type that concern one organisation: its units, its members, their streams. */
  events<Type extends keyof Facts>(type: Type, scenarioId: string): readonly EventOf<Type>[] {
    return this.log.filter(
      (event) => event.type === type && event.commandId.startsWith(`${scenarioId}.`),
    ) as unknown as readonly EventOf<Type>[];
  }
}

/** The log as the store gives it: an event is parsed when it is looked at. */
export async function logOf(store: EventStore): Promise<readonly StoredEvent[]> {
  const log: StoredEvent[] = [];
  for (let after = START; ;) {
    const page = await store.readAll(after, { limit: 5000 });
    log.push(...page.events);
    after = page.next;
    if (page.atEnd) return log;
  }
}
