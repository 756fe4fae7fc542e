import { any, is, obligation, type RecordAttendance, retractable, session } from '#libs/kernel';
import { statesOf } from '#libs/kernel';
import { OBLIGATION_INPUTS, RetractEntryInput, SESSION_INPUTS } from '../blocks/index.js';
import type { MembershipView } from '../membership/membership.events.js';
import { type RulePack, rulesOf } from '../rules/index.js';
import { type OfSession, REMEDY_NAMES, SITTING_NAMES } from './criticism-session.events.js';
import { anybody, committee, desk, keepers, superior } from './criticism-session.policies.js';
import type {
  CriticismSessionState as State,
  CriticismSessionStateName as StateName,
} from './criticism-session.state.js';

/** With what every fact of the session begins. */
export const identity = ({ unitId, year, round }: Readonly<State>): OfSession => ({
  unitId,
  year,
  round,
});

/** Wherever something may still be owed, from whatever round: all but the start and the end. */
export const WHILE_OWED = [
  'planned',
  'prompted',
  'materials_ready',
  'open',
  'collective_done',
  'individuals_done',
  'adjourned',
  'concluded',
  'minutes_adopted',
  'remedy_tracking',
  'redo_ordered',
] as const satisfies readonly StateName[];

/** Who is there, whether they are enough, and the minutes. */
export const gathering = session<State, StateName>()({
  names: SITTING_NAMES,
  record: 'record',
  identity,
  inputs: SESSION_INPUTS,
  attendIn: ['open', 'collective_done', 'individuals_done'],
  draftIn: ['concluded'],
  readIn: ['concluded'],
  adoptIn: ['concluded'],
  by: desk,
  adoptBy: any(is('chairId'), committee, superior),
  attendees: statesOf<MembershipView>('membership', 'everybody listed', ({ input }) =>
    ((input['entries'] ?? []) as RecordAttendance['entries']).map(({ memberId }) => memberId),
  ),
  needs: { rules: rulesOf('year') },
  quorum: (_state, needs) => (needs['rules'] as RulePack).criticism.quorum,
  // Leading cadres are heard in the collective they lead, which is not where they belong.
  unit: () => undefined,
  to: { adopted: 'minutes_adopted' },
});

/** What somebody owes to mend a shortcoming. */
export const remedies = obligation<State, StateName>()({
  names: REMEDY_NAMES,
  list: 'remedies',
  identity,
  inputs: OBLIGATION_INPUTS,
  assignIn: ['concluded', 'minutes_adopted', 'remedy_tracking'],
  dealIn: WHILE_OWED,
  assignBy: any(committee, superior),
  reportBy: anybody,
  verifyBy: any(committee, superior),
  handOverBy: keepers,
});

/** Words taken back stay on the record, marked so. */
export const withdrawal = retractable<State, StateName>()({
  name: 'CriticismRetracted',
  list: 'criticisms',
  identity,
  input: RetractEntryInput,
  from: ['open', 'collective_done', 'individuals_done', 'adjourned', 'concluded'],
  by: anybody,
});
