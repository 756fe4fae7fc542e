import { above, all, any, appeal, distinctFrom, holds, is, not } from '#libs/kernel';
import { APPEAL_INPUTS } from '../blocks/index.js';
import { DISPUTE_NAMES } from './review.events.js';
import { ofReview, type ReviewState, type ReviewStateName } from './review.state.js';

/** The cell committee, or whoever stands above it; never the member reviewed (3C). */
export const cell = all(
  any(
    holds('secretary', 'unitId'),
    holds('deputy', 'unitId'),
    holds('committee', 'unitId'),
    above('secretary', 'unitId'),
    above('committee', 'unitId'),
  ),
  not(is('memberId')),
);

/** A member's objection to the remark, resolved by others than whoever wrote it. */
export const disputes = appeal<ReviewState, ReviewStateName>()({
  names: DISPUTE_NAMES,
  field: 'dispute',
  identity: ofReview,
  inputs: APPEAL_INPUTS,
  fileIn: ['remarked'],
  decideIn: ['disputed'],
  to: { filed: 'disputed', decided: 'resolved' },
  fileBy: is('memberId'),
  decideBy: all(cell, distinctFrom('DeedRemarked')),
});
