import { above, any, holds, is, not, obligation, retractable, system } from '#libs/kernel';
import { OBLIGATION_INPUTS, RetractEntryInput } from '../blocks/index.js';
import { FOLLOW_UP_NAMES } from './inspection.events.js';
import { notOwnInspection } from './inspection.guards.js';
import {
  type InspectionState,
  type InspectionStateName,
  ofInspection,
} from './inspection.state.js';

/** The inspection commission or committee of the unit that inspects, or a commission above it. */
export const commission = any(
  holds('commission', 'unitId'),
  holds('committee', 'unitId'),
  holds('secretary', 'unitId'),
  above('commission', 'unitId'),
);

/** Who leads the team. */
export const lead = any(is('leadId'), is('deputyId'));

/** Whoever acts on a warrant acts in person; that they are of its team is a guard's business. */
export const anyPerson = not(system);

const block = obligation<InspectionState, InspectionStateName>()({
  names: FOLLOW_UP_NAMES,
  list: 'followUps',
  identity: ofInspection,
  inputs: OBLIGATION_INPUTS,
  assignIn: ['notice_issued', 'follow_up'],
  dealIn: ['follow_up'],
  assignBy: commission,
  reportBy: anyPerson,
  verifyBy: commission,
  handOverBy: any(system, commission),
});

const { assign, report, verify, handOver } = block.commands;

/** What the subjects owe after the conclusion; they neither set nor confirm it. */
export const followUps = {
  facts: block.facts,
  commands: {
    assign: { ...assign, guards: [...(assign.guards ?? []), notOwnInspection] },
    report,
    verify: { ...verify, guards: [...(verify.guards ?? []), notOwnInspection] },
    handOver: { ...handOver, guards: [...(handOver.guards ?? []), notOwnInspection] },
  },
};

/** Whoever raised a finding may take it back, until the conclusion. */
export const retractions = retractable<InspectionState, InspectionStateName>()({
  name: 'FindingRetracted',
  list: 'findings',
  identity: ofInspection,
  input: RetractEntryInput,
  from: ['verifying', 'draft_report', 'subject_heard'],
  by: anyPerson,
});
