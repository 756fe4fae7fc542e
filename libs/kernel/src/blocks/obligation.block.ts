import type { FactSpecs } from '../workflow.js';
import { blockCommand, type SealedOfFact } from './block-context.js';
import { byOwner, fresh, known, listOf, notByOwner } from './obligation.guards.js';
import type {
  AssignObligation,
  Obligation,
  ObligationFacts,
  ObligationNames,
  ObligationSpec,
} from './obligation.js';

const itemOf = (state: object, list: string, id: string): Obligation =>
  listOf(state, list).find((one) => one.id === id)!;

/** What each fact does to the list. */
const obligationFacts = (names: ObligationNames, list: string) => ({
  [names.assigned]: {
    apply: (state: object, data: AssignObligation, fact: SealedOfFact) =>
      void listOf(state, list).push({
        id: data.id,
        ownerId: data.ownerId,
        due: data.due,
        status: 'open',
        text: fact.sealed?.['text']?.value as string | undefined,
        ...(data.basis !== undefined && { basis: data.basis }),
      }),
  },
  [names.reported]: {
    apply: (state: object, data: { id: string }) =>
      void (itemOf(state, list, data.id).status = 'reported'),
  },
  [names.verified]: {
    apply: (state: object, data: { id: string; done: boolean }) =>
      void (itemOf(state, list, data.id).status = data.done ? 'done' : 'open'),
  },
  [names.handedOver]: {
    apply(state: object, data: { id: string; heirId: string; heirKind?: 'unit' }) {
      const found = itemOf(state, list, data.id);
      // A unit owes nothing in person: whoever owed it still does, under the heir's eyes.
      if (data.heirKind === 'unit') found.heirUnitId = data.heirId;
      else found.ownerId = data.heirId;
    },
  },
});

/**
 * Expands into facts and commands of the workflow's own flat table:
 * `facts: {...remedies.facts}`, `commands: () => ({ assignRemedy: remedies.commands.assign, … })`.
 * The clock of each item is declared with the item deadline of the workflow.
 */
export const obligation =
  <State extends object, StateName extends string>() =>
  <const N extends ObligationNames, Of extends object>(
    spec: ObligationSpec<State, StateName, N, Of>,
  ) => {
    type Facts = ObligationFacts<N, Of>;
    const { names, list, identity } = spec;
    const item = (state: object, id: string) => itemOf(state, list, id);
    const facts = obligationFacts(names, list) as unknown as FactSpecs<State, Facts, StateName>;
    const about = (state: Readonly<State>, id: string) => {
      const { ownerId, due } = item(state, id);
      return { ...identity(state), id, ownerId, due };
    };
    const command = blockCommand<State, Facts, StateName>();
    const commands = {
      assign: command(
        spec.inputs.assign,
        spec.assignIn,
        spec.assignBy,
        [fresh(list)],
        names.assigned,
        ({ state, input: { id, ownerId, due, on, basis, text } }) => ({
          data: { ...identity(state), id, ownerId, due, on, ...(basis !== undefined && { basis }) },
          sealed: { text: { of: ownerId, value: text } },
        }),
      ),
      report: command(
        spec.inputs.report,
        spec.dealIn,
        spec.reportBy,
        [byOwner(list), known(list, ['open'])],
        names.reported,
        ({ state, input }) => ({
          data: {
            ...about(state, input.id),
            on: input.on,
            late: input.on > item(state, input.id).due,
          },
          sealed: { report: { of: item(state, input.id).ownerId, value: input.text } },
        }),
      ),
      verify: command(
        spec.inputs.verify,
        spec.dealIn,
        spec.verifyBy,
        [known(list, ['open', 'reported']), notByOwner(list)],
        names.verified,
        ({ state, input }) => ({
          data: {
            ...about(state, input.id),
            on: input.on,
            done: input.done,
            late: input.on > item(state, input.id).due,
          },
        }),
      ),
      handOver: command(
        spec.inputs.handOver,
        spec.dealIn,
        spec.handOverBy,
        [known(list, ['open', 'reported'])],
        names.handedOver,
        ({ state, input: { id, heirId, heirKind, on } }) => ({
          data: { ...about(state, id), heirId, ...(heirKind && { heirKind }), on },
        }),
      ),
    };
    return { facts, commands };
  };
