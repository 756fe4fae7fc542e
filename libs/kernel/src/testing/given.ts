import { clockChanges } from '../clock-changes.js';
import { addDays } from '../deadline.js';
import type { Decision, Resolution } from '../decide.js';
import { decide } from '../decide.js';
import type { AnyFact } from '../fact.js';
import type { Instance } from '../fold.js';
import { advance, startOf } from '../fold.js';
import type { Actor, Authority, Mandate } from '../authority.js';
import type { AnyWorkflow, InputClass, Workflow } from '../workflow.js';
import { NO_AUTHORITY } from './authority.fixtures.js';
import type { OldFact } from './recorded.fixtures.js';
import { recordedFacts } from './recorded.fixtures.js';

/** Under which circumstances a command comes; all have defaults. */
export interface CommandOptions {
  /** Id of the stream; default `one`. */
  readonly id?: string;
  /** A person's id, or a whole actor; default the system. */
  readonly actor?: string | Actor;
  /** ISO 8601; default noon of 2026-03-15 in Hà Nội. */
  readonly now?: string;
  /** Claimed business time; default `now`. */
  readonly occurredAt?: string;
  /** Resolved needs by name; what is not given is `undefined`. */
  readonly needs?: Readonly<Record<string, unknown>>;
  readonly authority?: Authority;
  /** How far the actor may use the right of whom they act for; default: not at all. */
  readonly mandate?: Mandate;
  readonly commandId?: string;
}

/** What an object holds, whatever class it is of. */
export type Plain<T> = T extends readonly (infer Element)[]
  ? Plain<Element>[]
  : T extends object
    ? { [Field in keyof T]: Plain<T[Field]> }
    : T;

/** What a command's input holds. */
export type InputOf<Commands, Name extends keyof Commands> = Commands[Name] extends {
  readonly input: InputClass<infer Input>;
}
  ? Plain<Input>
  : object;

export interface Given<Commands> {
  /** Decides one command on the facts given. Options add to those of the situation. */
  when<Name extends keyof Commands & string>(
    command: Name,
    input: InputOf<Commands, Name>,
    options?: CommandOptions,
  ): Then;
  readonly instance: Instance;
}

const EVERY_DAY = { addWorkingDays: addDays };
const NOW = '2026-03-15T05:00:00.000Z';
const actorOf = (actor: string | Actor | undefined): Actor => {
  if (actor === undefined) return { id: 'system', kind: 'system' };
  return typeof actor === 'string' ? { id: actor, kind: 'person' } : actor;
};

/** What a decision rests on, from a test's options. */
export const resolutionOf = (options: CommandOptions): Resolution => ({
  actor: actorOf(options.actor),
  authority: options.authority ?? NO_AUTHORITY,
  ...(options.mandate && { mandate: options.mandate }),
  needs: options.needs ?? {},
  now: options.now ?? NOW,
  occurredAt: options.occurredAt ?? options.now ?? NOW,
});

/** A workflow with the options that all cases of a spec share: gives that spec's own `given`. */
export const situation =
  <State, Commands>(workflow: Workflow<State, Commands>, shared: CommandOptions = {}) =>
  (...facts: readonly OldFact[]): Given<Commands> => {
    const instance = timed(workflow as unknown as AnyWorkflow, shared.id ?? 'one', facts);
    return {
      instance,
      when: (command, input, options = {}) =>
        new Then(instance, command, input as object, {
          commandId: 'the-command',
          ...shared,
          ...options,
          needs: { ...shared.needs, ...options.needs },
        }),
    };
  };

/** A stream whose clocks were recorded as the engine does; every day is a working day. */
function timed(workflow: AnyWorkflow, id: string, facts: readonly OldFact[]): Instance {
  const instance = startOf(workflow, id);
  for (const fact of recordedFacts(facts)) {
    const clocks = fact.clocks ?? clockChanges(instance, [fact], EVERY_DAY);
    advance(instance, [{ ...fact, ...(clocks.length > 0 && { clocks }) }]);
  }
  return instance;
}

/** Past facts of one stream: `given(w, ...).when('submit', input, {...}).thenFacts([...])`. */
export const given = <State, Commands>(
  workflow: Workflow<State, Commands>,
  ...facts: readonly OldFact[]
): { when: Given<Commands>['when'] } => ({
  when: (command, input, options = {}) =>
    situation(workflow, options)(...facts).when(command, input, options),
});

/** What came of a command. A case ends with the `then…` it expects. */
export class Then {
  readonly outcome: Decision;

  constructor(
    private readonly instance: Instance,
    private readonly command: string,
    private readonly input: object,
    private readonly options: CommandOptions & { readonly commandId: string },
  ) {
    // The engine answers a key it has seen with the first outcome: nothing more to store.
    this.outcome = instance.commands.has(options.commandId)
      ? { kind: 'accepted', facts: [], policy: '' }
      : decide(instance, command, input, resolutionOf(options));
  }

  /** The facts decided; fails the test if the command was refused. */
  get facts(): readonly AnyFact[] {
    if (this.outcome.kind === 'refused')
      throw new Error(`${this.command} was refused: ${JSON.stringify(this.outcome.reasons)}`);
    return this.outcome.facts;
  }

  /** Codes of the refusal, in order; empty when accepted. */
  get codes(): readonly string[] {
    return this.outcome.kind === 'refused' ? this.outcome.reasons.map(({ code }) => code) : [];
  }

  /** Exactly these facts: type, data and sealed parts. */
  thenFacts(expected: readonly AnyFact[]): void {
    expect(this.facts).toEqual(expected);
  }

  /** Accepted, and nothing to store. */
  thenNothing(): void {
    expect(this.facts).toEqual([]);
  }

  /** Refused, for this reason among others; with `path`, about this part of the input. */
  thenRefused(code: string, path?: string): void {
    const reasons = this.outcome.kind === 'refused' ? this.outcome.reasons : [];
    expect(reasons).toContainEqual(
      expect.objectContaining(path === undefined ? { code } : { code, path }),
    );
  }

  /** Refused for exactly these codes, in this order. */
  thenRefusedOnlyFor(...codes: readonly string[]): void {
    expect(this.codes).toEqual(codes);
  }

  /** Accepted, and the facts lead to this state. */
  thenState(name: string, fields: object = {}): void {
    const after = this.stored();
    expect({ stateName: after.stateName, state: after.state }).toMatchObject({
      stateName: name,
      state: fields,
    });
  }

  /** The same command, with the same key, once its facts are stored. */
  again(): Then {
    return new Then(this.stored(), this.command, this.input, this.options);
  }

  private stored(): Instance {
    const { occurredAt, actor } = resolutionOf(this.options);
    const { commandId } = this.options;
    const facts = this.facts.map((fact) => ({ ...fact, commandId, occurredAt, actor: actor.id }));
    const copy = {
      ...this.instance,
      state: structuredClone(this.instance.state),
      commands: new Map(this.instance.commands),
      authors: new Map(this.instance.authors),
      clocks: new Map(this.instance.clocks),
    };
    const stored = recordedFacts(facts, this.instance.revision + 1);
    const clocks = clockChanges(copy, stored, EVERY_DAY);
    return advance(
      copy,
      stored.map((fact, index) =>
        index === stored.length - 1 && clocks.length > 0 ? { ...fact, clocks } : fact,
      ),
    );
  }
}
