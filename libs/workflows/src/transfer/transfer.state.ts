import type { OfTransfer, OverdueReason, TransferStep, TransferView } from './transfer.events.js';

export const TRANSFER_STATES = {
  none: { start: true },
  requested: {},
  sender_reviewed: {},
  letter_issued: {},
  file_sealed: {},
  presented: {},
  received: { final: true },
  returned: { final: true },
} as const;
export type TransferStateName = keyof typeof TRANSFER_STATES;

export interface TransferState extends TransferView {
  transferId: string;
  memberId: string;
  year: number;
  unitId: string | undefined;
  fromUnitId: string | undefined;
  toUnitId: string | undefined;
  kind: TransferView['kind'];
  /** Day of the last step; none may come before it. */
  lastOn: string | undefined;
  /** By when the letter must be issued, and by when the member must have arrived. */
  startBy: string | undefined;
  presentBy: string | undefined;
  letterOn: string | undefined;
  receivedOn: string | undefined;
  overdue: {
    readonly step: TransferStep;
    readonly due: string;
    readonly on: string;
    reason: OverdueReason | undefined;
  }[];
}

/** The transfer before it is requested, from its id `{memberId}-{yyyymmdd}`. */
export function transferStart(transferId: string): TransferState {
  const dash = transferId.lastIndexOf('-');
  return {
    transferId,
    memberId: transferId.slice(0, dash),
    year: Number(transferId.slice(dash + 1, dash + 5)),
    unitId: undefined,
    fromUnitId: undefined,
    toUnitId: undefined,
    kind: undefined,
    lastOn: undefined,
    startBy: undefined,
    presentBy: undefined,
    letterOn: undefined,
    receivedOn: undefined,
    overdue: [],
  };
}

/** What every fact repeats once the transfer was requested. */
export const ofTransfer = (state: Readonly<TransferState>): OfTransfer => ({
  transferId: state.transferId,
  memberId: state.memberId,
  fromUnitId: state.fromUnitId!,
  toUnitId: state.toUnitId!,
  unitId: state.fromUnitId!,
  year: state.year,
  kind: state.kind!,
});
