import 'reflect-metadata';
import { IsIn, IsString, Length, Matches } from 'class-validator';
import { OnDayInput, SUBJECT_ID } from '../blocks/index.js';

/** `member.{memberId}` or `unit.{unitId}`. */
export const RECORD_ID =
  /^(?:member\.[a-z0-9](?:[a-z0-9.]{0,62}[a-z0-9])?|unit\.[a-z0-9](?:[a-z0-9.-]{0,62}[a-z0-9])?)$/;

export class RecordMerit extends OnDayInput {
  /** The event that noted it: `{stream}@{revision}`. */
  @IsString() @Length(1, 160) eventId: string;
  @IsIn(['meeting', 'review']) source: 'meeting' | 'review';
}

export class ClaimAchievement {
  @Matches(SUBJECT_ID) awardId: string;
  @IsString() @Length(1, 200) claim: string;
}

export class ReleaseAchievement {
  @Matches(SUBJECT_ID) awardId: string;
}
