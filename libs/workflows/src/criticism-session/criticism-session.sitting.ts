import { any, commandsOf, is, stateOf } from '#libs/kernel';
import type { OrgUnitView } from '../organisation/organisation.events.js';
import { rulesOf } from '../rules/index.js';
import { gathering, identity } from './criticism-session.blocks.js';
import * as input from './criticism-session.commands.js';
import type { CriticismSessionFacts as Facts } from './criticism-session.events.js';
import { committee, desk, superior } from './criticism-session.policies.js';
import { minimumDays, resumedAt, timeSat } from './criticism-session.progress.js';
import { unansweredPrompts } from './criticism-session.queries.js';
import * as sitting from './criticism-session.sitting-guards.js';
import type {
  CriticismSessionState as State,
  CriticismSessionStateName as StateName,
} from './criticism-session.state.js';

const rules = rulesOf('year');
const command = commandsOf<State, Facts, StateName>();
const { attend, draft, read, adopt } = gathering.commands;

/** The session as a gathering: opening, attendance, breaks, the end, minutes. */
export const sittings = {
  open: command({
    input: input.OpenSession,
    from: ['materials_ready'],
    by: desk,
    needs: { rules },
    guards: [sitting.materialsInTime],
    emits: ['SessionOpened'],
    decide({ state, input: { on, at, representatives } }) {
      const data = { ...identity(state), on, at, ...(representatives && { representatives }) };
      return [{ type: 'SessionOpened', data }];
    },
  }),
  recordAttendance: { ...attend, guards: [...attend.guards!, sitting.everybodyListed] },
  adjourn: command({
    input: input.AdjournSession,
    from: ['open', 'collective_done', 'individuals_done'],
    by: desk,
    guards: [sitting.afterOpening],
    emits: ['SessionAdjourned'],
    decide: ({ state, input: { on, at, until } }) => [
      {
        type: 'SessionAdjourned',
        data: { ...identity(state), on, at, ...(until !== undefined && { until }) },
      },
    ],
  }),
  resume: command({
    input: input.MomentInput,
    from: ['adjourned'],
    by: desk,
    guards: [sitting.afterOpening],
    emits: ['SessionResumed', 'CollectiveDone', 'IndividualsDone'],
    decide: ({ state, input: { on, at } }) => [
      { type: 'SessionResumed', data: { ...identity(state), on, at } },
      ...resumedAt(state, on),
    ],
  }),
  conclude: command({
    input: input.MomentInput,
    from: ['individuals_done'],
    by: any(is('chairId'), committee, superior),
    needs: { rules, unit: stateOf<OrgUnitView>('organisation', 'keeperId') },
    guards: [sitting.afterOpening],
    emits: ['SessionConcluded'],
    decide({ state, input: { on, at }, needs }) {
      const { days, minutes } = timeSat(state.sittings, `${on}T${at}`);
      const wanted = minimumDays(needs.rules, needs.unit?.level);
      const heard = state.items.filter(
        ({ role, status }) => role !== 'collective' && status === 'concluded',
      );
      const data = {
        ...identity(state),
        on,
        at,
        days,
        minutes,
        minimumDays: wanted,
        short: days < wanted || minutes < wanted * needs.rules.criticism.minutesOfDay,
        subjects: heard.length,
        replied: heard.filter(({ reply }) => reply === 'recorded').length,
        deferred: state.items
          .filter(({ status }) => status === 'deferred')
          .map(({ subjectId }) => subjectId),
        shortcomings: state.shortcomings.map((found) => ({ ...found })),
        unanswered: unansweredPrompts(state),
      };
      return [{ type: 'SessionConcluded', data }];
    },
  }),
  draftMinutes: draft,
  readMinutes: read,
  adoptMinutes: adopt,
};
