import type { FactSpecs } from '#libs/kernel';
import { itemFacts } from './criticism-item.facts.js';
import { gathering, remedies, withdrawal } from './criticism-session.blocks.js';
import type { CriticismSessionFacts } from './criticism-session.events.js';
import type {
  CriticismSessionState as State,
  CriticismSessionStateName as StateName,
} from './criticism-session.state.js';

const moment = ({ on, at }: { on: string; at: string }): string => `${on}T${at}`;

const endSitting = (state: State, to: string): void => {
  const last = state.sittings.at(-1);
  if (last !== undefined) last.to ??= to;
};

/** A plan begins a round: what was heard before stays on record, and is heard anew. */
function beginRound(state: State, data: CriticismSessionFacts['SessionPlanned']['data']): void {
  state.round = data.round;
  state.plannedOn = data.on;
  state.chairId = data.chairId;
  state.recorderId = data.recorderId;
  state.headId = data.subjects.find(({ role }) => role === 'head')?.subjectId;
  state.subjects = data.subjects;
  state.items = data.subjects.map((subject) => ({
    ...subject,
    status: 'waiting',
    offered: false,
    reply: undefined,
  }));
  state.materialsOn = undefined;
  state.representatives = [];
  state.record = { attendance: undefined, minutes: 'none' };
  state.sittings = [];
  state.attendance = undefined;
  state.shortcomings = [];
}

/** What each stored fact does; replay runs only this. */
export const criticismSessionFacts: FactSpecs<State, CriticismSessionFacts, StateName> = {
  ...itemFacts,
  ...gathering.facts,
  ...remedies.facts,
  ...withdrawal.facts,
  SessionPlanned: { to: 'planned', apply: beginRound },
  PromptIssued: {
    to: 'prompted',
    apply: (state, { id, subjectId, round }) =>
      void state.prompts.push({ id, subjectId, round, answered: false }),
  },
  PromptAnswered: {
    apply: (state, data) => void (state.prompts.find(({ id }) => id === data.id)!.answered = true),
  },
  SelfReviewFiled: {
    apply: (state, { subjectId, version }) => void (state.reviews[subjectId] = version),
  },
  MaterialsSent: {
    to: 'materials_ready',
    apply: (state, { on }) => void (state.materialsOn = on),
  },
  SessionOpened: {
    to: 'open',
    apply(state, data) {
      state.representatives = data.representatives ?? [];
      state.sittings.push({ from: moment(data), to: undefined });
    },
  },
  SessionAttendanceRecorded: {
    apply(state, data, fact) {
      gathering.facts.SessionAttendanceRecorded.apply(state, data, fact);
      state.attendance = state.record.attendance;
    },
  },
  SessionAdjourned: { to: 'adjourned', apply: (state, data) => endSitting(state, moment(data)) },
  SessionResumed: {
    to: 'open',
    apply: (state, data) => void state.sittings.push({ from: moment(data), to: undefined }),
  },
  CollectiveDone: { to: 'collective_done', apply: () => undefined },
  IndividualsDone: { to: 'individuals_done', apply: () => undefined },
  SessionConcluded: {
    to: 'concluded',
    apply(state, data) {
      state.closedOrConcluded = true;
      endSitting(state, moment(data));
    },
  },
  TrackingStarted: { to: 'remedy_tracking', apply: () => undefined },
  RemedyExplained: { apply: (state, { id }) => void state.explained.push(id) },
  RemedyHandedOver: {
    apply(state, data, fact) {
      remedies.facts.RemedyHandedOver.apply(state, data, fact);
      // Whoever sees to a remedy of a closed unit sees to the record it stands in.
      if (data.heirKind === 'unit') state.keeperId = data.heirId;
    },
  },
  RedoOrdered: { to: 'redo_ordered', apply: (state) => void (state.closedOrConcluded = false) },
  SessionHandedOver: { apply: (state, { heirId }) => void (state.keeperId = heirId) },
  SessionClosed: { to: 'closed', apply: () => undefined },
};
