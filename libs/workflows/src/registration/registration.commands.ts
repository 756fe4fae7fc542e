import 'reflect-metadata';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
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
import type { DeedResult } from './registration.events.js';
import { DEED_RESULTS } from './registration.events.js';

export {
  AdjustRegistration,
  EVIDENCE_KINDS,
  SaveRegistrationDraft,
  SubmitRegistration,
} from './registration-form.commands.js';

/** `{memberId}-{year}`. */
export const REGISTRATION_ID = /^[a-z0-9](?:[a-z0-9.]{0,62}[a-z0-9])?-(?:19|20)\d\d$/;
const DATE = { strict: true, strictSeparator: true } as const;
const KEY = /^[a-z0-9-]{1,40}$/;

export class RemarkInput {
  /** The line it concerns: `deeds[1].measure`, `areas[0].text`, `personalPlan`. */
  @Matches(/^[a-zA-Z]{1,40}(?:\[\d{1,2}\])?(?:\.[a-zA-Z]{1,40})?$/) path: string;
  @IsString() @Length(1, 1000) text: string;
}

export class ReturnRegistration {
  @IsArray()
  @ArrayMaxSize(40)
  @ValidateNested({ each: true })
  @Type(() => RemarkInput)
  remarks: RemarkInput[];
}

export class EndorseRegistration {
  /** Number of the cell meeting's minutes. */
  @IsOptional() @IsString() @Length(1, 60) minutesNo?: string;
}

export const CHANNELS = ['notice_board', 'local_radio', 'meeting', 'website'] as const;

export class PublishRegistration {
  @IsIn(CHANNELS) channel: string;
  @IsISO8601(DATE) @Length(10, 10) on: string;
  /** Publishing personal data needs a basis in law or consent (Law 91/2025, art. 16). */
  @IsString() @Length(1, 200) legalBasis: string;
}

export class BringRegistrationIntoForce {
  @IsISO8601(DATE) @Length(10, 10) on: string;
}

export class DeedResultInput {
  @Matches(KEY) key: string;
  @IsIn(DEED_RESULTS) result: DeedResult;
}

export class ShortcomingInput {
  @IsOptional() @Matches(KEY) id?: string;
  @IsString() @Length(1, 40) area: string;
  @IsIn(['minor', 'serious']) severity: 'minor' | 'serious';
  @IsString() @Length(1, 1000) text: string;
}

export class AssessRegistration {
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => DeedResultInput)
  results: DeedResultInput[];
  @IsOptional() @IsString() @Length(1, 4000) text?: string;
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => ShortcomingInput)
  shortcomings?: ShortcomingInput[];
}

export class CarriedShortcomingInput {
  @Matches(KEY) id: string;
  @IsString() @Length(1, 40) area: string;
  @IsIn(['minor', 'serious']) severity: 'minor' | 'serious';
}

/** What a criticism session of the year before found in the member. */
export class CarryShortcomings {
  /** Id of the session: `{unitId}-{year}`. */
  @Matches(/^[a-z0-9][a-z0-9.-]{1,79}$/) sessionId: string;
  @IsInt() @Min(1) @Max(99) round: number;
  @IsArray()
  @ArrayMaxSize(40)
  @ValidateNested({ each: true })
  @Type(() => CarriedShortcomingInput)
  shortcomings: CarriedShortcomingInput[];
}

export class CloseRegistration {
  @IsISO8601(DATE) @Length(10, 10) on: string;
}
