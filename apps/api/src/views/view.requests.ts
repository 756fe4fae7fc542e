import { IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';

const YEAR = /^(?:19|20)\d\d$/;
const DATE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const MOMENT = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d))?$/;
const MAP = /^(?:then|today|\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))$/;
const PAGE = /^[1-9]\d{0,5}$/;

/** What every reading of a view may say: wait until it shows this position. */
export class ViewRequest {
  @IsOptional() @Length(1, 64) after?: string;
}

export class UnitsRequest extends ViewRequest {
  /** Only units open that day. */
  @IsOptional() @Matches(DATE) on?: string;
}

export class PeriodRequest extends ViewRequest {
  @Matches(YEAR) period: string;
  /** The tree on which figures are summed: as it was, as it is today, or of a date. */
  @IsOptional() @Matches(MAP) map?: string;
}

export class TrendRequest extends ViewRequest {
  @Matches(YEAR) from: string;
  @Matches(YEAR) to: string;
  @IsOptional() @Matches(MAP) map?: string;
}

export class BehindRequest extends ViewRequest {
  @Matches(YEAR) period: string;
  @IsIn(['numerator', 'denominator']) side: 'numerator' | 'denominator';
  /** The `next` of the page before. */
  @IsOptional() @IsString() @Length(1, 256) page?: string;
}

export class RegistrationsRequest extends ViewRequest {
  @Matches(YEAR) period: string;
  @IsOptional() @IsString() @Length(1, 40) state?: string;
  @IsOptional() @Matches(PAGE) page?: string;
  @IsOptional() @Matches(/^(?:[1-9]\d?|1\d\d|200)$/) size?: string;
}

export class MembersRequest extends ViewRequest {
  /** A part of the name; diacritics do not matter. */
  @IsOptional() @IsString() @Length(0, 100) q?: string;
  @IsOptional() @Matches(PAGE) page?: string;
}

export class HistoryRequest extends ViewRequest {
  /** Only what had happened by then; a date counts to its end. */
  @IsOptional() @Matches(MOMENT) asOf?: string;
  /** Only what was recorded by then; a date counts to its end. */
  @IsOptional() @Matches(MOMENT) known?: string;
  @IsOptional() @Matches(PAGE) page?: string;
}

export class EventsRequest extends ViewRequest {
  @IsOptional() @Matches(PAGE) page?: string;
}

export class SearchRequest extends ViewRequest {
  @IsString() @Length(0, 100) q: string;
}
