import { commandsOf, is } from '#libs/kernel';
import * as input from './review.commands.js';
import type { ReviewFacts, SelfReportText } from './review.events.js';
import * as guards from './review.guards.js';
import { begun, dueOf, OWED } from './review.needs.js';
import { ofReview, type ReviewState, type ReviewStateName } from './review.state.js';

const command = commandsOf<ReviewState, ReviewFacts, ReviewStateName>();

/** What the member does: report, acknowledge, dispute. */
export const decidedByMember = {
  selfReport: command({
    input: input.ReportProgress,
    from: ['due', 'self_reported'],
    by: is('memberId'),
    needs: OWED,
    guards: [
      guards.registrationInForce,
      guards.periodOfCadence,
      guards.periodHasBegun,
      guards.everyDeedOnce,
    ],
    emits: ['SelfProgressReported'],
    decide({ state, input: { deeds, text, on }, needs }) {
      const value: SelfReportText = {
        ...(text !== undefined && { text }),
        deeds: deeds.flatMap((deed) =>
          deed.text === undefined ? [] : [{ key: deed.key, text: deed.text }],
        ),
      };
      const data = {
        ...begun(state, {}, needs),
        deeds: deeds.map(({ key, progress }) => ({ key, progress })),
        on,
        due: dueOf(state, needs.rules),
      };
      return [
        { type: 'SelfProgressReported', data, sealed: { text: { of: state.memberId, value } } },
      ];
    },
  }),
  acknowledge: command({
    input: input.AcknowledgeRemark,
    from: ['remarked'],
    by: is('memberId'),
    emits: ['RemarkAcknowledged'],
    decide: ({ state, input: { on } }) => [
      { type: 'RemarkAcknowledged', data: { ...ofReview(state), on } },
    ],
  }),
  dispute: command({
    input: input.DisputeRemark,
    from: ['remarked'],
    by: is('memberId'),
    personal: true,
    guards: [guards.lineWasMarked],
    emits: ['RemarkDisputed'],
    decide({ state, input: { line, text, on } }) {
      const by = state.memberId;
      const data = { ...ofReview(state), by, on, ...(line !== undefined && { line }) };
      return [{ type: 'RemarkDisputed', data, sealed: { text: { of: by, value: text } } }];
    },
  }),
};
