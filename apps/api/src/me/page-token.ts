import type { InboxPlace } from '#libs/read-models';
import { reason } from '#libs/kernel';
import { Problem } from '../http/problem.js';

/** Where a page ended, as one opaque word. */
export const pageToken = ({ due, workflow, id }: InboxPlace): string =>
  Buffer.from(JSON.stringify([due, workflow, id])).toString('base64url');

/** The place that a word names; INVALID_INPUT if no page of ours gave it. */
export function placeOfToken(token: string): InboxPlace {
  try {
    const parts = JSON.parse(Buffer.from(token, 'base64url').toString()) as unknown[];
    const [due, workflow, id] = parts;
    if (
      (due === null || typeof due === 'string') &&
      typeof workflow === 'string' &&
      typeof id === 'string'
    )
      return { due, workflow, id };
  } catch {
    // Not one of ours: refused below like any other word.
  }
  throw new Problem('INVALID_INPUT', {
    reasons: [reason('FIELD_INVALID', { constraint: 'matches' }, 'page')],
  });
}
