/** A moment up to which something is looked at; a date counts to its end. */
export interface Moment {
  readonly given: string;
  /** What ISO times in UTC are compared with, cut to the length of this. */
  readonly until: string;
}

/** From `2019-12-31` or an ISO time with its zone; `undefined` if nothing is given. */
export function momentOf(given: string | undefined): Moment | undefined {
  if (given === undefined) return undefined;
  return { given, until: given.length === 10 ? given : new Date(given).toISOString() };
}

/** Whether an ISO time in UTC is not after the moment; without a moment, always. */
export const notAfter = (time: string, moment: Moment | undefined): boolean =>
  moment === undefined || time.slice(0, moment.until.length) <= moment.until;
