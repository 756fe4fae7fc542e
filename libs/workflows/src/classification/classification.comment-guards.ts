import { guard, precondition, reason } from '#libs/kernel';
import type { CriticismSessionView } from '../criticism-session/criticism-session.events.js';
import type { ClassificationState } from './classification.state.js';

/** Comments come from those who sat in the criticism session; to others it is not offered. */
export const satInSession = precondition<{
  needs: { session: CriticismSessionView | undefined };
  actor: { id: string };
}>('NOT_PARTICIPANT', ({ needs: { session }, actor }) =>
  session?.attendance?.entries.some(
    ({ memberId, presence }) => memberId === actor.id && presence === 'present',
  )
    ? []
    : [reason('NOT_PARTICIPANT')],
);

export const commentsOnce = guard<{ state: Readonly<ClassificationState>; input: { id: string } }>(
  'COMMENT_TWICE',
  ({ state, input }) =>
    state.commentIds.includes(input.id) ? [reason('COMMENT_TWICE', { id: input.id }, 'id')] : [],
);
