import 'reflect-metadata';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsISO8601,
  IsOptional,
  IsString,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';
import type { AppealOutcome } from '#libs/kernel';
import { APPEAL_OUTCOMES } from '#libs/kernel';
import type { DeedMark, Merit } from './review.events.js';
import { DEED_MARKS, MERITS } from './review.events.js';

/** `{memberId}-{year}-{03|q1}`. */
export const REVIEW_ID =
  /^[a-z0-9](?:[a-z0-9.]{0,62}[a-z0-9])?-(?:19|20)\d\d-(?:0[1-9]|1[0-2]|q[1-4])$/;
const UNIT_ID = /^[a-z0-9](?:[a-z0-9.-]{0,62}[a-z0-9])?$/;
const DATE = { strict: true, strictSeparator: true } as const;
const KEY = /^[a-z0-9-]{1,40}$/;

class OnDay {
  @IsISO8601(DATE) @Length(10, 10) on: string;
}

export class OpenReview {
  /** The unit that reviews; left out: where the member is. */
  @IsOptional() @Matches(UNIT_ID) unitId?: string;
}

export class DeedProgressInput {
  @Matches(KEY) key: string;
  @IsIn(DEED_MARKS) progress: DeedMark;
  @IsOptional() @IsString() @Length(1, 2000) text?: string;
}

export class ReportProgress extends OnDay {
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => DeedProgressInput)
  deeds: DeedProgressInput[];
  @IsOptional() @IsString() @Length(1, 4000) text?: string;
}

export class DeedMarkInput {
  @Matches(KEY) key: string;
  @IsIn(DEED_MARKS) mark: DeedMark;
}

export class RemarkDeeds extends OnDay {
  /** The unit that reviews; only where nothing has named it yet. */
  @IsOptional() @Matches(UNIT_ID) unitId?: string;
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => DeedMarkInput)
  deeds: DeedMarkInput[];
  @IsString() @Length(1, 4000) text: string;
  /** What to register or do next. */
  @IsOptional() @IsString() @Length(1, 2000) nextDirection?: string;
  @IsOptional() @IsIn(MERITS) merit?: Merit;
  /** The meeting in which it was heard. */
  @IsOptional() @Matches(UNIT_ID) meetingId?: string;
}

export class AcknowledgeRemark extends OnDay {}

export class DisputeRemark extends OnDay {
  /** Key of the deed whose mark is disputed; left out: the remark as a whole. */
  @IsOptional() @Matches(KEY) line?: string;
  @IsString() @Length(1, 4000) text: string;
}

export class ResolveDispute extends OnDay {
  @IsIn(APPEAL_OUTCOMES) outcome: AppealOutcome;
  @IsString() @Length(1, 4000) text: string;
  @IsOptional() @IsString() @Length(1, 60) documentNo?: string;
  /** Marks that are corrected; only where the dispute is upheld. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => DeedMarkInput)
  deeds?: DeedMarkInput[];
}

export class MissReview {
  /** ISO date; left out: the day of the command. */
  @IsOptional() @IsISO8601(DATE) @Length(10, 10) on?: string;
}
