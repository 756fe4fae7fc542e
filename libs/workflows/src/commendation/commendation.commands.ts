import 'reflect-metadata';
import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { ITEM_KEY, OnDayInput, SUBJECT_ID } from '../blocks/index.js';
import { SUBJECT_KINDS, type SubjectKind } from '../classification/classification.events.js';
import * as codes from './commendation.events.js';

export const AWARD_ID = /^[a-z0-9](?:[a-z0-9.-]{0,62}[a-z0-9])?$/;
const YEAR_MIN = 1930;
const YEAR_MAX = 2099;

export class AwardPeriodInput {
  @IsInt() @Min(YEAR_MIN) @Max(YEAR_MAX) fromYear: number;
  @IsInt() @Min(YEAR_MIN) @Max(YEAR_MAX) toYear: number;
}

export class Nominate extends OnDayInput {
  @IsIn(SUBJECT_KINDS) subjectKind: SubjectKind;
  @Matches(SUBJECT_ID) subjectId: string;
  /** The unit whose subtree counts it: where the member belongs, or the unit itself. */
  @Matches(SUBJECT_ID) unitId: string;
  /** Unit that is to decide. */
  @Matches(SUBJECT_ID) decidedAt: string;
  @IsIn(codes.TRACKS) track: codes.Track;
  @IsIn(codes.FORMS) form: codes.AwardForm;
  @ValidateNested() @Type(() => AwardPeriodInput) period: AwardPeriodInput;
  @IsIn(codes.OCCASIONS) occasion: codes.Occasion;
  @IsOptional() @Matches(AWARD_ID) contestId?: string;
  /** Key of what is honoured, where an occasion can have several. */
  @IsOptional() @Matches(ITEM_KEY) achievement?: string;
  @IsOptional() @IsIn(codes.PROCEDURES) procedure?: codes.Procedure;
  @IsOptional() @IsBoolean() pendingDiscipline?: boolean;
  @IsOptional() @IsInt() @Min(1) @Max(120) badgeYears?: number;
}

export class CompleteDossier extends OnDayInput {
  @IsString() @Length(1, 20_000) reportText: string;
  /** Left out: the template of the nominee's kind. */
  @IsOptional() @IsIn(codes.TEMPLATES) template?: codes.Template;
}

export class AppraiseAward extends OnDayInput {
  @IsIn(codes.VERDICTS) verdict: codes.Verdict;
  @IsString() @Length(1, 4000) text: string;
  @IsOptional() @IsBoolean() pendingDiscipline?: boolean;
}

export class DecideAward extends OnDayInput {
  @IsString() @Length(1, 60) decisionNo: string;
}

export class RejectAward extends OnDayInput {
  @IsIn(codes.REJECTIONS) reason: codes.Rejection;
}

export class PublishAward extends OnDayInput {
  @IsIn(['notice_board', 'local_radio', 'meeting', 'website']) channel: string;
  /** Publishing personal data needs a basis in law or consent (Law 91/2025, art. 16). */
  @IsOptional() @IsString() @Length(1, 200) legalBasis?: string;
}

export class PresentAward extends OnDayInput {}

export class ProposeRevocation extends OnDayInput {
  @IsIn(codes.GROUNDS) ground: codes.Ground;
}

export class RevokeAward extends OnDayInput {
  @IsIn(codes.GROUNDS) ground: codes.Ground;
  @IsString() @Length(1, 60) decisionNo: string;
}

export class RefuseRevocation extends OnDayInput {}
