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
} from 'class-validator';
import type { Cadence, Level, Office } from './organisation.events.js';
import { CADENCES, LEVELS, OFFICES } from './organisation.events.js';

/** Ids of units: lower case, digits, dots and dashes. */
export const UNIT_ID = /^[a-z0-9](?:[a-z0-9.-]{0,62}[a-z0-9])?$/;
const DATE = { strict: true, strictSeparator: true } as const;

class Decided {
  /** ISO date on which it takes effect. */
  @IsISO8601(DATE) @Length(10, 10) on: string;
  /** Number of the decision it rests on, such as `12-QĐ/TU`. */
  @IsString() @Length(1, 60) decisionNo: string;
}

export class FoundUnit extends Decided {
  @IsString() @Length(1, 200) name: string;
  @IsIn(LEVELS) level: Level;
  @IsOptional() @Matches(UNIT_ID) parentId?: string;
}

export class RenameUnit extends Decided {
  @IsString() @Length(1, 200) name: string;
}

export class ReparentUnit extends Decided {
  /** Only if the unit is still under this one: for moves that follow from something else. */
  @IsOptional() @Matches(UNIT_ID) fromParentId?: string;
  @Matches(UNIT_ID) toParentId: string;
}

/** Merges the unit into its heir. */
export class MergeUnit extends Decided {
  @Matches(UNIT_ID) heirId: string;
}

export class SplitUnit extends Decided {
  /** The units that come out of it; founded beforehand. */
  @IsArray() @ArrayMinSize(2) @ArrayMaxSize(50) @Matches(UNIT_ID, { each: true }) into: string[];
  /** Which of them inherits what is still open. */
  @Matches(UNIT_ID) heirId: string;
}

export class DissolveUnit extends Decided {
  @Matches(UNIT_ID) heirId: string;
}

export class AppointOfficer extends Decided {
  @Matches(/^[a-z0-9](?:[a-z0-9.]{0,62}[a-z0-9])?$/) memberId: string;
  @IsIn(OFFICES) office: Office;
}

export class EndOfficer extends AppointOfficer {}

export class ChooseCadence {
  @IsIn(CADENCES) cadence: Cadence;
  /** First year in which it is followed; earlier years stay as they were. */
  @IsInt() @Min(2006) @Max(2099) fromYear: number;
}
