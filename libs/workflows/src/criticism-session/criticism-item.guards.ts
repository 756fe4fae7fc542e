import { guard, reason } from '#libs/kernel';
import type { RulePack } from '../rules/index.js';
import { SUBJECT_ROLES } from './criticism-session.events.js';
import { itemOf } from './criticism-session.queries.js';
import type { CriticismSessionState, Item } from './criticism-session.state.js';

interface OfSubject {
  readonly state: Readonly<CriticismSessionState>;
  readonly input: { readonly subjectId: string };
}

const rank = ({ role }: Pick<Item, 'role'>): number => SUBJECT_ROLES.indexOf(role);
const isSettled = ({ status }: Item): boolean => status === 'concluded' || status === 'deferred';

/** Collective first, then the head, then deputies, then members; one item at a time. */
export const inOrder = guard<OfSubject>(
  ['ITEM_ORDER', 'ITEM_NOT_WAITING', 'OTHER_ITEM_OPEN'],
  ({ state, input }) => {
    const item = itemOf(state, input.subjectId);
    if (item === undefined) return [];
    if (item.status !== 'waiting') return [reason('ITEM_NOT_WAITING', undefined, 'subjectId')];
    const before = state.items.find((other) => rank(other) < rank(item) && !isSettled(other));
    if (before !== undefined) {
      const { subjectId, role } = before;
      return [reason('ITEM_ORDER', { before: subjectId, role }, 'subjectId')];
    }
    const open = state.items.find(({ status }) => status === 'open');
    return open === undefined
      ? []
      : [reason('OTHER_ITEM_OPEN', { subject: open.subjectId }, 'subjectId')];
  },
);

/** Where the pack asks for it, nobody is heard before having looked at themselves in writing. */
export const selfReviewed = guard<OfSubject & { readonly needs: { readonly rules: RulePack } }>(
  'SELF_REVIEW_MISSING',
  ({ state, input: { subjectId }, needs: { rules } }) =>
    rules.criticism.selfReviewFirst &&
    itemOf(state, subjectId) !== undefined &&
    state.reviews[subjectId] === undefined
      ? [reason('SELF_REVIEW_MISSING', undefined, 'subjectId')]
      : [],
);

/** An individual's item that has not begun; the collective is always heard. */
export const deferrable = guard<OfSubject>(
  ['ITEM_NOT_WAITING', 'COLLECTIVE_NOT_DEFERRED'],
  ({ state, input }) => {
    const item = itemOf(state, input.subjectId);
    if (item === undefined) return [];
    if (item.role === 'collective')
      return [reason('COLLECTIVE_NOT_DEFERRED', undefined, 'subjectId')];
    return item.status === 'waiting' ? [] : [reason('ITEM_NOT_WAITING', undefined, 'subjectId')];
  },
);

export const itemIsOpen = guard<OfSubject>('ITEM_NOT_OPEN', ({ state, input }) => {
  const item = itemOf(state, input.subjectId);
  return item === undefined || item.status === 'open'
    ? []
    : [reason('ITEM_NOT_OPEN', undefined, 'subjectId')];
});

/** Whoever is there, or was sent by the level above. */
const isHere = (state: Readonly<CriticismSessionState>, person: string): boolean =>
  state.representatives.includes(person) ||
  Boolean(
    state.attendance?.entries.some(
      ({ memberId, presence }) => memberId === person && presence === 'present',
    ),
  );

/** One criticises others, and is there to be answered. */
export const speakerFits = guard<OfSubject & { readonly input: { readonly speakerId: string } }>(
  ['SPEAKER_NOT_PRESENT', 'SPEAKER_IS_SUBJECT'],
  ({ state, input: { speakerId, subjectId } }) => {
    if (speakerId === subjectId) return [reason('SPEAKER_IS_SUBJECT', undefined, 'speakerId')];
    return isHere(state, speakerId) ? [] : [reason('SPEAKER_NOT_PRESENT', undefined, 'speakerId')];
  },
);

export const authorIsHere = guard<{
  readonly state: Readonly<CriticismSessionState>;
  readonly input: { readonly authorId: string };
}>('SPEAKER_NOT_PRESENT', ({ state, input: { authorId } }) =>
  isHere(state, authorId) ? [] : [reason('SPEAKER_NOT_PRESENT', undefined, 'authorId')],
);

export const notYetOffered = guard<OfSubject>('REPLY_OFFERED', ({ state, input }) =>
  itemOf(state, input.subjectId)?.offered ? [reason('REPLY_OFFERED', undefined, 'subjectId')] : [],
);

/** The right of reply is used after it was offered. */
export const replyOffered = guard<OfSubject>('REPLY_NOT_OFFERED', ({ state, input }) =>
  itemOf(state, input.subjectId)?.offered === false
    ? [reason('REPLY_NOT_OFFERED', undefined, 'subjectId')]
    : [],
);

/** Only the subject gives up the right of reply; the recorder writes it down as their word. */
export const waivedByWord = guard<
  OfSubject & {
    readonly input: { readonly onTheirWord?: true };
    readonly actor: { readonly id: string };
  }
>(['NOT_OWN_WORD', 'REPLY_GIVEN'], ({ state, input, actor }) => {
  const item = itemOf(state, input.subjectId);
  if (item === undefined) return [];
  const subject = item.role === 'collective' ? state.headId : item.subjectId;
  const isTheirs = input.onTheirWord ? actor.id === state.recorderId : actor.id === subject;
  return [
    ...(isTheirs ? [] : [reason('NOT_OWN_WORD', undefined, 'subjectId')]),
    ...(item.reply === undefined ? [] : [reason('REPLY_GIVEN', undefined, 'subjectId')]),
  ];
});
