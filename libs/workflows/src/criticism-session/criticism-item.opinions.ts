import { any, commandsOf, is, stateOf } from '#libs/kernel';
import type { OrgUnitView } from '../organisation/organisation.events.js';
import * as input from './criticism-item.commands.js';
import * as item from './criticism-item.guards.js';
import { identity } from './criticism-session.blocks.js';
import type { CriticismSessionFacts } from './criticism-session.events.js';
import * as guards from './criticism-session.guards.js';
import { desk } from './criticism-session.policies.js';
import type {
  CriticismSessionState as State,
  CriticismSessionStateName as StateName,
} from './criticism-session.state.js';

const command = commandsOf<State, CriticismSessionFacts, StateName>();

/** Opinions of a minority: kept word for word, and passed upward. */
export const reservation = {
  reserveOpinion: command({
    input: input.ReserveOpinion,
    from: ['open', 'collective_done', 'individuals_done', 'concluded'],
    by: any(is('authorId'), is('recorderId')),
    personal: true,
    commutative: true,
    guards: [guards.subjectIsHeard, item.authorIsHere, guards.entryIsNew('opinions')],
    emits: ['OpinionReserved'],
    decide: ({ state, input: { id, subjectId, authorId, text, on } }) => [
      {
        type: 'OpinionReserved',
        data: { ...identity(state), id, subjectId, authorId, on },
        sealed: { text: { of: authorId, value: text } },
      },
    ],
  }),
  forwardOpinion: command({
    input: input.ForwardOpinion,
    from: [
      'open',
      'collective_done',
      'individuals_done',
      'adjourned',
      'concluded',
      'minutes_adopted',
      'remedy_tracking',
    ],
    by: desk,
    commutative: true,
    needs: {
      unit: stateOf<OrgUnitView>('organisation', 'keeperId'),
      target: stateOf<OrgUnitView>('organisation', 'toUnitId'),
    },
    guards: [guards.goesUpward],
    emits: ['OpinionForwarded'],
    decide: ({ state, input: { id, toUnitId, on } }) => {
      const { authorId } = state.opinions.find((opinion) => opinion.id === id)!;
      return [
        { type: 'OpinionForwarded', data: { ...identity(state), id, authorId, toUnitId, on } },
      ];
    },
  }),
};
