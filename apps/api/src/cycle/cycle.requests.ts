import { IsIn, IsOptional, Matches } from 'class-validator';
import { ViewRequest } from '../views/view.requests.js';

const YEAR = /^(?:19|20)\d\d$/;

/** One calendar year. */
export class YearRequest extends ViewRequest {
  @Matches(YEAR) year: string;
}

/** Several years, both included. */
export class YearsRequest extends ViewRequest {
  @Matches(YEAR) from: string;
  @Matches(YEAR) to: string;
}

/** Findings of a year; of one rule, or only those not mended. */
export class FindingsRequest extends YearRequest {
  @IsOptional() @Matches(/^[A-Z_]{3,40}$/) rule?: string;
  @IsOptional() @IsIn(['true', 'false']) open?: string;
}
