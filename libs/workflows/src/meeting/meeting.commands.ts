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
import { ITEM_KEY, OnDayInput, SUBJECT_ID } from '../blocks/index.js';
import {
  AGENDA_KINDS,
  type AgendaKind,
  CANCEL_REASONS,
  type CancelReason,
  MEETING_KINDS,
  type MeetingKind,
  QUALITY_LEVELS,
  type QualityLevel,
} from './meeting.events.js';

export {
  ConcludeAgendaItem,
  NoteMerit,
  OpenResolution,
  RecordDiscussion,
  RecordMeetingAttendance,
  ReviewRegisteredContent,
} from './meeting-room.commands.js';

/** `{unitId}-{yyyymmdd}`; a second and third one that day end in b and c. */
export const MEETING_ID =
  /^[a-z0-9][a-z0-9.-]{0,50}(?<![.-])-(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[bc]?$/;
const DATE = { strict: true, strictSeparator: true } as const;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?Z$/;
const HOUR = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
/** A programme's id. */
const PLAN_ID = /^[a-z0-9][a-z0-9._-]{0,80}$/;

export class AgendaItemInput {
  @Matches(ITEM_KEY) key: string;
  @IsIn(AGENDA_KINDS) kind: AgendaKind;
  @IsString() @Length(1, 300) title: string;
  @IsOptional() @Matches(PLAN_ID) programmeId?: string;
}

export class ScheduleMeeting extends OnDayInput {
  @IsIn(MEETING_KINDS) kind: MeetingKind;
  @Matches(HOUR) startsAt: string;
  @IsString() @Length(1, 200) place: string;
  @IsOptional() @IsString() @Length(1, 300) theme?: string;
  /** The round of study whose attendance this meeting counts towards. */
  @IsOptional() @Matches(ITEM_KEY) studyRound?: string;
  @IsArray()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => AgendaItemInput)
  agenda: AgendaItemInput[];
}

export class MaterialInput {
  @Matches(ITEM_KEY) key: string;
  @IsString() @Length(1, 300) title: string;
  @IsOptional() @IsString() @Length(1, 60) documentNo?: string;
}

export class PublishMaterials extends OnDayInput {
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => MaterialInput)
  items: MaterialInput[];
}

export class PostponeMeeting {
  @IsISO8601(DATE) @Length(10, 10) to: string;
  @Matches(HOUR) startsAt: string;
}

export class CancelMeeting extends OnDayInput {
  @IsIn(CANCEL_REASONS) reason: CancelReason;
}

export class OpenMeeting {
  /** ISO instant in UTC. */
  @Matches(INSTANT) at: string;
  @Matches(SUBJECT_ID) chairId: string;
  /** Who takes the minutes, where it is none of the cell's officers. */
  @IsOptional() @Matches(SUBJECT_ID) recorderId?: string;
}

export class CloseMeeting {
  /** ISO instant in UTC. */
  @Matches(INSTANT) at: string;
}

export class ScoreMeeting extends OnDayInput {
  @IsInt() @Min(0) @Max(100) points: number;
  @IsIn(QUALITY_LEVELS) level: QualityLevel;
}

export class ReportMeeting extends OnDayInput {
  @Matches(SUBJECT_ID) to: string;
}
