import 'reflect-metadata';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsNumber,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { OnDayInput, SUBJECT_ID } from '../blocks/index.js';
import {
  CHANGE_REASONS,
  type ChangeReason,
  type Rating,
  RATINGS,
  SUBJECT_KINDS,
  type SubjectKind,
} from '../classification/classification.events.js';

/** `{decidingUnitId}-{year}`. */
export const RATING_LIST_ID = /^[a-z0-9](?:[a-z0-9.-]{0,62}[a-z0-9])?-(?:19|20)\d\d$/;

class SubjectInput {
  @IsIn(SUBJECT_KINDS) subjectKind: SubjectKind;
  @Matches(SUBJECT_ID) subjectId: string;
}

export class WithdrawRating extends SubjectInput {}

export class EnterRating extends SubjectInput {
  /** Where the subject counts. */
  @Matches(SUBJECT_ID) countedUnitId: string;
  @IsIn(RATINGS) rating: Rating;
  @IsOptional()
  @IsNumber({ allowNaN: false, allowInfinity: false })
  @Min(0)
  @Max(100)
  score?: number;
  @IsBoolean() appraised: boolean;
}

export class RatingChangeInput extends SubjectInput {
  @IsIn(RATINGS) rating: Rating;
  @IsIn(CHANGE_REASONS) reason: ChangeReason;
}

export class CapExceptionInput {
  /** Number of the document that allows the exceptional percentage. */
  @IsOptional() @IsString() @Length(0, 60) documentNo?: string;
}

export class DecideRatings extends OnDayInput {
  @IsString() @Length(1, 60) decisionNo: string;
  @IsOptional() @ValidateNested() @Type(() => CapExceptionInput) exception?: CapExceptionInput;
  /** Ratings that differ from what was proposed. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => RatingChangeInput)
  changes?: RatingChangeInput[];
}

export class AmendRatings extends OnDayInput {
  @IsString() @Length(1, 60) decisionNo: string;
  @IsOptional() @ValidateNested() @Type(() => CapExceptionInput) exception?: CapExceptionInput;
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => RatingChangeInput)
  changes: RatingChangeInput[];
}
