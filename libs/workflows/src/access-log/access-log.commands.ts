import 'reflect-metadata';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, Matches, ValidateNested } from 'class-validator';
import { SUBJECT_ID } from '../blocks/index.js';
import { type Denial, DENIALS, VIEW_BASES, type ViewBasis } from './access-log.events.js';

/** The day, `yyyy-mm-dd`. */
export const ACCESS_DAY = /^(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z$/;
/** An account's own id may stand for whoever has no membership. */
const VIEWER_ID = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,80}$/;

export class ViewInput {
  @Matches(INSTANT) at: string;
  @Matches(VIEWER_ID) viewerId: string;
  @IsIn(['member', 'unit']) subjectKind: 'member' | 'unit';
  @Matches(SUBJECT_ID) subjectId: string;
  @Matches(/^[A-Za-z.]{1,60}$/) endpoint: string;
  @IsOptional() @IsIn(VIEW_BASES) basis?: ViewBasis;
  @IsOptional() @Matches(SUBJECT_ID) inspectionId?: string;
  @IsOptional() @Matches(SUBJECT_ID) warrantId?: string;
  /** Set: the record was not shown, for this reason. */
  @IsOptional() @IsIn(DENIALS) denial?: Denial;
}

export class RecordViews {
  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => ViewInput)
  views: ViewInput[];
}
