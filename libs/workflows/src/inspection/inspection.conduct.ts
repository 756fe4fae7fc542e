import { above, any, commandsOf, holds, is } from '#libs/kernel';
import { OnDayInput } from '../blocks/index.js';
import { anyPerson, lead, retractions } from './inspection.blocks.js';
import * as input from './inspection.commands.js';
import type { InspectionFacts } from './inspection.events.js';
import * as guards from './inspection.guards.js';
import { SUBJECTS } from './inspection.needs.js';
import * as scoped from './inspection.scope-guards.js';
import {
  type InspectionState,
  type InspectionStateName,
  ofInspection,
} from './inspection.state.js';

/** Whose words they are: the member's own; for a unit, whoever spoke or wrote for it. */
const ownerOf = (
  { subjectKind, subjectId }: { subjectKind: 'member' | 'unit'; subjectId: string },
  author: string,
): string => (subjectKind === 'member' ? subjectId : author);

const command = commandsOf<InspectionState, InspectionFacts, InspectionStateName>();

/** What the team does under its warrant, and what the subjects say. */
export const conduct = {
  announce: command({
    input: input.AnnounceInspection,
    from: ['decided'],
    by: lead,
    guards: [guards.underWarrant],
    emits: ['InspectionAnnounced'],
    decide: ({ state, input: { on, place } }) => [
      {
        type: 'InspectionAnnounced',
        data: { ...ofInspection(state), on, ...(place !== undefined && { place }) },
      },
    ],
  }),
  fileSelfReport: command({
    input: input.FileInspectionSelfReport,
    from: ['announced', 'self_reported'],
    by: any(
      is('subjectId'),
      holds('secretary', 'subjectId'),
      holds('deputy', 'subjectId'),
      above('secretary', 'subjectId'),
    ),
    guards: [guards.isSubject],
    emits: ['InspectionSelfReportFiled'],
    decide: ({ state, input: given, actor }) => [
      {
        type: 'InspectionSelfReportFiled',
        data: {
          ...ofInspection(state),
          subjectKind: given.subjectKind,
          subjectId: given.subjectId,
          on: given.on,
          filedBy: actor.id,
        },
        sealed: { text: { of: ownerOf(given, actor.id), value: given.text } },
      },
    ],
  }),
  startVerification: command({
    input: OnDayInput,
    from: ['announced', 'self_reported'],
    by: lead,
    guards: [guards.underWarrant],
    emits: ['VerificationStarted'],
    decide: ({ state, input: { on } }) => [
      { type: 'VerificationStarted', data: { ...ofInspection(state), on } },
    ],
  }),
  raiseFinding: command({
    input: input.RaiseFinding,
    from: ['verifying', 'draft_report', 'subject_heard'],
    by: anyPerson,
    personal: true,
    commutative: true,
    needs: SUBJECTS,
    guards: [guards.inTeam, guards.underWarrant, guards.findingIsNew, scoped.findingIsCovered],
    emits: ['FindingRaised'],
    decide: ({ state, input: given, actor }) => [
      {
        type: 'FindingRaised',
        data: {
          ...ofInspection(state),
          id: given.id,
          ruleId: given.ruleId,
          subjectKind: given.subjectKind,
          subjectId: given.subjectId,
          eventIds: [...given.eventIds],
          on: given.on,
        },
        sealed: { text: { of: ownerOf(given, actor.id), value: given.text } },
      },
    ],
  }),
  retractFinding: retractions.commands.retract,
  draftReport: command({
    input: input.WriteInspectionText,
    from: ['verifying', 'draft_report'],
    by: lead,
    guards: [guards.underWarrant],
    emits: ['InspectionReportDrafted'],
    decide: ({ state, input: { on, text }, actor }) => [
      {
        type: 'InspectionReportDrafted',
        data: { ...ofInspection(state), findings: standing(state), on },
        sealed: { text: { of: actor.id, value: text } },
      },
    ],
  }),
  hearSubject: command({
    input: input.HearSubject,
    from: ['draft_report', 'subject_heard'],
    by: anyPerson,
    personal: true,
    needs: SUBJECTS,
    guards: [guards.inTeam, guards.underWarrant, scoped.findingIsCovered, guards.speaksForSelf],
    emits: ['SubjectHeard'],
    decide: ({ state, input: { subjectKind, subjectId, heardId, on, text } }) => [
      {
        type: 'SubjectHeard',
        data: { ...ofInspection(state), subjectKind, subjectId, on, heardId },
        sealed: { text: { of: heardId, value: text } },
      },
    ],
  }),
};

/** Findings that were not taken back. */
export const standing = ({ findings }: Readonly<InspectionState>): number =>
  findings.filter(({ retracted }) => !retracted).length;
