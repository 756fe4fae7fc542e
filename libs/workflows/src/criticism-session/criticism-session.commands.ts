import 'reflect-metadata';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsISO8601,
  IsOptional,
  IsString,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';
import { ITEM_KEY, OnDayInput, SUBJECT_ID } from '../blocks/index.js';
import {
  REDO_REASONS,
  type RedoReason,
  REMEDY_REASONS,
  type RemedyReason,
  SELF_RATINGS,
  SELF_REVIEW_KINDS,
  type SelfRating,
  type SelfReviewKind,
  SUBJECT_ROLES,
  type SubjectRole,
} from './criticism-session.events.js';

/** `{unitId}-{year}`. */
export const CRITICISM_SESSION_ID = /^[a-z0-9](?:[a-z0-9.-]{0,62}[a-z0-9])?-(?:19|20)\d\d$/;
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const DATE = { strict: true, strictSeparator: true } as const;

/** A moment of the day in Việt Nam, on a day. */
export class MomentInput extends OnDayInput {
  /** `08:00`. */
  @Matches(TIME) at: string;
}

export class SubjectInput {
  @Matches(SUBJECT_ID) subjectId: string;
  @IsIn(SUBJECT_ROLES) role: SubjectRole;
}

export { OnDayInput } from '../blocks/index.js';

export class PlanSession extends OnDayInput {
  @Matches(SUBJECT_ID) chairId: string;
  /** Who keeps the minutes. */
  @IsOptional() @Matches(SUBJECT_ID) recorderId?: string;
  @IsString() @Length(1, 200) place: string;
  /** The collective by the id of the unit, and everybody who is heard. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => SubjectInput)
  subjects: SubjectInput[];
}

export class IssuePrompt extends OnDayInput {
  @Matches(ITEM_KEY) id: string;
  @Matches(SUBJECT_ID) subjectId: string;
  @IsString() @Length(1, 40) area: string;
  @IsString() @Length(1, 4000) text: string;
}

export class AnswerPrompt extends OnDayInput {
  @Matches(ITEM_KEY) id: string;
  @Matches(SUBJECT_ID) subjectId: string;
  @IsString() @Length(1, 8000) text: string;
}

export class SectionInput {
  @Matches(ITEM_KEY) key: string;
  @IsString() @Length(1, 8000) text: string;
}

export class FileSelfReview extends OnDayInput {
  @Matches(SUBJECT_ID) subjectId: string;
  @IsIn(SELF_REVIEW_KINDS) kind: SelfReviewKind;
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => SectionInput)
  sections: SectionInput[];
  @IsOptional() @IsIn(SELF_RATINGS) selfRating?: SelfRating;
}

export class OpenSession extends MomentInput {
  /** Members sent by the level above. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @Matches(SUBJECT_ID, { each: true })
  representatives?: string[];
}

export class AdjournSession extends MomentInput {
  /** The day on which it goes on, as announced. */
  @IsOptional() @IsISO8601(DATE) @Length(10, 10) until?: string;
}

export class StartTracking extends OnDayInput {
  /** The unit above to which the session was reported. */
  @IsOptional() @Matches(SUBJECT_ID) reportedTo?: string;
}

export class ExplainRemedy extends OnDayInput {
  @Matches(ITEM_KEY) id: string;
  @IsIn(REMEDY_REASONS) reason: RemedyReason;
  @IsString() @Length(1, 2000) text: string;
}

export class OrderRedo extends OnDayInput {
  @IsIn(REDO_REASONS) reason: RedoReason;
  @IsString() @Length(1, 4000) text: string;
}

export class HandOverSession extends OnDayInput {
  @Matches(SUBJECT_ID) heirId: string;
}
