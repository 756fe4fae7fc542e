import { request, withQuery } from './request.js';

const TRIES = 2;

/**
 * Waits until every view shows what was written at this position (the server waits up to two
 * seconds a time), or until it is clear that the views are behind: then they are shown as they are.
 */
export async function viewsShow(position: string | number): Promise<void> {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    try {
      await request(withQuery('/auth/me', { after: position }));
      return;
    } catch {
      // Behind, or no network: the command is done either way.
    }
  }
}
