import { any, commandsOf, stateOf } from '#libs/kernel';
import type { OrgUnitView } from '../organisation/organisation.events.js';
import { rulesOf } from '../rules/index.js';
import { identity } from './criticism-session.blocks.js';
import * as input from './criticism-session.commands.js';
import type { CriticismSessionFacts as Facts } from './criticism-session.events.js';
import * as guards from './criticism-session.guards.js';
import { committee, desk, subjectItself, superior } from './criticism-session.policies.js';
import { daysBetween } from './criticism-session.progress.js';
import { ownerOf } from './criticism-session.queries.js';
import type {
  CriticismSessionState as State,
  CriticismSessionStateName as StateName,
} from './criticism-session.state.js';

const rules = rulesOf('year');
const command = commandsOf<State, Facts, StateName>();
/** As long as the subject's item may still be heard. */
const beforeHearing = [
  'planned',
  'prompted',
  'materials_ready',
  'open',
  'collective_done',
  'adjourned',
] as const;

/** Plan, prompts of the level above, self-reviews, materials. */
export const preparation = {
  plan: command({
    input: input.PlanSession,
    from: ['none', 'planned', 'redo_ordered'],
    by: any(committee, superior),
    needs: { rules, unit: stateOf<OrgUnitView>('organisation', 'keeperId') },
    guards: [guards.unitIsOpen, guards.subjectsFit, guards.inItsYear],
    emits: ['SessionPlanned'],
    decide({ stateName, state, input: { on, chairId, recorderId, place, subjects } }) {
      const data = {
        ...identity(state),
        round: stateName === 'redo_ordered' ? state.round + 1 : state.round,
        on,
        chairId,
        ...(recorderId !== undefined && { recorderId }),
        place,
        subjects: subjects.map(({ subjectId, role }) => ({ subjectId, role })),
      };
      return [{ type: 'SessionPlanned', data }];
    },
  }),
  prompt: command({
    input: input.IssuePrompt,
    from: ['planned', 'prompted'],
    by: superior,
    needs: { rules },
    guards: [guards.subjectIsHeard, guards.areaIsKnown, guards.entryIsNew('prompts')],
    emits: ['PromptIssued'],
    decide: ({ state, input: { id, subjectId, area, text, on } }) => [
      {
        type: 'PromptIssued',
        data: { ...identity(state), id, subjectId, area, on },
        sealed: { text: { of: ownerOf(state, subjectId), value: text } },
      },
    ],
  }),
  answerPrompt: command({
    input: input.AnswerPrompt,
    from: ['prompted', 'materials_ready', 'open', 'collective_done', 'adjourned'],
    by: subjectItself,
    personal: true,
    commutative: true,
    guards: [guards.subjectIsHeard, guards.ownWord, guards.promptIsOpen],
    emits: ['PromptAnswered'],
    decide: ({ state, input: { id, subjectId, text, on } }) => [
      {
        type: 'PromptAnswered',
        data: { ...identity(state), id, subjectId, on },
        sealed: { text: { of: ownerOf(state, subjectId), value: text } },
      },
    ],
  }),
  fileSelfReview: command({
    input: input.FileSelfReview,
    from: beforeHearing,
    by: subjectItself,
    personal: true,
    commutative: true,
    guards: [guards.subjectIsHeard, guards.ownWord, guards.reviewFits],
    emits: ['SelfReviewFiled'],
    decide({ state, input: { subjectId, kind, sections, selfRating, on } }) {
      const data = {
        ...identity(state),
        subjectId,
        kind,
        version: (state.reviews[subjectId] ?? 0) + 1,
        ...(selfRating !== undefined && { selfRating }),
        on,
      };
      const value = { sections: sections.map(({ key, text }) => ({ key, text })) };
      const sealed = { review: { of: ownerOf(state, subjectId), value } };
      return [{ type: 'SelfReviewFiled', data, sealed }];
    },
  }),
  sendMaterials: command({
    input: input.OnDayInput,
    from: ['planned', 'prompted'],
    by: desk,
    emits: ['MaterialsSent'],
    decide: ({ state, input: { on } }) => [
      {
        type: 'MaterialsSent',
        data: { ...identity(state), on, daysBefore: daysBetween(on, state.plannedOn!) },
      },
    ],
  }),
};
