import 'reflect-metadata';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  Equals,
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
import { DEFER_REASONS, type DeferReason } from './criticism-item.events.js';

const DATE = { strict: true, strictSeparator: true } as const;
/** Next year's registration cites it, whose keys look like this. */
const SHORTCOMING_KEY = /^[a-z0-9-]{1,40}$/;

/** Whose item it is about. */
export class OfSubjectInput extends OnDayInput {
  @Matches(SUBJECT_ID) subjectId: string;
}

export class DeferItem extends OfSubjectInput {
  @IsIn(DEFER_REASONS) reason: DeferReason;
}

export class RecordCriticism extends OfSubjectInput {
  @Matches(ITEM_KEY) id: string;
  @Matches(SUBJECT_ID) speakerId: string;
  @IsString() @Length(1, 40) area: string;
  @IsString() @Length(1, 4000) text: string;
}

export class RecordResponse extends OfSubjectInput {
  @IsString() @Length(1, 8000) text: string;
}

export class WaiveResponse extends OfSubjectInput {
  /** Set by the recorder, who writes down what the subject said. */
  @IsOptional() @Equals(true) onTheirWord?: true;
}

export class ReserveOpinion extends OfSubjectInput {
  @Matches(ITEM_KEY) id: string;
  @Matches(SUBJECT_ID) authorId: string;
  /** Word for word. */
  @IsString() @Length(1, 8000) text: string;
}

export class ForwardOpinion extends OnDayInput {
  @Matches(ITEM_KEY) id: string;
  @Matches(SUBJECT_ID) toUnitId: string;
}

export class FoundShortcomingInput {
  @Matches(SHORTCOMING_KEY) id: string;
  @IsString() @Length(1, 40) area: string;
  @IsIn(['minor', 'serious']) severity: 'minor' | 'serious';
  @IsString() @Length(1, 2000) cause: string;
  @IsString() @Length(1, 2000) text: string;
}

export class RemedyInput {
  @Matches(ITEM_KEY) id: string;
  @Matches(SHORTCOMING_KEY) shortcomingId: string;
  @Matches(SUBJECT_ID) ownerId: string;
  @IsString() @Length(1, 2000) measure: string;
  @IsISO8601(DATE) @Length(10, 10) due: string;
}

export class ConcludeItem extends OfSubjectInput {
  @IsString() @Length(1, 8000) text: string;
  @IsArray()
  @ArrayMaxSize(40)
  @ValidateNested({ each: true })
  @Type(() => FoundShortcomingInput)
  shortcomings: FoundShortcomingInput[];
  @IsArray()
  @ArrayMaxSize(80)
  @ValidateNested({ each: true })
  @Type(() => RemedyInput)
  remedies: RemedyInput[];
}
