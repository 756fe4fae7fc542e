import { IsIn, IsISO8601, IsOptional, IsString, Length, Matches } from 'class-validator';
import type {
  OverdueReason,
  ReturnReason,
  TransferKind,
  TransferReason,
  TransferStep,
} from './transfer.events.js';
import {
  OVERDUE_REASONS,
  RETURN_REASONS,
  TRANSFER_KINDS,
  TRANSFER_REASONS,
} from './transfer.events.js';

/** `{memberId}-{yyyymmdd}`: the day of the request. */
export const TRANSFER_ID =
  /^[a-z0-9](?:[a-z0-9.]{0,62}[a-z0-9])?-(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;
const UNIT_ID = /^[a-z0-9](?:[a-z0-9.-]{0,62}[a-z0-9])?$/;
const DATE = { strict: true, strictSeparator: true } as const;

class OnDay {
  @IsISO8601(DATE) @Length(10, 10) on: string;
}

export class RequestTransfer extends OnDay {
  @Matches(UNIT_ID) fromUnitId: string;
  @Matches(UNIT_ID) toUnitId: string;
  @IsIn(TRANSFER_KINDS) kind: TransferKind;
  @IsIn(TRANSFER_REASONS) reason: TransferReason;
  /** Day of the move, or of the decision to move: from it the days are counted. */
  @IsISO8601(DATE) @Length(10, 10) movedOn: string;
  /** Last day of a temporary stay. */
  @IsOptional() @IsISO8601(DATE) @Length(10, 10) until?: string;
}

export class ReviewSender extends OnDay {}

export class IssueLetter extends OnDay {
  /** Number and symbol of the letter of introduction. */
  @IsString() @Length(1, 60) number: string;
}

export class SealFile extends OnDay {}

export class PresentTransfer extends OnDay {}

export class ReceiveTransfer extends OnDay {}

export class ReturnTransfer extends OnDay {
  @IsIn(RETURN_REASONS) reason: ReturnReason;
}

export class WithdrawTransfer extends OnDay {}

export class MarkOverdue {
  /** ISO date; left out: the day of the command. */
  @IsOptional() @IsISO8601(DATE) @Length(10, 10) on?: string;
}

export class ExplainOverdue extends OnDay {
  @IsIn(['start', 'arrival']) step: TransferStep;
  @IsIn(OVERDUE_REASONS) reason: OverdueReason;
  @IsString() @Length(1, 1000) text: string;
}
