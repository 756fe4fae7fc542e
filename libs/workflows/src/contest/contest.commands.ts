import 'reflect-metadata';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
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
import type { EntrantKind, Prize } from './contest.events.js';
import { ENTRANT_KINDS, PRIZES } from './contest.events.js';

/** Short, because ids of awards are made of it and of an entry's key. */
export const CONTEST_ID = /^[a-z0-9](?:[a-z0-9.-]{0,38}[a-z0-9])?$/;
const SUBJECT_ID = /^[a-z0-9](?:[a-z0-9.-]{0,62}[a-z0-9])?$/;
const MEMBER_ID = /^[a-z0-9](?:[a-z0-9.]{0,62}[a-z0-9])?$/;
const PLAN_ID = /^[a-z0-9](?:[a-z0-9.-]{0,62}[a-z0-9])?-\d{4}(?:_\d{4})?$/;
const ENTRY_ID = /^[a-z0-9](?:[a-z0-9-]{0,18}[a-z0-9])?$/;
const DATE = { strict: true, strictSeparator: true } as const;

class OnDay {
  @IsISO8601(DATE) @Length(10, 10) on: string;
}

export class AnnounceContest extends OnDay {
  @Matches(SUBJECT_ID) unitId: string;
  @IsString() @Length(1, 300) title: string;
  @IsString() @Length(1, 500) theme: string;
  /** The programme or plan it serves. */
  @IsOptional() @Matches(PLAN_ID) programmeId?: string;
  /** Last day for entries. */
  @IsISO8601(DATE) @Length(10, 10) until: string;
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @Matches(MEMBER_ID, { each: true })
  judges: string[];
}

export class OpenContest extends OnDay {}

export class SubmitEntry extends OnDay {
  @Matches(ENTRY_ID) entryId: string;
  @IsIn(ENTRANT_KINDS) subjectKind: EntrantKind;
  /** The member or the unit that enters. */
  @Matches(SUBJECT_ID) subjectId: string;
  /** The work itself, or where it is kept. */
  @IsString() @Length(1, 20_000) work: string;
}

export class CloseContest extends OnDay {}

export class ScoreEntry {
  @Matches(ENTRY_ID) entryId: string;
  @IsInt() @Min(0) @Max(100) points: number;
}

export class PrizeInput {
  @Matches(ENTRY_ID) entryId: string;
  @IsIn(PRIZES) prize: Prize;
}

export class JudgeContest extends OnDay {
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => PrizeInput)
  prizes: PrizeInput[];
}

export class AwardContest extends OnDay {
  /** Number of the decision the prizes rest on. */
  @IsString() @Length(1, 60) decisionNo: string;
}
