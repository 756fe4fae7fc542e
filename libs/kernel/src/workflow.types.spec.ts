import { guard } from './guard.js';
import { is, holds } from './policy.js';
import { given } from './testing/index.js';
import { defineWorkflow } from './workflow.js';

interface State {
  ownerId: string;
  count: number;
}
interface Facts {
  Counted: { data: { by: number } };
  Finished: { data: { on: string }; sealed: { note: { of: string; value: string } } };
}
class Count {
  by: number;
  unitId: string;
}

const options = {
  name: 'counting',
  version: 1,
  stream: 'counting',
  idPattern: /^[a-z]+$/,
  start: (id: string): State => ({ ownerId: id, count: 0 }),
  states: { open: { start: true }, done: { final: true } },
} as const;

const facts = {
  Counted: { apply: (state: State, data: { by: number }) => void (state.count += data.by) },
  Finished: { to: 'done', apply: () => undefined },
} as const;

/** A wrong declaration does not compile: the compiler run of the repository holds these lines. */
const WRONG = {
  targetState: () =>
    defineWorkflow<State, Facts>()({
      ...options,
      facts: {
        Counted: facts.Counted,
        // @ts-expect-error no such state
        Finished: { to: 'gone', apply: () => undefined },
      },
      commands: () => ({}),
    }),
  missingFact: () =>
    defineWorkflow<State, Facts>()({
      ...options,
      // @ts-expect-error every fact says what it does to the state
      facts: { Counted: facts.Counted },
      commands: () => ({}),
    }),
  factPayload: () =>
    defineWorkflow<State, Facts>()({
      ...options,
      facts: {
        // @ts-expect-error the fact carries no such member
        Counted: { apply: (state, data) => void (state.count = data.amount) },
        Finished: facts.Finished,
      },
      commands: () => ({}),
    }),
  from: () =>
    defineWorkflow<State, Facts>()({
      ...options,
      facts,
      commands: (command) => ({
        count: command({
          input: Count,
          // @ts-expect-error no such state
          from: ['gone'],
          by: is('ownerId'),
          emits: [],
          decide: () => [],
        }),
      }),
    }),
  emits: () =>
    defineWorkflow<State, Facts>()({
      ...options,
      facts,
      commands: (command) => ({
        count: command({
          input: Count,
          from: ['open'],
          by: is('ownerId'),
          emits: ['Counted'],
          // @ts-expect-error the command does not declare this fact
          decide: () => [{ type: 'Finished', data: { on: '2026-01-01' } }],
        }),
      }),
    }),
  unknownEmits: () =>
    defineWorkflow<State, Facts>()({
      ...options,
      facts,
      commands: (command) => ({
        count: command({
          input: Count,
          from: ['open'],
          by: is('ownerId'),
          // @ts-expect-error no such fact
          emits: ['Gone'],
          decide: () => [],
        }),
      }),
    }),
  payload: () =>
    defineWorkflow<State, Facts>()({
      ...options,
      facts,
      commands: (command) => ({
        count: command({
          input: Count,
          from: ['open'],
          by: is('ownerId'),
          emits: ['Counted'],
          // @ts-expect-error `by` is a number
          decide: () => [{ type: 'Counted', data: { by: 'one' } }],
        }),
      }),
    }),
  missingSeal: () =>
    defineWorkflow<State, Facts>()({
      ...options,
      facts,
      commands: (command) => ({
        count: command({
          input: Count,
          from: ['open'],
          by: is('ownerId'),
          emits: ['Finished'],
          // @ts-expect-error the sealed part is missing
          decide: () => [{ type: 'Finished', data: { on: '2026-01-01' } }],
        }),
      }),
    }),
  policyField: () =>
    defineWorkflow<State, Facts>()({
      ...options,
      facts,
      commands: (command) => ({
        count: command({
          input: Count,
          from: ['open'],
          // @ts-expect-error neither the state nor the input has this field
          by: holds('secretary', 'wardId'),
          emits: [],
          decide: () => [],
        }),
      }),
    }),
  guardContext: () =>
    defineWorkflow<State, Facts>()({
      ...options,
      facts,
      commands: (command) => ({
        count: command({
          input: Count,
          from: ['open'],
          by: is('ownerId'),
          // @ts-expect-error the guard reads an input that this command does not have
          guards: [guard<{ input: { weight: number } }>('TOO_HEAVY', () => [])],
          emits: [],
          decide: () => [],
        }),
      }),
    }),
  stateIsReadOnly: () =>
    defineWorkflow<State, Facts>()({
      ...options,
      facts,
      commands: (command) => ({
        count: command({
          input: Count,
          from: ['open'],
          by: is('ownerId'),
          emits: [],
          decide({ state }) {
            // @ts-expect-error a decision changes nothing
            state.count = 7;
            return [];
          },
        }),
      }),
    }),
};

const counting = defineWorkflow<State, Facts>()({
  ...options,
  facts,
  commands: (command) => ({
    count: command({
      input: Count,
      from: ['open'],
      by: is('ownerId'),
      emits: ['Counted'],
      decide: ({ input }) => [{ type: 'Counted', data: { by: input.by } }],
    }),
  }),
});

describe('types of a declaration', () => {
  it('hold at run time too where they are right', () => {
    given(counting, { type: 'Counted', data: { by: 2 } })
      .when('count', { by: 3, unitId: 'kp4' }, { id: 'khai', actor: 'khai' })
      .thenState('open', { count: 5 });
  });

  it('know the names and inputs of the commands', () => {
    const wrong = [
      // @ts-expect-error no such command
      () => given(counting).when('fly', {}),
      // @ts-expect-error the input is incomplete
      () => given(counting).when('count', { by: 3 }, { id: 'khai', actor: 'khai' }),
    ] as const;
    expect(wrong[0]().codes).toEqual(['UNKNOWN_COMMAND']);
    expect(wrong[1]().facts).toHaveLength(1);
  });

  it.each(Object.entries(WRONG))('the wrong declaration %s is only a type error', (_, declare) => {
    expect(declare().name).toBe('counting');
  });
});
