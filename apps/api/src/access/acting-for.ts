import { reason } from '#libs/kernel';
import { Problem } from '../http/problem.js';
import type { Viewer } from './viewer.js';

/** Header of a request made for somebody else; see docs/concepts/delegation.md. */
export const ON_BEHALF_OF = 'x-on-behalf-of';

const PERSON = '[a-z0-9](?:[a-z0-9.]{0,62}[a-z0-9])?';
/** The person acted for, then those through whose hands the right came. */
const CHAIN = new RegExp(`^${PERSON}(?:,${PERSON}){0,3}$`);

/**
 * The viewer as an actor for whom the header names: `X-On-Behalf-Of: m.lan` or, where the right was
 * passed on, `m.lan,m.tam`. Throws INVALID_INPUT for anything else; whether the right exists is for
 * the engine to say.
 */
export function actingFor(viewer: Viewer, header: string | readonly string[] | undefined): Viewer {
  if (header === undefined || header === '') return viewer;
  const text = String(header).replaceAll(' ', '');
  if (!CHAIN.test(text))
    throw new Problem('INVALID_INPUT', {
      reasons: [reason('FIELD_INVALID', { constraint: 'matches' }, 'X-On-Behalf-Of')],
    });
  const [onBehalfOf, ...via] = text.split(',');
  return { ...viewer, actor: { ...viewer.actor, onBehalfOf, ...(via.length > 0 && { via }) } };
}
