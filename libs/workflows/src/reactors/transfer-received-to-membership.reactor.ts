import { defineReactor } from '#libs/kernel';
import type { TransferFacts } from '../transfer/transfer.events.js';

/**
 * Whoever was received for good belongs to the receiver from that day on; a temporary stay does
 * not change where one counts (domain brief, 3H).
 */
export const transferReceivedToMembership = defineReactor<TransferFacts, Record<never, never>>()({
  name: 'transfer-received-to-membership',
  start: () => ({}),
  whenRefused: 'park',
  // Somebody has moved them, or they have left, meanwhile.
  moot: ['NOT_IN_THAT_UNIT', 'SAME_UNIT', 'WRONG_STATE'],
  on: {
    TransferReceived: ({ data: { kind, memberId, leavesUnitId, toUnitId, on } }) =>
      kind === 'temporary'
        ? []
        : [
            {
              workflow: 'membership',
              id: memberId,
              command: 'move',
              input: { fromUnitId: leavesUnitId, toUnitId, on },
            },
          ],
  },
});
