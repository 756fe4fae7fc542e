import { formOf } from './registration-form.js';
import type { Story } from './story.js';

export const RATINGS = ['excellent', 'good', 'completed', 'not_completed'] as const;
export type Rating = (typeof RATINGS)[number];

export interface Rated {
  readonly memberId: string;
  readonly rating: Rating;
  /** Points of 100, where the rules ask for them. */
  readonly score?: number;
}

/** Who carries a rating on: never those who are rated here. */
export interface Raters {
  readonly proposerId: string;
  readonly appraiserId: string;
  readonly tellers: readonly string[];
}

/** A ballot of so many voters in which all but one valid ballot agree. */
export const tallyOf = (
  voteId: string,
  rating: Rating,
  voters: number,
  tellers: readonly string[],
) => ({
  ...{ voteId, issued: voters, returned: voters, valid: voters - 1, tellers },
  votes: RATINGS.map((option) => ({ option, count: option === rating ? voters - 1 : 0 })),
});

/** A member's rating from their own word to the appraisal, given to the engine. */
export async function rate(
  story: Story,
  { memberId, rating, score }: Rated,
  { proposerId, appraiserId, tellers }: Raters,
  on: string,
  voters: number,
): Promise<void> {
  const id = `member.${memberId}-${on.slice(0, 4)}`;
  const points = score === undefined ? {} : { score };
  const step = (command: string, input: object, who: string) =>
    story.before('classification', id, command, input, who);
  await step('selfRate', { rating, ...points }, memberId);
  await step('openBallot', { voteId: 'b1', options: [...RATINGS], on }, proposerId);
  const counted = tellers.filter((teller) => teller !== memberId).slice(0, 2);
  await step('tallyBallot', { ...tallyOf('b1', rating, voters, counted), on }, proposerId);
  await step('propose', { rating, ...points }, proposerId);
  await step('appraise', { rating }, appraiserId);
}

/** A registration of the year, endorsed: nobody is rated best without it. */
export async function committed(
  story: Story,
  memberId: string,
  year: number,
  endorserId: string,
): Promise<void> {
  const { deeds, ...form } = formOf();
  const dated = deeds.map((deed) => ({ ...deed, deadline: `${year}-11-30` }));
  const id = `${memberId}-${year}`;
  await story.before('registration', id, 'submit', { ...form, deeds: dated }, memberId);
  await story.before('registration', id, 'endorse', {}, endorserId);
}
