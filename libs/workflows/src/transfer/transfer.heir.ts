import { above, any, commandsOf, system } from '#libs/kernel';
import { HandOverRecordInput, heirFits, heirUnit } from '../blocks/index.js';
import type { TransferFacts } from './transfer.events.js';
import { ofTransfer, type TransferState, type TransferStateName } from './transfer.state.js';

const command = commandsOf<TransferState, TransferFacts, TransferStateName>();

/** Where a member on the way arrives when the unit that was to receive is closed (3H). */
export const inheritance = {
  handOver: command({
    input: HandOverRecordInput,
    from: ['requested', 'sender_reviewed', 'letter_issued', 'file_sealed', 'presented'],
    by: any(system, above('secretary', 'toUnitId'), above('committee', 'toUnitId')),
    task: false,
    needs: { heir: heirUnit },
    guards: [heirFits<TransferState>(({ toUnitId }) => toUnitId)],
    emits: ['TransferRedirected'],
    decide: ({ state, input: { heirId, on } }) => [
      { type: 'TransferRedirected', data: { ...ofTransfer(state), heirId, on } },
    ],
  }),
};
