import { type AppealFacts, commandsOf, type NewFact, system } from '#libs/kernel';
import { complaint } from './classification.blocks.js';
import * as input from './classification.commands.js';
import type { ClassificationFacts, COMPLAINT_NAMES, OfRating } from './classification.events.js';
import * as notice from './classification.notice-guards.js';
import * as policies from './classification.policies.js';
import {
  type ClassificationState,
  type ClassificationStateName,
  ofRating,
} from './classification.state.js';

const command = commandsOf<ClassificationState, ClassificationFacts, ClassificationStateName>();
const { file, decide } = complaint.commands;
type Deciding = Parameters<typeof decide.decide>[0];
type Complaint = NewFact<AppealFacts<typeof COMPLAINT_NAMES, OfRating>>;

/** A complaint that was rejected leaves the rating as it is, for good. */
const settled = (context: Deciding): readonly NewFact<ClassificationFacts>[] => {
  const { state } = context;
  const { outcome, on } = context.input;
  const own = decide.decide(
    context,
  ) as readonly Complaint[] as readonly NewFact<ClassificationFacts>[];
  if (outcome === 'upheld') return own;
  const data = { ...ofRating(state), rating: state.rating!, on };
  return [...own, { type: 'RatingFinalised', data }];
};

/** What comes after a notice: complaint, change, annulment. */
export const afterNotice = {
  fileComplaint: { ...file, guards: [...(file.guards ?? []), notice.complaintInTime] },
  decideComplaint: {
    ...decide,
    emits: ['ComplaintDecided', 'RatingFinalised'],
    decide: settled,
  },
  change: command({
    input: input.ChangeRating,
    from: ['complaint_decided'],
    by: system,
    guards: [notice.complaintUpheld],
    emits: ['RatingChanged', 'RatingFinalised'],
    decide: ({ state, input: { rating, reason, decisionNo, on } }) => [
      {
        type: 'RatingChanged',
        data: { ...ofRating(state), from: state.rating!, to: rating, reason, decisionNo, on },
      },
      { type: 'RatingFinalised', data: { ...ofRating(state), rating, on } },
    ],
  }),
  annul: command({
    input: input.AnnulRating,
    from: ['decided', 'notified', 'complaint', 'complaint_decided', 'final'],
    by: policies.level,
    emits: ['RatingAnnulled'],
    decide: ({ state, input: { reason, decisionNo, on } }) => [
      {
        type: 'RatingAnnulled',
        data: { ...ofRating(state), rating: state.rating!, reason, decisionNo, on },
      },
    ],
  }),
};
