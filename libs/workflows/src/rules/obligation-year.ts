import { addDays } from '#libs/kernel';
import type { RulePack } from './rule-pack.js';

const yearOf = (date: string): number => Number(date.slice(0, 4));

/** First year for which somebody who joins on this date owes a registration. */
export const firstYearOwed = (pack: RulePack, on: string): number =>
  yearOf(addDays(on, pack.registration.newcomerDays)) > yearOf(on) ? yearOf(on) + 1 : yearOf(on);

/** First year a change on this date affects: this year until the window ends, else the next. */
export const firstYearAffected = (pack: RulePack, on: string): number =>
  on.slice(5, 10) <= pack.registration.window.to ? yearOf(on) : yearOf(on) + 1;
