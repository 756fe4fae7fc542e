import { Matches } from 'class-validator';
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
