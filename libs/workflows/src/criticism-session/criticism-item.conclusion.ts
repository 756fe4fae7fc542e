import { commandsOf, type NewFact } from '#libs/kernel';
import { rulesOf } from '../rules/index.js';
import * as input from './criticism-item.commands.js';
import * as conclusion from './criticism-item.conclusion-guards.js';
import * as item from './criticism-item.guards.js';
import { identity } from './criticism-session.blocks.js';
import type { CriticismSessionFacts as Facts } from './criticism-session.events.js';
import * as guards from './criticism-session.guards.js';
import { judges } from './criticism-session.policies.js';
import { individualsDone } from './criticism-session.progress.js';
import { itemOf, ownerOf, unansweredPrompts } from './criticism-session.queries.js';
import type {
  CriticismSessionState as State,
  CriticismSessionStateName as StateName,
} from './criticism-session.state.js';

const command = commandsOf<State, Facts, StateName>();

const concluded = (
  state: Readonly<State>,
  given: Readonly<input.ConcludeItem>,
): NewFact<Facts, 'ItemConcluded'> => {
  const { subjectId, on } = given;
  const { role, reply } = itemOf(state, subjectId)!;
  const said = state.criticisms.filter(
    (one) => one.subjectId === subjectId && one.round === state.round && !one.retracted,
  );
  return {
    type: 'ItemConcluded',
    data: {
      ...identity(state),
      subjectId,
      role,
      reply: reply!,
      criticisms: said.length,
      shortcomings: given.shortcomings.length,
      remedies: given.remedies.length,
      unanswered: unansweredPrompts(state, subjectId),
      on,
    },
    sealed: { conclusion: { of: ownerOf(state, subjectId), value: given.text } },
  };
};

/** What a conclusion finds, and what is to be done about it. */
const found = (
  state: Readonly<State>,
  { subjectId, shortcomings, remedies, on }: Readonly<input.ConcludeItem>,
): NewFact<Facts, 'ShortcomingRecorded' | 'RemedyAssigned'>[] => [
  ...shortcomings.map(
    ({ id, area, severity, text, cause }): NewFact<Facts, 'ShortcomingRecorded'> => ({
      type: 'ShortcomingRecorded',
      data: { ...identity(state), id, subjectId, area, severity, on },
      sealed: { text: { of: ownerOf(state, subjectId), value: { text, cause } } },
    }),
  ),
  ...remedies.map(
    ({ id, shortcomingId, ownerId, measure, due }): NewFact<Facts, 'RemedyAssigned'> => ({
      type: 'RemedyAssigned',
      data: { ...identity(state), id, ownerId, due, on, basis: shortcomingId },
      sealed: { text: { of: ownerId, value: measure } },
    }),
  ),
];

/** How an item ends. */
export const conclusions = {
  concludeItem: command({
    input: input.ConcludeItem,
    from: ['open', 'collective_done'],
    by: judges,
    needs: { rules: rulesOf('year') },
    guards: [
      guards.subjectIsHeard,
      item.itemIsOpen,
      conclusion.replied,
      conclusion.promptsAnswered,
      conclusion.shortcomingsFit,
      conclusion.remediesFit,
    ],
    emits: [
      'ItemConcluded',
      'ShortcomingRecorded',
      'RemedyAssigned',
      'CollectiveDone',
      'IndividualsDone',
    ],
    decide({ state, input: given }) {
      const { subjectId, on } = given;
      const isCollective = itemOf(state, subjectId)!.role === 'collective';
      return [
        concluded(state, given),
        ...found(state, given),
        ...(isCollective
          ? [{ type: 'CollectiveDone', data: { ...identity(state), on } } as const]
          : []),
        ...individualsDone(state, subjectId, on),
      ];
    },
  }),
};
