import 'reflect-metadata';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsISO8601,
  IsString,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';
import type { SteeringRole } from './steering-committee.events.js';
import { STEERING_ROLES } from './steering-committee.events.js';

/** `{unitId}-{2006_2010}`. */
export const STEERING_ID = /^[a-z0-9](?:[a-z0-9.-]{0,62}[a-z0-9])?-(?:19|20)\d\d_(?:19|20)\d\d$/;
const MEMBER_ID = /^[a-z0-9](?:[a-z0-9.]{0,62}[a-z0-9])?$/;
const DATE = { strict: true, strictSeparator: true } as const;

class Decided {
  @IsISO8601(DATE) @Length(10, 10) on: string;
  @IsString() @Length(1, 60) decisionNo: string;
}

export class SteeringMemberInput {
  @Matches(MEMBER_ID) memberId: string;
  @IsIn(STEERING_ROLES) role: SteeringRole;
}

export class FormCommittee extends Decided {
  @IsArray()
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => SteeringMemberInput)
  members: SteeringMemberInput[];
}

export class AddSteeringMember extends Decided {
  @Matches(MEMBER_ID) memberId: string;
  @IsIn(STEERING_ROLES) role: SteeringRole;
}

export class EndSteeringMember extends Decided {
  @Matches(MEMBER_ID) memberId: string;
}

export class DissolveCommittee extends Decided {}
