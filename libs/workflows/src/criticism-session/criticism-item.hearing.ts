import { any, commandsOf, is, quorateIn } from '#libs/kernel';
import { rulesOf } from '../rules/index.js';
import * as input from './criticism-item.commands.js';
import * as item from './criticism-item.guards.js';
import { identity } from './criticism-session.blocks.js';
import type { CriticismSessionFacts } from './criticism-session.events.js';
import * as guards from './criticism-session.guards.js';
import { desk, subjectItself } from './criticism-session.policies.js';
import { itemOf, ownerOf } from './criticism-session.queries.js';
import { individualsDone } from './criticism-session.progress.js';
import type {
  CriticismSessionState as State,
  CriticismSessionStateName as StateName,
} from './criticism-session.state.js';

const rules = rulesOf('year');
const command = commandsOf<State, CriticismSessionFacts, StateName>();
const sitting = ['open', 'collective_done'] as const;

/** What is heard of one subject, from opening the item to the reply. */
export const hearing = {
  openItem: command({
    input: input.OfSubjectInput,
    from: sitting,
    by: desk,
    needs: { rules },
    guards: [quorateIn('record'), guards.subjectIsHeard, item.inOrder, item.selfReviewed],
    emits: ['ItemOpened'],
    decide: ({ state, input: { subjectId, on } }) => {
      const { role } = itemOf(state, subjectId)!;
      return [{ type: 'ItemOpened', data: { ...identity(state), subjectId, role, on } }];
    },
  }),
  deferItem: command({
    input: input.DeferItem,
    from: sitting,
    by: desk,
    guards: [guards.subjectIsHeard, item.deferrable],
    emits: ['ItemDeferred', 'IndividualsDone'],
    decide: ({ state, input: { subjectId, reason, on } }) => {
      const { role } = itemOf(state, subjectId)!;
      return [
        { type: 'ItemDeferred', data: { ...identity(state), subjectId, role, reason, on } },
        ...individualsDone(state, subjectId, on),
      ];
    },
  }),
  recordCriticism: command({
    input: input.RecordCriticism,
    from: sitting,
    by: any(is('speakerId'), is('recorderId')),
    personal: true,
    commutative: true,
    needs: { rules },
    guards: [
      guards.subjectIsHeard,
      item.itemIsOpen,
      item.speakerFits,
      guards.areaIsKnown,
      guards.entryIsNew('criticisms'),
    ],
    emits: ['CriticismRecorded'],
    decide: ({ state, input: { id, subjectId, speakerId, area, text, on } }) => [
      {
        type: 'CriticismRecorded',
        data: { ...identity(state), id, subjectId, speakerId, area, on },
        sealed: { text: { of: speakerId, value: text } },
      },
    ],
  }),
  offerResponse: command({
    input: input.OfSubjectInput,
    from: sitting,
    by: desk,
    guards: [guards.subjectIsHeard, item.itemIsOpen, item.notYetOffered],
    emits: ['ResponseOffered'],
    decide: ({ state, input: { subjectId, on } }) => [
      { type: 'ResponseOffered', data: { ...identity(state), subjectId, on } },
    ],
  }),
  recordResponse: command({
    input: input.RecordResponse,
    from: sitting,
    by: subjectItself,
    personal: true,
    commutative: true,
    guards: [guards.subjectIsHeard, item.itemIsOpen, item.replyOffered, guards.ownWord],
    emits: ['ResponseRecorded'],
    decide: ({ state, input: { subjectId, text, on } }) => [
      {
        type: 'ResponseRecorded',
        data: { ...identity(state), subjectId, on },
        sealed: { text: { of: ownerOf(state, subjectId), value: text } },
      },
    ],
  }),
  waiveResponse: command({
    input: input.WaiveResponse,
    from: sitting,
    by: any(is('subjectId'), is('headId'), is('recorderId')),
    personal: true,
    commutative: true,
    guards: [guards.subjectIsHeard, item.itemIsOpen, item.replyOffered, item.waivedByWord],
    emits: ['ResponseWaived'],
    decide: ({ state, input: { subjectId, onTheirWord, on } }) => [
      {
        type: 'ResponseWaived',
        data: { ...identity(state), subjectId, on, ...(onTheirWord && { onTheirWord }) },
      },
    ],
  }),
};
