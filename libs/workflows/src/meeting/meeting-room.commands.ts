import 'reflect-metadata';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  Length,
  Matches,
} from 'class-validator';
import { OpenVoteInput, RecordAttendanceInput } from '../blocks/block.commands.js';
import { ITEM_KEY, OnDayInput, SUBJECT_ID } from '../blocks/index.js';

export class RecordMeetingAttendance extends RecordAttendanceInput {
  /** Members of other units who take part by a temporary transfer. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @Matches(SUBJECT_ID, { each: true })
  temporary?: string[];
  /** Invited: whoever represents the level above, say. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @Matches(SUBJECT_ID, { each: true })
  guests?: string[];
}

export class RecordDiscussion {
  @Matches(ITEM_KEY) id: string;
  @Matches(ITEM_KEY) itemKey: string;
  @Matches(SUBJECT_ID) speakerId: string;
  @IsString() @Length(1, 8000) text: string;
}

export class ConcludeAgendaItem {
  @Matches(ITEM_KEY) itemKey: string;
  @IsString() @Length(1, 8000) text: string;
}

export class ReviewRegisteredContent extends OnDayInput {
  @Matches(ITEM_KEY) itemKey: string;
  /** Left out: everybody's. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(500)
  @Matches(SUBJECT_ID, { each: true })
  memberIds?: string[];
}

export class NoteMerit extends OnDayInput {
  @Matches(ITEM_KEY) id: string;
  @Matches(SUBJECT_ID) subjectId: string;
  @IsIn(['member', 'unit']) subjectKind: 'member' | 'unit';
  @IsOptional() @Matches(/^[a-z0-9-]{1,40}$/) deedKey?: string;
  @IsString() @Length(1, 2000) text: string;
}

export class OpenResolution extends OpenVoteInput {
  @Matches(ITEM_KEY) itemKey: string;
}
