import { defineWorkflow } from '#libs/kernel';
import { decidedByCell } from './review.cell.js';
import { REVIEW_ID } from './review.commands.js';
import type { ReviewFacts } from './review.events.js';
import { reviewFacts } from './review.facts.js';
import { decidedByMember } from './review.member.js';
import { REVIEW_STATES, reviewStart, type ReviewState } from './review.state.js';

/** What the cell committee remarks on registered deeds, by month or quarter (domain brief, 3C). */
export const review = defineWorkflow<ReviewState, ReviewFacts>()({
  name: 'review',
  version: 1,
  stream: 'review',
  idPattern: REVIEW_ID,
  start: reviewStart,
  states: REVIEW_STATES,
  facts: reviewFacts,
  commands: () => ({ ...decidedByMember, ...decidedByCell }),

  deadlines: {
    /** The period's end and the pack's days of grace. */
    remark: {
      whileIn: ['due', 'self_reported'],
      due: { field: 'due' },
      remind: ['-P5D', '-P1D'],
      command: 'remark',
      fire: 'miss',
    },
    /** What was missed can still be remarked; if nobody does, the level above is told. */
    lateRemark: {
      whileIn: ['missed'],
      due: { after: 'P10D', calendar: 'civil' },
      remind: ['-P3D'],
      escalate: ['P1D'],
      command: 'remark',
    },
    acknowledgement: {
      whileIn: ['remarked'],
      due: { after: 'P10D', calendar: 'working' },
      remind: ['-P3D'],
      command: 'acknowledge',
    },
    resolution: {
      whileIn: ['disputed'],
      due: { after: 'P10D', calendar: 'working' },
      remind: ['-P3D'],
      escalate: ['P5D'],
      command: 'resolve',
    },
  },
});
