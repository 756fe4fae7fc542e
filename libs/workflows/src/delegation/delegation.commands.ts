import 'reflect-metadata';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsISO8601,
  IsOptional,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';
import { OFFICES } from '../organisation/organisation.events.js';
import { ABSENCES, type Absence } from './delegation.events.js';

/** Ids of people. */
export const GIVER_ID = /^[a-z0-9](?:[a-z0-9.]{0,62}[a-z0-9])?$/;
const UNIT = /^[a-z0-9](?:[a-z0-9.-]{0,62}[a-z0-9])?$/;
const KEY = /^[a-z0-9][a-z0-9-]{0,39}$/;
const WORKFLOW = /^[a-z][a-z-]{0,39}$/;
const DATE = { strict: true, strictSeparator: true } as const;

export class ScopeInput {
  @Matches(UNIT) unitId: string;
  @IsOptional() @IsIn(OFFICES) office?: string;
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(40)
  @Matches(WORKFLOW, { each: true })
  workflows?: string[];
}

/** A delegation received, to be passed on. */
export class PassedOnInput {
  @Matches(GIVER_ID) fromId: string;
  @Matches(KEY) id: string;
}

/** The fields stand in the order in which a form asks for them. */
export class GrantDelegation {
  /** Distinct within what the person gives. */
  @Matches(KEY) id: string;
  /** Who may act. */
  @Matches(GIVER_ID) toId: string;
  /** First and last day. */
  @IsISO8601(DATE) @Length(10, 10) from: string;
  @IsISO8601(DATE) @Length(10, 10) until: string;
  @ValidateNested() @Type(() => ScopeInput) scope: ScopeInput;
  @IsOptional() @IsBoolean() mayPassOn?: boolean;
  @IsOptional() @ValidateNested() @Type(() => PassedOnInput) of?: PassedOnInput;
}

export class RevokeDelegation {
  @Matches(KEY) id: string;
  /** First day on which it is no longer valid. */
  @IsISO8601(DATE) @Length(10, 10) on: string;
}

export class AppointSubstitute {
  /** Distinct within what was given for the person. */
  @Matches(KEY) id: string;
  @Matches(UNIT) unitId: string;
  @IsIn(OFFICES) office: string;
  /** Who may act. */
  @Matches(GIVER_ID) toId: string;
  /** First and last day. */
  @IsISO8601(DATE) @Length(10, 10) from: string;
  @IsISO8601(DATE) @Length(10, 10) until: string;
  @IsIn(ABSENCES) reason: Absence;
}

export class EndSubstitute extends RevokeDelegation {
  @Matches(UNIT) unitId: string;
}

export class CloseDelegations {
  @IsISO8601(DATE) @Length(10, 10) on: string;
}
