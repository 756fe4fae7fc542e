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

export const EVIDENCE_KINDS = ['report', 'minutes', 'confirmation', 'product', 'other'] as const;
const DATE = { strict: true, strictSeparator: true } as const;
const KEY = /^[a-z0-9-]{1,40}$/;

export class DeedInput {
  /** Stable within the registration; given by the server when left out. */
  @IsOptional() @Matches(KEY) key?: string;
  @IsString() @Length(1, 40) area: string;
  @IsString() @Length(1, 2000) content: string;
  @IsOptional() @IsString() @Length(1, 500) measure?: string;
  @IsOptional() @IsString() @Length(1, 500) target?: string;
  @IsOptional() @IsISO8601(DATE) @Length(10, 10) deadline?: string;
  @IsOptional() @IsIn(EVIDENCE_KINDS) evidence?: string;
  /** The shortcoming of the year before that this deed is meant to mend. */
  @IsOptional() @Matches(KEY) shortcomingId?: string;
}

export class AreaInput {
  @IsString() @Length(1, 40) area: string;
  /** Left out: the area does not apply to this member. */
  @IsOptional() @IsString() @Length(1, 2000) text?: string;
}

export class JustificationInput {
  @Matches(KEY) shortcomingId: string;
  @IsString() @Length(1, 1000) text: string;
}

export class SubmitRegistration {
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => DeedInput)
  deeds: DeedInput[];
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => AreaInput)
  areas: AreaInput[];
  @IsOptional() @IsString() @Length(1, 8000) personalPlan?: string;
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => JustificationInput)
  justifications?: JustificationInput[];
}

/** A draft may be as incomplete as it is. */
export class DraftDeed {
  @IsOptional() @Matches(KEY) key?: string;
  @IsOptional() @IsString() @Length(0, 40) area?: string;
  @IsOptional() @IsString() @Length(0, 2000) content?: string;
  @IsOptional() @IsString() @Length(0, 500) measure?: string;
  @IsOptional() @IsString() @Length(0, 500) target?: string;
  @IsOptional() @IsISO8601(DATE) @Length(10, 10) deadline?: string;
  @IsOptional() @IsIn(EVIDENCE_KINDS) evidence?: string;
  @IsOptional() @Matches(KEY) shortcomingId?: string;
}

export class SaveRegistrationDraft {
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => DraftDeed)
  deeds: DraftDeed[];
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => AreaInput)
  areas: AreaInput[];
  @IsOptional() @IsString() @Length(0, 8000) personalPlan?: string;
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => JustificationInput)
  justifications?: JustificationInput[];
}

export class AdjustRegistration extends SubmitRegistration {
  @IsString() @Length(1, 1000) reason: string;
}
