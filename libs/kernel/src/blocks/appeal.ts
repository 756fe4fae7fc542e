import { guard, precondition } from '../guard.js';
import { addDays } from '../deadline.js';
import type { Policy } from '../policy.js';
import { reason } from '../reason.js';
import type { FactSpecs, InputClass } from '../workflow.js';
import {
  blockCommand,
  type BlockContext,
  everybodyIn,
  type FieldsHolding,
  type Identity,
  type SealedOfFact,
} from './block-context.js';

/** A person's objection to what was decided about them, and what came of it. */
export interface Appeal {
  readonly by: string;
  readonly on: string;
  text: string | undefined;
  outcome: AppealOutcome | undefined;
}
export const APPEAL_OUTCOMES = ['upheld', 'rejected'] as const;
export type AppealOutcome = (typeof APPEAL_OUTCOMES)[number];

export interface AppealNames {
  readonly filed: string;
  readonly decided: string;
}

export type AppealFacts<N extends AppealNames, Of extends object> = Record<
  N['filed'],
  {
    data: Of & { by: string; on: string };
    sealed: { text: { of: string; value: string } };
  }
> &
  Record<
    N['decided'],
    {
      data: Of & { by: string; outcome: AppealOutcome; on: string; documentNo?: string };
      sealed: { text: { of: string; value: string } };
    }
  >;

export interface FileAppeal {
  on: string;
  text: string;
}
export interface DecideAppeal {
  on: string;
  outcome: AppealOutcome;
  text: string;
  documentNo?: string;
}

export interface AppealSpec<State, StateName, N, Of> {
  readonly names: N;
  readonly field: FieldsHolding<State, Appeal | undefined>;
  readonly identity: Identity<State, Of>;
  readonly inputs: {
    readonly file: InputClass<FileAppeal>;
    readonly decide: InputClass<DecideAppeal>;
  };
  readonly fileIn: readonly StateName[];
  readonly decideIn: readonly StateName[];
  readonly to: { readonly filed: StateName; readonly decided: StateName };
  readonly fileBy: Policy<keyof State & string>;
  /** Somebody else than whoever decided at first, and never the subject. */
  readonly decideBy: Policy<keyof State & string>;
  /** The day of notice and the days given; undefined: at any time. */
  window?(
    state: Readonly<State>,
  ): { readonly since: string | undefined; readonly days: number } | undefined;
}

const appealOf = (state: object, field: string): Appeal | undefined =>
  (state as Record<string, Appeal | undefined>)[field];

/** An appeal: filed once by the person concerned within the time given, decided by another. */
export const appeal =
  <State extends object, StateName extends string>() =>
  <const N extends AppealNames, Of extends object>(spec: AppealSpec<State, StateName, N, Of>) => {
    type Facts = AppealFacts<N, Of>;
    const { names, field, identity } = spec;
    const facts = {
      [names.filed]: {
        to: spec.to.filed,
        apply: (state: State, data: { by: string; on: string }, fact: SealedOfFact) =>
          void (asRecord(state)[field] = {
            by: data.by,
            on: data.on,
            text: fact.sealed?.['text']?.value as string | undefined,
            outcome: undefined,
          }),
      },
      [names.decided]: {
        to: spec.to.decided,
        apply: (state: State, data: { outcome: AppealOutcome }) =>
          void (appealOf(state, field)!.outcome = data.outcome),
      },
    } as unknown as FactSpecs<State, Facts, StateName>;
    const once = precondition<BlockContext<State, object>>('APPEAL_TWICE', ({ state }) =>
      appealOf(state, field) === undefined ? [] : [reason('APPEAL_TWICE')],
    );
    const inTime = guard<BlockContext<State, FileAppeal>>('APPEAL_TOO_LATE', ({ state, input }) => {
      const window = spec.window?.(state);
      if (window?.since === undefined) return [];
      const until = addDays(window.since, window.days);
      return input.on <= until ? [] : [reason('APPEAL_TOO_LATE', { until }, 'on')];
    });
    const another = precondition<BlockContext<State, object>>('IS_SUBJECT', ({ state, actor }) =>
      everybodyIn(actor).includes(appealOf(state, field)?.by ?? '') ? [reason('IS_SUBJECT')] : [],
    );
    const command = blockCommand<State, Facts, StateName>();
    const file = command(
      spec.inputs.file,
      spec.fileIn,
      spec.fileBy,
      [once, ...(spec.window ? [inTime] : [])],
      names.filed,
      ({ state, input, actor }) => ({
        data: { ...identity(state), by: actor.id, on: input.on },
        sealed: { text: { of: actor.id, value: input.text } },
      }),
      { personal: true },
    );
    const decide = command(
      spec.inputs.decide,
      spec.decideIn,
      spec.decideBy,
      [another],
      names.decided,
      ({ state, input }) => {
        const { by } = appealOf(state, field)!;
        const { outcome, on, documentNo } = input;
        return {
          data: { ...identity(state), by, outcome, on, ...(documentNo && { documentNo }) },
          sealed: { text: { of: by, value: input.text } },
        };
      },
    );
    return { facts, commands: { file, decide } };
  };

const asRecord = (state: object): Record<string, unknown> => state as Record<string, unknown>;
