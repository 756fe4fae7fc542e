import 'reflect-metadata';
import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsNumber,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { ITEM_KEY, OnDayInput, SUBJECT_ID } from '../blocks/index.js';
import {
  CHANGE_REASONS,
  type ChangeReason,
  NOT_RATED_REASONS,
  type NotRatedReason,
  type Rating,
  RATINGS,
} from './classification.events.js';

/** `member.{memberId}-{year}` or `unit.{unitId}-{year}`. */
export const CLASSIFICATION_ID = new RegExp(
  '^(?:member\\.[a-z0-9](?:[a-z0-9.]{0,62}[a-z0-9])?' +
    '|unit\\.[a-z0-9](?:[a-z0-9.-]{0,62}[a-z0-9])?)-(?:19|20)\\d\\d$',
);
const DATE = { strict: true, strictSeparator: true } as const;
const POINTS = { allowNaN: false, allowInfinity: false, maxDecimalPlaces: 2 } as const;
const COUNT_MAX = 100_000;

class RatingInput {
  @IsIn(RATINGS) rating: Rating;
  /** Points of 100. */
  @IsOptional() @IsNumber(POINTS) @Min(0) @Max(100) score?: number;
}

export class SelfRate extends RatingInput {
  @IsOptional() @IsString() @Length(1, 4000) text?: string;
}

export class CommentOnRating {
  @Matches(ITEM_KEY) id: string;
  @IsString() @Length(1, 2000) text: string;
}

export class TaskCountsInput {
  @IsInt() @Min(1) @Max(COUNT_MAX) total: number;
  @IsInt() @Min(0) @Max(COUNT_MAX) done: number;
  @IsInt() @Min(0) @Max(COUNT_MAX) onTime: number;
  /** Beyond what was required. */
  @IsInt() @Min(0) @Max(COUNT_MAX) beyond: number;
}

export class ProposeRating extends RatingInput {
  /** Why, where it differs from the ballot. */
  @IsOptional() @IsString() @Length(1, 2000) reason?: string;
  @IsOptional() @ValidateNested() @Type(() => TaskCountsInput) tasks?: TaskCountsInput;
  /** The subject is under discipline. */
  @IsOptional() @IsBoolean() disciplined?: boolean;
}

export class AppraiseRating extends RatingInput {
  /** Why, where it differs from the proposal. */
  @IsOptional() @IsString() @Length(1, 2000) reason?: string;
}

export class RecordRatingDecision extends OnDayInput {
  @IsIn(RATINGS) rating: Rating;
  @IsString() @Length(1, 60) decisionNo: string;
  @IsOptional() @Matches(SUBJECT_ID) decidedBy?: string;
  @IsOptional() @IsIn(CHANGE_REASONS) reason?: ChangeReason;
}

export class ChangeRating extends OnDayInput {
  @IsIn(RATINGS) rating: Rating;
  @IsIn(CHANGE_REASONS) reason: ChangeReason;
  @IsString() @Length(1, 60) decisionNo: string;
}

export class FinaliseRating {
  /** Left out: the day of finalising. */
  @IsOptional() @IsISO8601(DATE) @Length(10, 10) on?: string;
}

export class MarkNotRated extends OnDayInput {
  @IsIn(NOT_RATED_REASONS) reason: NotRatedReason;
  /** Where the member counts; needed only as long as nothing is on record. */
  @IsOptional() @Matches(SUBJECT_ID) unitId?: string;
}

export class AnnulRating extends OnDayInput {
  @IsIn(CHANGE_REASONS) reason: ChangeReason;
  @IsString() @Length(1, 60) decisionNo: string;
}

export class NotifyRating extends OnDayInput {}
