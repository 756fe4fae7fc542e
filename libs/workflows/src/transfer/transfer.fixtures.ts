import type { OldFact } from '#libs/kernel/testing';
import { situation } from '#libs/kernel/testing';
import { authority, memberView, rulesIn, unitView } from '../testing/index.js';
import type { OfTransfer, TransferFacts, TransferStep } from './transfer.events.js';
import { transfer } from './transfer.workflow.js';

export const of: OfTransfer = {
  transferId: 'khai-20260302',
  memberId: 'khai',
  fromUnitId: 'kp4',
  toUnitId: 'kp5',
  unitId: 'kp4',
  year: 2026,
  kind: 'permanent',
};
const fact = <Type extends keyof TransferFacts>(
  type: Type,
  data: Omit<TransferFacts[Type]['data'], keyof OfTransfer> & Partial<OfTransfer>,
): OldFact => ({ type, data: { ...of, ...data } });

/** 60 working days after the move of 26 February, and 30 after the letter of 16 March. */
export const START_BY = '2026-05-26';
export const PRESENT_BY = '2026-04-28';

export const requested = (kind: OfTransfer['kind'] = 'permanent'): OldFact =>
  fact('TransferRequested', {
    kind,
    reason: 'residence',
    movedOn: '2026-02-26',
    on: '2026-03-02',
    startBy: START_BY,
    ...(kind === 'temporary' && { until: '2026-09-30' }),
  });
export const reviewed = fact('SenderReviewed', { on: '2026-03-10' });
export const lettered = fact('LetterIssued', {
  number: '15-GT/CB',
  on: '2026-03-16',
  late: false,
  presentBy: PRESENT_BY,
});
export const fileSealed = fact('FileSealed', { on: '2026-03-17' });
export const presented = fact('TransferPresented', { on: '2026-04-01', late: false });
export const received = (kind: OfTransfer['kind'] = 'permanent'): OldFact =>
  fact('TransferReceived', { kind, on: '2026-04-06', late: false, leavesUnitId: 'kp4' });
export const sentBack = fact('TransferReturned', { on: '2026-04-06', reason: 'papers_wrong' });
export const overdue = (step: TransferStep): OldFact =>
  fact('TransferOverdue', {
    step,
    due: step === 'start' ? START_BY : PRESENT_BY,
    on: step === 'start' ? '2026-05-27' : '2026-04-29',
  });
export const explained = (step: TransferStep): OldFact => ({
  ...fact('TransferOverdueExplained', { step, reason: 'illness', on: '2026-05-30' }),
  sealed: { text: { of: 'khai', value: 'Nằm viện' } },
});

/** Facts that lead to each state. */
export const HISTORIES = {
  none: [],
  requested: [requested()],
  sender_reviewed: [requested(), reviewed],
  letter_issued: [requested(), reviewed, lettered],
  file_sealed: [requested(), reviewed, lettered, fileSealed],
  presented: [requested(), reviewed, lettered, fileSealed, presented],
  received: [requested(), reviewed, lettered, fileSealed, presented, received()],
  returned: [requested(), reviewed, lettered, fileSealed, presented, sentBack],
} satisfies Record<string, OldFact[]>;

/** From which facts each command is given, unless a test says otherwise. */
export const HISTORIES_OF = {
  request: HISTORIES.none,
  review: HISTORIES.requested,
  issueLetter: HISTORIES.sender_reviewed,
  sealFile: HISTORIES.letter_issued,
  present: HISTORIES.file_sealed,
  receive: HISTORIES.presented,
  return: HISTORIES.presented,
  withdraw: HISTORIES.requested,
  markOverdue: HISTORIES.file_sealed,
  explainOverdue: [...HISTORIES.file_sealed, overdue('arrival')],
};
export type Command = keyof typeof HISTORIES_OF;

/** A right input for each command. */
export const INPUTS = {
  request: {
    fromUnitId: 'kp4',
    toUnitId: 'kp5',
    kind: 'permanent',
    reason: 'residence',
    movedOn: '2026-02-26',
    on: '2026-03-02',
  },
  review: { on: '2026-03-10' },
  issueLetter: { number: '15-GT/CB', on: '2026-03-16' },
  sealFile: { on: '2026-03-17' },
  present: { on: '2026-04-01' },
  receive: { on: '2026-04-06' },
  return: { on: '2026-04-06', reason: 'papers_wrong' },
  withdraw: { on: '2026-03-05' },
  markOverdue: {},
  explainOverdue: { step: 'arrival', reason: 'illness', text: 'Nằm viện', on: '2026-05-30' },
} as const;

/** Khải moves from quarter 4 to quarter 5; decided in June 2026 unless said otherwise. */
export const given = situation(transfer, {
  id: 'khai-20260302',
  now: '2026-06-15T05:00:00.000Z',
  authority,
  needs: {
    rules: rulesIn(2026),
    membership: memberView(),
    sender: unitView(),
    receiver: unitView({ unitId: 'kp5' }),
  },
});
