/*
 * The stored format of `transfer-{memberId}-{yyyymmdd}` streams: a member goes to another unit. On
 * disk for ever: add fields as optional, raise `schemaVersion` with an upcaster for anything else.
 *
 * Clear: units, dates, numbers, codes. Sealed, of the member: why something took too long.
 */

export const TRANSFER_KINDS = ['permanent', 'temporary'] as const;
export type TransferKind = (typeof TRANSFER_KINDS)[number];
export const TRANSFER_REASONS = ['work', 'residence', 'study', 'retirement', 'other'] as const;
export type TransferReason = (typeof TRANSFER_REASONS)[number];
export const RETURN_REASONS = [
  'papers_incomplete',
  'papers_wrong',
  'not_moved',
  'withdrawn',
] as const;
export type ReturnReason = (typeof RETURN_REASONS)[number];
export const OVERDUE_REASONS = ['illness', 'work', 'papers', 'disaster', 'other'] as const;
export type OverdueReason = (typeof OVERDUE_REASONS)[number];
/** What is late: starting the procedure (60 working days) or arriving (30 working days). */
export type TransferStep = 'start' | 'arrival';

export interface OfTransfer {
  transferId: string;
  memberId: string;
  fromUnitId: string;
  toUnitId: string;
  /** The sender: until reception the member belongs there. */
  unitId: string;
  year: number;
  kind: TransferKind;
}

export interface TransferFacts {
  TransferRequested: {
    data: OfTransfer & {
      reason: TransferReason;
      /** ISO date of the move, or of the decision to move. */
      movedOn: string;
      on: string;
      /** ISO date by which the letter is to be issued: 60 working days after the move. */
      startBy: string;
      /** Last day of a temporary stay. */
      until?: string;
    };
  };
  SenderReviewed: { data: OfTransfer & { on: string } };
  LetterIssued: {
    data: OfTransfer & {
      number: string;
      on: string;
      /** After `startBy`. */
      late: boolean;
      /** ISO date by which it is to be presented and received: 30 working days later. */
      presentBy: string;
    };
  };
  FileSealed: { data: OfTransfer & { on: string } };
  TransferPresented: { data: OfTransfer & { on: string; late: boolean } };
  TransferReceived: {
    data: OfTransfer & {
      on: string;
      /** After `presentBy`. */
      late: boolean;
      /** Where the member leaves: the sender or, if it was closed meanwhile, its heir. */
      leavesUnitId: string;
      /** Whether the lateness was explained; absent: in time. */
      explained?: boolean;
    };
  };
  TransferReturned: { data: OfTransfer & { on: string; reason: ReturnReason } };
  /** The unit that was to receive is closed; `toUnitId` is that unit, `heirId` receives now. */
  TransferRedirected: { data: OfTransfer & { heirId: string; on: string } };
  /** A limit passed; nothing ends by it. */
  TransferOverdue: { data: OfTransfer & { step: TransferStep; due: string; on: string } };
  TransferOverdueExplained: {
    data: OfTransfer & { step: TransferStep; reason: OverdueReason; on: string };
    sealed: { text: { of: string; value: string } };
  };
}

/** What others may know of a transfer. */
export interface TransferView {
  readonly transferId: string;
  readonly memberId: string;
  readonly fromUnitId: string | undefined;
  readonly toUnitId: string | undefined;
  readonly year: number;
  readonly kind: TransferKind | undefined;
  readonly letterOn: string | undefined;
  readonly presentBy: string | undefined;
  readonly receivedOn: string | undefined;
  readonly overdue: readonly {
    readonly step: TransferStep;
    readonly due: string;
    readonly on: string;
    readonly reason: OverdueReason | undefined;
  }[];
}
