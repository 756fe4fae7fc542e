import type { CommandRequest, Outcome } from '#libs/engine';
import type { Act } from './act.js';
import { demoAppointments } from './demo-people.js';
import type { Scenario } from './scenario.js';
import { scaled } from './scale.js';
import { createWorld } from './world.js';
import { inOrder, yearScript } from './year.script.js';

/** Seed of the demonstration data. */
export const DEMO_SEED = 20_260_519;

export interface LoadOptions {
  readonly execute: (request: CommandRequest) => Promise<Outcome>;
  /** The clock of engine and store; set before each group of commands, never backwards. */
  readonly clock: { set(iso: string): void };
  /** Resolves when the reactors have dealt with everything stored. */
  readonly settled: () => Promise<void>;
  /** Fires what is due by the clock; called when a new day begins. Left out: nothing fires. */
  readonly fireDue?: (() => Promise<void>) | undefined;
  readonly scenarios: readonly Scenario[];
  readonly seed?: number | undefined;
  /** Size of the organisations, above 0 up to 1; default 1. */
  readonly scale?: number | undefined;
  readonly onProgress?: ((progress: LoadProgress) => void) | undefined;
}

export interface LoadProgress {
  readonly year: number;
  /** Commands executed so far. */
  readonly commands: number;
  /** From 0 to 1. */
  readonly share: number;
}

export interface LoadReport {
  readonly commands: number;
  /** Commands that had been executed by an earlier load of the same data. */
  readonly repeated: number;
  readonly commandsByScenario: Readonly<Record<string, number>>;
}

/** A command of a scenario was not accepted: the script and the rules contradict each other. */
export class ScenarioError extends Error {
  constructor(
    readonly request: Pick<CommandRequest, 'workflow' | 'command' | 'commandId'>,
    readonly outcome: Exclude<Outcome, { kind: 'accepted' }>,
  ) {
    const why =
      outcome.kind === 'refused'
        ? outcome.reasons.map(({ code }) => code).join(', ')
        : `conflict at revision ${outcome.revision}`;
    super(`${request.workflow}.${request.command} (${request.commandId}): ${why}`);
    this.name = 'ScenarioError';
  }
}

/** Commands executed at the same time. */
const AT_ONCE = 256;

/** Acts that reactors answer, besides everything of an organisation. */
const ANSWERED: ReadonlySet<string> = new Set([
  'meeting.noteMerit',
  'review.remark',
  'criticism-session.conclude',
  'classification.propose',
  'rating-list.decide',
  'commendation.nominate',
  'contest.award',
  'commendation.revoke',
  'transfer.receive',
]);

const isAnswered = ({ request: { workflow, command } }: Act): boolean =>
  workflow === 'organisation' || ANSWERED.has(`${workflow}.${command}`);

/**
 * Executes the years of all scenarios, merged by date, through the engine. The same scenarios and
 * seed give the same streams, byte for byte; only among streams may the order of one moment differ,
 * because reactors work beside. A load that was interrupted can be run again. When it is done, the
 * caller lets the clock go on to the present. Throws ScenarioError.
 */
export async function loadScenarios(options: LoadOptions): Promise<LoadReport> {
  const seed = options.seed ?? DEMO_SEED;
  const scenarios = options.scenarios.map((scenario) => scaled(scenario, options.scale ?? 1));
  const worlds = scenarios.map((scenario) => createWorld(scenario, seed));
  const first = Math.min(...scenarios.map(({ years }) => years.first));
  const last = Math.max(...scenarios.map(({ years }) => years.last));
  const loading = new Loading(options, weightOf(scenarios));
  for (let year = first; year <= last + 1; year += 1) {
    // What a last year leaves to do is done early in the year after it.
    const acting = worlds.filter(
      ({ scenario: { years } }) => years.first <= year && year <= years.last + 1,
    );
    for (const { scenario } of acting) if (year <= scenario.years.last) loading.expect(scenario);
    const acts = acting.flatMap((world) => {
      const script = yearScript(world, year).filter(
        ({ byClock }) => byClock !== true || options.fireDue === undefined,
      );
      loading.count(world.scenario.id, script.length);
      return script;
    });
    if (year === last) acts.push(...demoAppointments(scenarios, seed));
    await loading.run(inOrder(acts), year);
  }
  return loading.report;
}

/** Roughly how long a scenario takes in a year. */
const weight = ({ members, units }: Scenario): number => members + units.cell;

const weightOf = (scenarios: readonly Scenario[]): number =>
  scenarios.reduce(
    (sum, scenario) => sum + weight(scenario) * (scenario.years.last - scenario.years.first + 1),
    0,
  );

class Loading {
  readonly #byScenario: Record<string, number> = {};
  #commands = 0;
  #repeated = 0;
  /** Weight of the years done, and of the year under way. */
  #done = 0;
  #under = 0;
  #day = '';

  constructor(
    private readonly options: LoadOptions,
    private readonly total: number,
  ) {}

  get report(): LoadReport {
    return {
      commands: this.#commands,
      repeated: this.#repeated,
      commandsByScenario: this.#byScenario,
    };
  }

  expect(scenario: Scenario): void {
    this.#under += weight(scenario);
  }

  count(scenarioId: string, commands: number): void {
    this.#byScenario[scenarioId] = (this.#byScenario[scenarioId] ?? 0) + commands;
  }

  /** Runs a year moment by moment. */
  async run(acts: readonly Act[], year: number): Promise<void> {
    for (let at = 0; at < acts.length;) {
      const end = endOfMoment(acts, at);
      await this.#moveTo(acts[at]!.at);
      for (let next = at; next < end; next += AT_ONCE)
        await this.#together(acts.slice(next, Math.min(end, next + AT_ONCE)));
      this.options.onProgress?.({
        year,
        commands: this.#commands,
        share: (this.#done + this.#under * (end / acts.length)) / this.total,
      });
      at = end;
    }
    this.#done += this.#under;
    this.#under = 0;
  }

  /** Lets time go on; what fell due in the nights between comes before what people do. */
  async #moveTo(moment: string): Promise<void> {
    const { clock, fireDue } = this.options;
    clock.set(moment);
    const day = moment.slice(0, 10);
    if (day !== this.#day) await fireDue?.();
    this.#day = day;
  }

  /**
   * Independent commands at once, so that they share a commit. What reactors make of them is
   * waited for before the clock moves on and anything rests on it.
   */
  async #together(acts: readonly Act[]): Promise<void> {
    const { execute, settled } = this.options;
    if (new Set(acts.map(({ request }) => `${request.workflow} ${request.id}`)).size < acts.length)
      throw new Error(`two acts on one stream at ${acts[0]!.at}`);
    const outcomes = await Promise.all(acts.map(({ request }) => execute(request)));
    outcomes.forEach((outcome, index) => {
      if (outcome.kind !== 'accepted') throw new ScenarioError(acts[index]!.request, outcome);
      if (outcome.repeated) this.#repeated += 1;
    });
    this.#commands += acts.length;
    if (acts.some(isAnswered)) await settled();
  }
}

const endOfMoment = (acts: readonly Act[], from: number): number => {
  let end = from + 1;
  while (end < acts.length && acts[end]!.at === acts[from]!.at) end += 1;
  return end;
};
