import { IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { ViewRequest } from '../views/view.requests.js';

/** `me`, or the person acted for and those who passed the right on. */
const SIDE = /^[a-z0-9.]{1,64}(?:,[a-z0-9.]{1,64}){0,3}$/;
const NAME = /^[a-zA-Z][a-zA-Z-]{0,39}$/;

export class InboxRequest extends ViewRequest {
  /** `me`: only in one's own right; a person (and via whom): only on their behalf. */
  @IsOptional() @Matches(SIDE) onBehalfOf?: string;
  /** A part of the member's or the unit's name; diacritics do not matter. */
  @IsOptional() @IsString() @Length(0, 100) q?: string;
  /** `all`: also what units below have time for themselves. */
  @IsOptional() @IsIn(['late', 'all']) below?: 'late' | 'all';
  /** The `next` of the page before. */
  @IsOptional() @Matches(/^[A-Za-z0-9_-]{1,512}$/) page?: string;
  @IsOptional() @Matches(/^(?:[1-9]\d?|100)$/) size?: string;
}

export class WhyRequest extends ViewRequest {
  @Matches(NAME) workflow: string;
  @Length(1, 200) id: string;
  @Matches(NAME) command: string;
  @IsOptional() @Matches(SIDE) onBehalfOf?: string;
}
