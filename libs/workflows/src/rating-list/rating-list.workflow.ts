import { defineWorkflow } from '#libs/kernel';
import { RATING_LIST_ID } from './rating-list.commands.js';
import { listDecisions } from './rating-list.decisions.js';
import type { RatingListFacts } from './rating-list.events.js';
import { ratingListFacts } from './rating-list.facts.js';
import { RATING_LIST_STATES, ratingListStart, type RatingListState } from './rating-list.state.js';

/** What a deciding body decides on in a year: here the cap on the best is judged (3E). */
export const ratingList = defineWorkflow<RatingListState, RatingListFacts>()({
  name: 'rating-list',
  version: 1,
  stream: 'ratinglist',
  idPattern: RATING_LIST_ID,
  start: ratingListStart,
  states: RATING_LIST_STATES,
  facts: ratingListFacts,
  commands: () => ({ ...listDecisions }),
});
