import { guard, precondition } from '../guard.js';
import type { Policy } from '../policy.js';
import { reason } from '../reason.js';
import type { FactSpecs, InputClass } from '../workflow.js';
import {
  blockCommand,
  type BlockContext,
  type FieldsHolding,
  type Identity,
} from './block-context.js';

/** An entry that may be taken back: what was said stays on the record, marked as taken back. */
export interface Retractable {
  readonly id: string;
  readonly authorId: string;
  retracted?: true;
}

export type RetractableFacts<Name extends string, Of extends object> = Record<
  Name,
  {
    data: Of & { of: string; on: string };
    sealed: { reason: { of: string; value: string } };
  }
>;

export interface RetractEntry {
  id: string;
  on: string;
  reason: string;
}

export interface RetractableSpec<State, StateName, Name, Of> {
  readonly name: Name;
  readonly list: FieldsHolding<State, Retractable[]>;
  readonly identity: Identity<State, Of>;
  readonly input: InputClass<RetractEntry>;
  readonly from: readonly StateName[];
  readonly by: Policy<keyof State & string>;
}

const entriesOf = (state: object, list: string): Retractable[] =>
  (state as Record<string, Retractable[]>)[list]!;

/** Only its author; before an entry is named: only who has one to take back. */
const byAuthor = (list: string) =>
  precondition<BlockContext<object, Partial<RetractEntry>>>(
    'NOT_AUTHOR',
    ({ state, input, actor }) => {
      const asked = entriesOf(state, list).filter(({ id, retracted }) =>
        input.id === undefined ? !retracted : id === input.id,
      );
      if (asked.length === 0 && input.id !== undefined) return [];
      return asked.some(({ authorId }) => authorId === actor.id) ? [] : [reason('NOT_AUTHOR')];
    },
  );

const standing = (list: string) =>
  guard<BlockContext<object, RetractEntry>>(
    ['ENTRY_UNKNOWN', 'ENTRY_RETRACTED'],
    ({ state, input }) => {
      const found = entriesOf(state, list).find(({ id }) => id === input.id);
      if (found === undefined) return [reason('ENTRY_UNKNOWN', { id: input.id }, 'id')];
      return found.retracted ? [reason('ENTRY_RETRACTED', { id: input.id }, 'id')] : [];
    },
  );

/** Lets the author of an entry take it back, with the reason: a correction, never an edit. */
export const retractable =
  <State extends object, StateName extends string>() =>
  <const Name extends string, Of extends object>(
    spec: RetractableSpec<State, StateName, Name, Of>,
  ) => {
    type Facts = RetractableFacts<Name, Of>;
    const facts = {
      [spec.name]: {
        apply: (state: State, data: { of: string }) =>
          void (entriesOf(state, spec.list).find(({ id }) => id === data.of)!.retracted = true),
      },
    } as unknown as FactSpecs<State, Facts, StateName>;
    const retract = blockCommand<State, Facts, StateName>()(
      spec.input,
      spec.from,
      spec.by,
      [byAuthor(spec.list), standing(spec.list)],
      spec.name,
      ({ state, input, actor }) => ({
        data: { ...spec.identity(state), of: input.id, on: input.on },
        sealed: { reason: { of: actor.id, value: input.reason } },
      }),
      { personal: true },
    );
    return { facts, commands: { retract } };
  };
