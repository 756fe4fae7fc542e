import { addDays, defineWorkflow } from '#libs/kernel';
import { TRANSFER_ID } from './transfer.commands.js';
import type { TransferFacts } from './transfer.events.js';
import { transferFacts } from './transfer.facts.js';
import { inheritance } from './transfer.heir.js';
import { doneByReceiver } from './transfer.receiver.js';
import { doneBySender } from './transfer.sender.js';
import { TRANSFER_STATES, type TransferState, transferStart } from './transfer.state.js';

/** Days within which whatever was overdue is to be explained. */
const EXPLAIN_DAYS = 10;

/** A member goes to another unit, for good or for a time (domain brief, 3H). */
export const transfer = defineWorkflow<TransferState, TransferFacts>()({
  name: 'transfer',
  version: 1,
  stream: 'transfer',
  idPattern: TRANSFER_ID,
  start: transferStart,
  states: TRANSFER_STATES,
  facts: transferFacts,
  commands: () => ({ ...doneBySender, ...doneByReceiver, ...inheritance }),

  deadlines: {
    /** 60 working days from the move; passing is recorded and ends nothing. */
    letter: {
      whileIn: ['requested', 'sender_reviewed'],
      due: { field: 'startBy' },
      remind: ['-P10D', '-P3D'],
      escalate: ['P5D'],
      command: 'issueLetter',
      fire: 'markOverdue',
    },
    /** 30 working days from the letter. */
    arrival: {
      whileIn: ['letter_issued', 'file_sealed'],
      due: { field: 'presentBy' },
      remind: ['-P10D', '-P3D'],
      escalate: ['P5D'],
      command: 'present',
      fire: 'markOverdue',
    },
    reception: {
      whileIn: ['presented'],
      due: { after: 'P10D', calendar: 'working' },
      remind: ['-P3D'],
      escalate: ['P5D'],
      command: 'receive',
    },
    explanation: {
      whileIn: ['requested', 'sender_reviewed', 'letter_issued', 'file_sealed', 'presented'],
      each: ({ overdue }) =>
        overdue
          .filter(({ reason }) => reason === undefined)
          .map(({ step, on }) => ({ key: step, due: addDays(on, EXPLAIN_DAYS) })),
      key: 'step',
      remind: ['-P3D'],
      command: 'explainOverdue',
    },
  },
});
