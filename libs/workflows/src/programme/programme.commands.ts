import 'reflect-metadata';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsISO8601,
  IsOptional,
  IsString,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';
import type { TaskStatus } from './programme.events.js';

/** `{unitId}-{year}` or `{unitId}-{from}_{to}`. */
export const PLAN_ID =
  /^[a-z0-9](?:[a-z0-9.-]{0,62}[a-z0-9])?-(?:(?:19|20)\d\d)(?:_(?:19|20)\d\d)?$/;
const UNIT = /^[a-z0-9](?:[a-z0-9.-]{0,62}[a-z0-9])?$/;
const DATE = { strict: true, strictSeparator: true } as const;
const KEY = /^[a-z0-9-]{1,40}$/;

export class TaskInput {
  @Matches(KEY) key: string;
  @IsString() @Length(1, 500) title: string;
  @IsOptional() @Matches(/^[a-z0-9.]{1,64}$/) ownerId?: string;
  @IsOptional() @IsISO8601(DATE) @Length(10, 10) deadline?: string;
  @IsOptional() @IsString() @Length(1, 300) indicator?: string;
}

export class DraftPlan {
  @IsString() @Length(1, 300) title: string;
  @IsOptional() @IsString() @Length(1, 500) theme?: string;
  /** The one point chosen to break through (khâu đột phá). */
  @IsOptional() @IsString() @Length(1, 500) breakthrough?: string;
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => TaskInput)
  tasks: TaskInput[];
  @IsOptional() @Matches(PLAN_ID) parentPlanId?: string;
}

export class ConsultPlan {
  @IsISO8601(DATE) @Length(10, 10) on: string;
  /** Who was heard. */
  @IsString() @Length(1, 300) consulted: string;
}

export class IssuePlan {
  @IsISO8601(DATE) @Length(10, 10) on: string;
  /** Number and symbol, such as `12-KH/ĐU`. */
  @IsString() @Length(1, 60) number: string;
}

export class AmendPlan extends DraftPlan {
  @IsISO8601(DATE) @Length(10, 10) on: string;
  @IsString() @Length(1, 60) number: string;
  @IsString() @Length(1, 500) reason: string;
}

export class ReportTask {
  @Matches(KEY) key: string;
  @IsIn(['done', 'on_track', 'late']) status: TaskStatus;
  @IsISO8601(DATE) @Length(10, 10) on: string;
  @IsOptional() @IsString() @Length(1, 500) note?: string;
}

export class HandOverPlan {
  @Matches(UNIT) heirId: string;
  @IsISO8601(DATE) @Length(10, 10) on: string;
}

export class ClosePlan {
  @IsISO8601(DATE) @Length(10, 10) on: string;
  /** Number of the final report. */
  @IsString() @Length(1, 60) reportNumber: string;
}
