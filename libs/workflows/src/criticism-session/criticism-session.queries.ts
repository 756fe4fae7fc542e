import type { Obligation } from '#libs/kernel';
import type { CriticismSessionState, Item } from './criticism-session.state.js';

/** The item of a subject; undefined: nobody whom this session hears. */
export const itemOf = (
  { items }: Readonly<Pick<CriticismSessionState, 'items'>>,
  subjectId: string,
): Item | undefined => items.find((item) => item.subjectId === subjectId);

/** Whose the sealed words about a subject are: their own; of the collective, its head's. */
export const ownerOf = (
  state: Readonly<Pick<CriticismSessionState, 'items' | 'headId'>>,
  subjectId: string,
): string => (itemOf(state, subjectId)?.role === 'collective' ? state.headId! : subjectId);

/** Prompts to a subject in this round that nobody answered, by id. */
export const unansweredPrompts = (
  { prompts, round }: Readonly<CriticismSessionState>,
  subjectId?: string,
): string[] =>
  prompts
    .filter(
      (prompt) =>
        prompt.round === round &&
        !prompt.answered &&
        (subjectId === undefined || prompt.subjectId === subjectId),
    )
    .map(({ id }) => id);

/** Remedies to be seen to: neither done, nor explained, nor in the hands of another unit. */
export const unsettledRemedies = ({
  remedies,
  explained,
}: Readonly<CriticismSessionState>): Obligation[] =>
  remedies.filter(
    ({ id, status, heirUnitId }) =>
      status !== 'done' && heirUnitId === undefined && !explained.includes(id),
  );
