import { IsIn, IsISO8601, IsOptional, IsString, Length, Matches } from 'class-validator';
import type { ModelKind, RetireReason } from './model.events.js';
import { MODEL_KINDS, RETIRE_REASONS } from './model.events.js';

export const MODEL_ID = /^[a-z0-9](?:[a-z0-9.-]{0,62}[a-z0-9])?$/;
const MEMBER_ID = /^[a-z0-9](?:[a-z0-9.]{0,62}[a-z0-9])?$/;
const DATE = { strict: true, strictSeparator: true } as const;

class OnDay {
  @IsISO8601(DATE) @Length(10, 10) on: string;
}

export class RegisterModel extends OnDay {
  @Matches(MODEL_ID) unitId: string;
  @IsIn(MODEL_KINDS) kind: ModelKind;
  @IsString() @Length(1, 300) name: string;
  /** The member it is due to. */
  @IsOptional() @Matches(MEMBER_ID) ownerId?: string;
}

export class PilotModel extends OnDay {}

export class RecogniseModel extends OnDay {
  @IsString() @Length(1, 60) decisionNo: string;
  /** Number of the report that shows what it achieved. */
  @IsString() @Length(1, 60) evidenceNo: string;
}

export class ReplicateModel extends OnDay {
  @Matches(MODEL_ID) atUnitId: string;
}

export class RetireModel extends OnDay {
  @IsIn(RETIRE_REASONS) reason: RetireReason;
}
