import 'reflect-metadata';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { APPEAL_OUTCOMES, type AppealOutcome, type Presence, PRESENCES } from '#libs/kernel';

/** Input classes of the kernel's building blocks, as every workflow that has them takes them. */

const DATE = { strict: true, strictSeparator: true } as const;
/** Key of an item within its record. */
export const ITEM_KEY = /^[a-z0-9](?:[a-z0-9._-]{0,58}[a-z0-9])?$/;
/** Id of a member or unit. */
export const SUBJECT_ID = /^[a-z0-9](?:[a-z0-9.-]{0,62}[a-z0-9])?$/;
const COUNT_MAX = 100_000;

export class OnDayInput {
  @IsISO8601(DATE) @Length(10, 10) on: string;
}

export class AssignObligationInput extends OnDayInput {
  @Matches(ITEM_KEY) id: string;
  @Matches(SUBJECT_ID) ownerId: string;
  @IsISO8601(DATE) @Length(10, 10) due: string;
  @IsString() @Length(1, 2000) text: string;
  @IsOptional() @Matches(ITEM_KEY) basis?: string;
}

export class ReportObligationInput extends OnDayInput {
  @Matches(ITEM_KEY) id: string;
  @IsString() @Length(1, 2000) text: string;
}

export class VerifyObligationInput extends OnDayInput {
  @Matches(ITEM_KEY) id: string;
  @IsBoolean() done: boolean;
}

export class HandOverObligationInput extends OnDayInput {
  @Matches(ITEM_KEY) id: string;
  @Matches(SUBJECT_ID) heirId: string;
  @IsOptional() @IsIn(['unit']) heirKind?: 'unit';
}

/** A record goes to the heir of the unit that saw to it. */
export class HandOverRecordInput extends OnDayInput {
  @Matches(SUBJECT_ID) heirId: string;
}

export class AttendanceEntryInput {
  @Matches(SUBJECT_ID) memberId: string;
  @IsIn(PRESENCES) presence: Presence;
}

export class RecordAttendanceInput extends OnDayInput {
  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => AttendanceEntryInput)
  entries: AttendanceEntryInput[];
}

export class DraftMinutesInput extends OnDayInput {
  @IsString() @Length(1, 20_000) text: string;
}

export class AdoptMinutesInput extends OnDayInput {
  @IsInt() @Min(0) @Max(COUNT_MAX) for: number;
  @IsInt() @Min(0) @Max(COUNT_MAX) against: number;
  @IsInt() @Min(0) @Max(COUNT_MAX) abstained: number;
}

export class OpenVoteInput extends OnDayInput {
  @Matches(ITEM_KEY) voteId: string;
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(40)
  @Matches(ITEM_KEY, { each: true })
  options: string[];
}

export class OptionVotesInput {
  @Matches(ITEM_KEY) option: string;
  @IsInt() @Min(0) @Max(COUNT_MAX) count: number;
}

/** Totals of a count. No input anywhere takes who chose what. */
export class RecordTallyInput extends OnDayInput {
  @Matches(ITEM_KEY) voteId: string;
  @IsInt() @Min(0) @Max(COUNT_MAX) issued: number;
  @IsInt() @Min(0) @Max(COUNT_MAX) returned: number;
  @IsInt() @Min(0) @Max(COUNT_MAX) valid: number;
  @IsArray()
  @ArrayMaxSize(40)
  @ValidateNested({ each: true })
  @Type(() => OptionVotesInput)
  votes: OptionVotesInput[];
  @IsArray() @ArrayMaxSize(5) @Matches(SUBJECT_ID, { each: true }) tellers: string[];
}

export class FileAppealInput extends OnDayInput {
  @IsString() @Length(1, 4000) text: string;
}

export class DecideAppealInput extends OnDayInput {
  @IsIn(APPEAL_OUTCOMES) outcome: AppealOutcome;
  @IsString() @Length(1, 4000) text: string;
  @IsOptional() @IsString() @Length(1, 60) documentNo?: string;
}

export class RetractEntryInput extends OnDayInput {
  @Matches(ITEM_KEY) id: string;
  @IsString() @Length(1, 1000) reason: string;
}
