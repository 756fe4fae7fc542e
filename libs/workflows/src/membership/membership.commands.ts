import { IsBoolean, IsIn, IsISO8601, IsOptional, IsString, Length, Matches } from 'class-validator';
import type { MemberStatus } from './membership.events.js';
import { MEMBER_STATUSES } from './membership.events.js';

/** Ids of members: pseudonymous, lower case letters, digits and dots; never a name. */
export const MEMBER_ID = /^[a-z0-9](?:[a-z0-9.]{0,62}[a-z0-9])?$/;
const UNIT_ID = /^[a-z0-9](?:[a-z0-9.-]{0,62}[a-z0-9])?$/;
const DATE = { strict: true, strictSeparator: true } as const;

class Dated {
  /** ISO date on which it takes effect. */
  @IsISO8601(DATE) @Length(10, 10) on: string;
}

class PersonInput extends Dated {
  @IsString() @Length(1, 120) fullName: string;
  @IsOptional() @IsISO8601(DATE) @Length(10, 10) birthDate?: string;
  @IsOptional() @IsISO8601(DATE) @Length(10, 10) joinedOn?: string;
}

export class AdmitMember extends PersonInput {
  @Matches(UNIT_ID) unitId: string;
  @IsIn(MEMBER_STATUSES) status: MemberStatus;
}

export class CorrectPerson extends PersonInput {
  @IsString() @Length(1, 200) reason: string;
}

export class ChangeStatus extends Dated {
  @IsIn(MEMBER_STATUSES) status: MemberStatus;
}

export class GrantExemption extends Dated {}

export class EndExemption extends Dated {}

export class MoveMember extends Dated {
  /** Only if the member is still there: for moves that follow from something else. */
  @IsOptional() @Matches(UNIT_ID) fromUnitId?: string;
  @Matches(UNIT_ID) toUnitId: string;
}

export class EndMembership extends Dated {
  /** A code, not a text: `left`, `deceased`, `expelled`, `removed`. */
  @IsIn(['left', 'deceased', 'expelled', 'removed']) reason: string;
}

/** Written by the engine when a unit appoints somebody. */
export class RecordOffice extends Dated {
  @Matches(UNIT_ID) unitId: string;
  @IsString() @Length(1, 40) office: string;
}

/** Written by the engine when a post ends. */
export class LapseOffice extends RecordOffice {
  @IsOptional() @IsBoolean() unitClosed?: boolean;
}
