import 'reflect-metadata';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsDefined,
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
import { ITEM_KEY, OnDayInput, SUBJECT_ID } from '../blocks/index.js';
import {
  FINDING_RULES,
  type FindingRule,
  INSPECTION_KINDS,
  type InspectionKind,
  REVOKE_REASONS,
  type RevokeReason,
  SUBJECT_KINDS,
  type SubjectKind,
  TEAM_ROLES,
  type TeamRole,
} from './inspection.events.js';

export const INSPECTION_ID = /^[a-z0-9](?:[a-z0-9.-]{0,62}[a-z0-9])?$/;
const DATE = { strict: true, strictSeparator: true } as const;
/** A stored event's id. */
const EVENT_ID = /^[A-Za-z0-9-]{1,64}$/;

export class PlanInspection extends OnDayInput {
  @Matches(SUBJECT_ID) unitId: string;
  @IsIn(INSPECTION_KINDS) kind: InspectionKind;
  @IsInt() @Min(2006) @Max(2100) year: number;
  @IsArray() @ArrayMaxSize(50) @Matches(SUBJECT_ID, { each: true }) unitIds: string[];
  @IsArray() @ArrayMaxSize(50) @Matches(SUBJECT_ID, { each: true }) memberIds: string[];
}

export class WarrantScopeInput {
  /** Units with everything below them. */
  @IsArray() @ArrayMaxSize(50) @Matches(SUBJECT_ID, { each: true }) unitIds: string[];
  @IsArray() @ArrayMaxSize(50) @Matches(SUBJECT_ID, { each: true }) memberIds: string[];
  /** First and last day of the period inspected. */
  @IsISO8601(DATE) @Length(10, 10) from: string;
  @IsISO8601(DATE) @Length(10, 10) until: string;
}

export class TeamMemberInput {
  @Matches(SUBJECT_ID) memberId: string;
  @IsIn(TEAM_ROLES) role: TeamRole;
}

export class DecideInspection extends OnDayInput {
  @IsString() @Length(1, 60) decisionNo: string;
  @IsDefined() @ValidateNested() @Type(() => WarrantScopeInput) scope: WarrantScopeInput;
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => TeamMemberInput)
  team: TeamMemberInput[];
  /** First and last day on which the team may act. */
  @IsISO8601(DATE) @Length(10, 10) from: string;
  @IsISO8601(DATE) @Length(10, 10) expires: string;
}

export class ExtendWarrant extends OnDayInput {
  @IsString() @Length(1, 60) decisionNo: string;
  @IsISO8601(DATE) @Length(10, 10) expires: string;
}

export class RevokeWarrant extends OnDayInput {
  @IsIn(REVOKE_REASONS) reason: RevokeReason;
}

export class AnnounceInspection extends OnDayInput {
  @IsOptional() @IsString() @Length(1, 200) place?: string;
}

class AboutSubject extends OnDayInput {
  @IsIn(SUBJECT_KINDS) subjectKind: SubjectKind;
  @Matches(SUBJECT_ID) subjectId: string;
  @IsString() @Length(1, 20_000) text: string;
}

export class FileInspectionSelfReport extends AboutSubject {}

export class RaiseFinding extends AboutSubject {
  @Matches(ITEM_KEY) id: string;
  @IsIn(FINDING_RULES) ruleId: FindingRule;
  @IsArray() @ArrayMaxSize(200) @Matches(EVENT_ID, { each: true }) eventIds: string[];
}

export class HearSubject extends AboutSubject {
  /** Who spoke; for a member nobody else than the member. */
  @Matches(SUBJECT_ID) heardId: string;
}

export class WriteInspectionText extends OnDayInput {
  @IsString() @Length(1, 20_000) text: string;
}

export class IssueConclusionNotice extends OnDayInput {
  @IsString() @Length(1, 60) noticeNo: string;
  @IsArray() @ArrayMaxSize(100) @Matches(SUBJECT_ID, { each: true }) recipients: string[];
}
