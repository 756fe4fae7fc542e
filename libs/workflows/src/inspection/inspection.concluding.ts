import { commandsOf } from '#libs/kernel';
import { OnDayInput } from '../blocks/index.js';
import { commission, followUps } from './inspection.blocks.js';
import * as input from './inspection.commands.js';
import { standing } from './inspection.conduct.js';
import type { InspectionFacts } from './inspection.events.js';
import * as guards from './inspection.guards.js';
import {
  type InspectionState,
  type InspectionStateName,
  ofInspection,
} from './inspection.state.js';

const command = commandsOf<InspectionState, InspectionFacts, InspectionStateName>();

/** What the commission makes of it: conclusion, notice, follow-up, end. */
export const concluding = {
  conclude: command({
    input: input.WriteInspectionText,
    from: ['draft_report', 'subject_heard'],
    by: commission,
    guards: [guards.notOwnInspection, guards.everySubjectHeard],
    emits: ['InspectionConcluded'],
    decide: ({ state, input: { on, text }, actor }) => [
      {
        type: 'InspectionConcluded',
        data: {
          ...ofInspection(state),
          on,
          findings: standing(state),
          units: state.scope!.unitIds.length,
          members: state.scope!.memberIds.length,
        },
        sealed: { text: { of: actor.id, value: text } },
      },
    ],
  }),
  issueNotice: command({
    input: input.IssueConclusionNotice,
    from: ['concluded'],
    by: commission,
    guards: [guards.notOwnInspection],
    emits: ['ConclusionNoticeIssued'],
    decide: ({ state, input: { noticeNo, on, recipients } }) => [
      {
        type: 'ConclusionNoticeIssued',
        data: { ...ofInspection(state), noticeNo, on, recipients: [...recipients] },
      },
    ],
  }),
  assignFollowUp: followUps.commands.assign,
  reportFollowUp: followUps.commands.report,
  verifyFollowUp: followUps.commands.verify,
  handOverFollowUp: followUps.commands.handOver,
  close: command({
    input: OnDayInput,
    from: ['notice_issued', 'follow_up'],
    by: commission,
    guards: [guards.notOwnInspection, guards.followUpsDone],
    emits: ['InspectionClosed'],
    decide: ({ state, input: { on } }) => [
      {
        type: 'InspectionClosed',
        data: {
          ...ofInspection(state),
          on,
          followUps: state.followUps.length,
          done: state.followUps.filter(({ status }) => status === 'done').length,
        },
      },
    ],
  }),
};
