import { type EventStore, START, type StoredEvent } from '#libs/event-store';
import {
  type LoadProgress,
  type LoadReport,
  loadScenarios,
  readScenarios,
  type Scenario,
} from '#libs/scenarios';
import type { TestWorld } from '#libs/scenarios/testing';
import type {
  ClassificationFacts,
  CommendationFacts,
  ContestFacts,
  CriticismSessionFacts,
  EmulationPactFacts,
  InspectionFacts,
  MeetingFacts,
  MembershipFacts,
  ModelFacts,
  OrganisationFacts,
  ProgrammeFacts,
  RatingListFacts,
  RegistrationFacts,
  ReviewFacts,
  SteeringCommitteeFacts,
  TransferFacts,
} from '#libs/workflows';
import type { BuiltViews } from './read-models.check.js';
import { Recount } from './recount.js';

type Facts = OrganisationFacts &
  MembershipFacts &
  ProgrammeFacts &
  RegistrationFacts &
  MeetingFacts &
  ReviewFacts &
  CriticismSessionFacts &
  ClassificationFacts &
  RatingListFacts &
  CommendationFacts &
  ContestFacts &
  ModelFacts &
  EmulationPactFacts &
  SteeringCommitteeFacts &
  InspectionFacts &
  TransferFacts;
export type EventOf<Type extends keyof Facts> = Omit<StoredEvent, 'data'> & {
  readonly data: Facts[Type]['data'];
};

/** What a row of `expect` asserts of everything loaded, and of the views over it. */
export type Check = (loaded: Loaded, views: BuiltViews) => void | Promise<void>;

/** All five organisations' years in one log, ready to be looked at and to go on. */
export class Loaded {
  private constructor(
    readonly world: TestWorld,
    readonly scenarios: readonly Scenario[],
    readonly report: LoadReport,
    readonly log: readonly StoredEvent[],
    readonly recount: Recount,
  ) {}

  static async into(
    world: TestWorld,
    onProgress?: (progress: LoadProgress) => void,
  ): Promise<Loaded> {
    const scenarios = readScenarios();
    const report = await loadScenarios({ ...world, scenarios, onProgress });
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

  /** Events of a type that an organisation's own acts wrote, not those of reactors. */
  events<Type extends keyof Facts>(type: Type, scenarioId: string): readonly EventOf<Type>[] {
    return this.all(type).filter(({ commandId }) => commandId.startsWith(`${scenarioId}.`));
  }

  /** All events of a type, in order. */
  all<Type extends keyof Facts>(type: Type): readonly EventOf<Type>[] {
    if (this.#byType.size === 0)
      for (const event of this.log) {
        const found = this.#byType.get(event.type);
        if (found) found.push(event);
        else this.#byType.set(event.type, [event]);
      }
    return (this.#byType.get(type) ?? []) as unknown as readonly EventOf<Type>[];
  }

  readonly #byType = new Map<string, StoredEvent[]>();

  /** Ids of the units that an organisation ever had. */
  unitIds(scenarioId: string): readonly string[] {
    return this.recount.units.filter((id) => id === scenarioId || id.startsWith(`${scenarioId}.`));
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
