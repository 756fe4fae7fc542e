import 'reflect-metadata';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
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

/** `{unitId}-{year}`. */
export const PACT_ID = /^[a-z0-9](?:[a-z0-9.-]{0,62}[a-z0-9])?-(?:19|20)\d\d$/;
const UNIT_ID = /^[a-z0-9](?:[a-z0-9.-]{0,62}[a-z0-9])?$/;
const PLAN_ID = /^[a-z0-9](?:[a-z0-9.-]{0,62}[a-z0-9])?-\d{4}(?:_\d{4})?$/;
const KEY = /^[a-z0-9-]{1,40}$/;
const DATE = { strict: true, strictSeparator: true } as const;

class OnDay {
  @IsISO8601(DATE) @Length(10, 10) on: string;
}

export class CriterionInput {
  @Matches(KEY) key: string;
  @IsString() @Length(1, 300) title: string;
  /** Most points it can bring. */
  @IsInt() @Min(1) @Max(1000) points: number;
  /** The programme or plan whose carrying out it measures. */
  @IsOptional() @Matches(PLAN_ID) programmeId?: string;
}

export class SignPact extends OnDay {
  /** The units vied with; none: with itself, year by year. */
  @IsArray() @ArrayMaxSize(100) @Matches(UNIT_ID, { each: true }) partners: string[];
  @IsArray()
  @ArrayMaxSize(40)
  @ValidateNested({ each: true })
  @Type(() => CriterionInput)
  criteria: CriterionInput[];
}

export class ScoreInput {
  @Matches(KEY) key: string;
  @IsInt() @Min(0) @Max(1000) points: number;
}

export class ScorePact extends OnDay {
  @IsArray()
  @ArrayMaxSize(40)
  @ValidateNested({ each: true })
  @Type(() => ScoreInput)
  scores: ScoreInput[];
}

export class ClosePact extends OnDay {}
