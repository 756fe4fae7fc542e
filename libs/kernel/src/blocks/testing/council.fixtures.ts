import { holds, is, not, system } from '../../policy.js';
import { need, statesOf } from '../../need.js';
import { authorityOf } from '../../testing/authority.fixtures.js';
import { type OldFact, situation } from '../../testing/index.js';
import { defineWorkflow } from '../../workflow.js';
import { appeal, type Appeal, type AppealFacts } from '../appeal.js';
import { obligation } from '../obligation.block.js';
import type { Obligation, ObligationFacts } from '../obligation.js';
import { retractable, type Retractable, type RetractableFacts } from '../retractable.js';
import { session } from '../session.block.js';
import type { Attendee, SessionFacts, SessionRecord } from '../session.js';
import { vote } from '../vote.block.js';
import type { Vote, VoteFacts, VoteRule } from '../vote.js';

/** A council that uses every block once: it gathers, votes, hands out tasks and hears appeals. */
interface Of {
  unitId: string;
}
const SITTING = {
  attendance: 'Attended',
  drafted: 'Drafted',
  read: 'ReadOut',
  adopted: 'Adopted',
} as const;
const TASK = {
  assigned: 'Assigned',
  reported: 'Reported',
  verified: 'Verified',
  handedOver: 'Heir',
} as const;
const VOTE = { opened: 'VoteOpened', tallied: 'VoteTallied' } as const;
const APPEAL = { filed: 'Filed', decided: 'Decided' } as const;

interface WordFacts {
  Said: { data: Of & { id: string; by: string } };
  Called: { data: Of & { on: string } };
}
type Facts = WordFacts &
  SessionFacts<typeof SITTING, Of> &
  ObligationFacts<typeof TASK, Of> &
  VoteFacts<typeof VOTE, Of> &
  AppealFacts<typeof APPEAL, Of> &
  RetractableFacts<'Retracted', Of>;

interface State {
  unitId: string;
  noticeOn: string | undefined;
  record: SessionRecord;
  tasks: Obligation[];
  votes: Vote[];
  words: Retractable[];
  appeal: Appeal | undefined;
}
const STATES = {
  none: { start: true },
  sitting: {},
  adopted: {},
  appealed: {},
  over: { final: true },
} as const;
type Name = keyof typeof STATES;

class Call {
  on: string;
}
class Anything {
  on: string;
}
const INPUT = Anything as never;
const LIVE = ['sitting', 'adopted'] as const;
const identity = ({ unitId }: Readonly<State>): Of => ({ unitId });
const chair = holds('secretary', 'unitId');

export const RULE: VoteRule = {
  quorumPercent: 50,
  threshold: 'more_than_half',
  of: 'returned',
  tie: 'failed',
  secret: true,
};

const gathering = session<State, Name>()({
  names: SITTING,
  record: 'record',
  identity,
  inputs: { attendance: INPUT, draft: INPUT, read: INPUT, adopt: INPUT },
  attendIn: LIVE,
  draftIn: LIVE,
  readIn: LIVE,
  adoptIn: LIVE,
  by: chair,
  adoptBy: chair,
  attendees: statesOf<Attendee>('membership', 'listed', () => []),
  needs: { share: need<readonly [number, number]>('share', 'share', 'unitId') },
  quorum: (_state, { share }) => share as readonly [number, number],
  unit: ({ unitId }) => unitId,
  to: { adopted: 'adopted' },
});
const tasks = obligation<State, Name>()({
  names: TASK,
  list: 'tasks',
  identity,
  inputs: { assign: INPUT, report: INPUT, verify: INPUT, handOver: INPUT },
  assignIn: LIVE,
  dealIn: LIVE,
  assignBy: chair,
  reportBy: not(system),
  verifyBy: not(system),
  handOverBy: chair,
});
const votes = vote<State, Name>()({
  names: VOTE,
  list: 'votes',
  identity,
  inputs: { open: INPUT, tally: INPUT },
  openIn: LIVE,
  tallyIn: LIVE,
  openBy: chair,
  tallyBy: chair,
  // Somebody is on the list twice: they vote once all the same.
  electorate: ({ needs }) => (needs as { voters: string[] }).voters,
  rule: () => RULE,
  needs: { voters: need<string[]>('voters', 'voters', 'unitId') },
});
const objection = appeal<State, Name>()({
  names: APPEAL,
  field: 'appeal',
  identity,
  inputs: { file: INPUT, decide: INPUT },
  fileIn: LIVE,
  decideIn: ['appealed'],
  to: { filed: 'appealed', decided: 'adopted' },
  fileBy: not(system),
  decideBy: not(system),
  window: ({ noticeOn }) => ({ since: noticeOn, days: 30 }),
});
const withdrawal = retractable<State, Name>()({
  name: 'Retracted',
  list: 'words',
  identity,
  input: INPUT,
  from: LIVE,
  by: not(system),
});

export const council = defineWorkflow<State, Facts>()({
  name: 'council',
  version: 1,
  stream: 'council',
  idPattern: /^[a-z0-9]+$/,
  start: (unitId) => ({
    unitId,
    noticeOn: undefined,
    record: { attendance: undefined, minutes: 'none' },
    tasks: [],
    votes: [],
    words: [],
    appeal: undefined,
  }),
  states: STATES,
  facts: {
    ...gathering.facts,
    ...tasks.facts,
    ...votes.facts,
    ...objection.facts,
    ...withdrawal.facts,
    Called: { to: 'sitting', apply: (state, { on }) => void (state.noticeOn = on) },
    Said: { apply: (state, { id, by }) => void state.words.push({ id, authorId: by }) },
  },
  commands: (command) => ({
    call: command({
      input: Call,
      from: ['none'],
      by: is('unitId'),
      emits: ['Called'],
      decide: () => [],
    }),
    ...gathering.commands,
    ...tasks.commands,
    openVote: votes.commands.open,
    tally: votes.commands.tally,
    file: objection.commands.file,
    decide: objection.commands.decide,
    retract: withdrawal.commands.retract,
  }),
});

export const fact = (type: string, data: object, sealed?: OldFact['sealed']): OldFact => ({
  type,
  data: { unitId: 'kp4', ...data },
  ...(sealed && { sealed }),
});
export const member = (fields: Partial<Attendee> = {}): Attendee => ({
  unitId: 'kp4',
  status: 'official',
  active: true,
  exempt: false,
  ...fields,
});
export const PEOPLE = ['ha', 'loc', 'khai', 'lan', 'mai', 'nam'];

/** The council of cell 4, which was called on 1 March; Hà is its secretary. */
const sitting = situation(council, {
  id: 'kp4',
  actor: 'ha',
  authority: authorityOf({ officers: ['ha secretary kp4'] }),
  needs: {
    share: [2, 3],
    voters: [...PEOPLE, 'ha'],
    attendees: new Map(PEOPLE.map((id) => [id, member()])),
  },
});
/** What a command of the council decides after these facts. */
export const after =
  (...facts: OldFact[]) =>
  (
    command: keyof typeof council.commands,
    input: object,
    options: Parameters<ReturnType<typeof sitting>['when']>[2] = {},
  ) =>
    sitting(fact('Called', { on: '2026-03-01' }), ...facts).when(
      command as 'call',
      input as never,
      options,
    );
