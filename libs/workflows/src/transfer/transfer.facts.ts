import type { FactSpecs } from '#libs/kernel';
import type { TransferFacts } from './transfer.events.js';
import type { TransferState, TransferStateName } from './transfer.state.js';

const dated = (state: TransferState, { on }: { on: string }): void => void (state.lastOn = on);

/** What each stored fact does; replay runs only this. */
export const transferFacts: FactSpecs<TransferState, TransferFacts, TransferStateName> = {
  TransferRequested: {
    to: 'requested',
    apply(state, data) {
      dated(state, data);
      state.unitId = data.unitId;
      state.fromUnitId = data.fromUnitId;
      state.toUnitId = data.toUnitId;
      state.kind = data.kind;
      state.startBy = data.startBy;
    },
  },
  SenderReviewed: { to: 'sender_reviewed', apply: dated },
  LetterIssued: {
    to: 'letter_issued',
    apply(state, data) {
      dated(state, data);
      state.letterOn = data.on;
      state.presentBy = data.presentBy;
    },
  },
  FileSealed: { to: 'file_sealed', apply: dated },
  TransferPresented: { to: 'presented', apply: dated },
  TransferReceived: {
    to: 'received',
    apply(state, data) {
      dated(state, data);
      state.receivedOn = data.on;
    },
  },
  TransferReturned: { to: 'returned', apply: dated },
  TransferRedirected: { apply: (state, { heirId }) => void (state.toUnitId = heirId) },
  TransferOverdue: {
    apply: (state, { step, due, on }) =>
      void state.overdue.push({ step, due, on, reason: undefined }),
  },
  TransferOverdueExplained: {
    apply(state, { step, reason }) {
      state.overdue.find((one) => one.step === step)!.reason = reason;
    },
  },
};
