import type { Reason } from '#libs/kernel';
import { guard, reason } from '#libs/kernel';
import type { RulePack } from '../rules/index.js';
import type { ConcludeItem } from './criticism-item.commands.js';
import { itemOf, unansweredPrompts } from './criticism-session.queries.js';
import type { CriticismSessionState } from './criticism-session.state.js';

interface Concluding {
  readonly state: Readonly<CriticismSessionState>;
  readonly input: Readonly<ConcludeItem>;
  readonly needs: { readonly rules: RulePack };
}

/** No item ends before its subject was offered a reply and gave it, or gave it up. */
export const replied = guard<Concluding>(
  ['REPLY_NOT_OFFERED', 'REPLY_MISSING'],
  ({ state, input }) => {
    const item = itemOf(state, input.subjectId);
    if (item === undefined || item.reply !== undefined) return [];
    return [reason(item.offered ? 'REPLY_MISSING' : 'REPLY_NOT_OFFERED', undefined, 'subjectId')];
  },
);

/** Refused under packs that say so; under earlier ones the conclusion names what was left open. */
export const promptsAnswered = guard<Concluding>(
  'PROMPT_UNANSWERED',
  ({ state, input, needs: { rules } }) =>
    rules.criticism.promptsBlock
      ? unansweredPrompts(state, input.subjectId).map((id) =>
          reason('PROMPT_UNANSWERED', { id }, 'subjectId'),
        )
      : [],
);

/** Shortcomings by ids never given before, in areas of the pack, each with a remedy. */
export const shortcomingsFit = guard<Concluding>(
  ['SHORTCOMING_TWICE', 'AREA_UNKNOWN', 'REMEDY_MISSING'],
  ({ state, input: { shortcomings, remedies }, needs: { rules } }) => {
    const ids = shortcomings.map(({ id }) => id);
    return shortcomings.flatMap(({ id, area }, index): Reason[] => {
      const path = `shortcomings[${index}]`;
      const isNew = ids.indexOf(id) === index && !state.shortcomingIds.includes(id);
      return [
        ...(isNew ? [] : [reason('SHORTCOMING_TWICE', { id }, `${path}.id`)]),
        ...(rules.criticism.areas.includes(area)
          ? []
          : [reason('AREA_UNKNOWN', { area }, `${path}.area`)]),
        ...(remedies.some(({ shortcomingId }) => shortcomingId === id)
          ? []
          : [reason('REMEDY_MISSING', { id }, path)]),
      ];
    });
  },
);

/** Every remedy mends a shortcoming of this item, by somebody heard here, from today on. */
export const remediesFit = guard<Concluding>(
  ['SHORTCOMING_NOT_FOUND', 'OBLIGATION_TWICE', 'OWNER_UNKNOWN', 'DUE_BEFORE_START'],
  ({ state, input: { shortcomings, remedies, on } }) => {
    const ids = remedies.map(({ id }) => id);
    return remedies.flatMap(({ id, shortcomingId, ownerId, due }, index): Reason[] => {
      const path = `remedies[${index}]`;
      const isNew = ids.indexOf(id) === index && !state.remedies.some((one) => one.id === id);
      const owner = itemOf(state, ownerId);
      return [
        ...(shortcomings.some((one) => one.id === shortcomingId)
          ? []
          : [reason('SHORTCOMING_NOT_FOUND', { id: shortcomingId }, `${path}.shortcomingId`)]),
        ...(isNew ? [] : [reason('OBLIGATION_TWICE', { id }, `${path}.id`)]),
        ...(owner !== undefined && owner.role !== 'collective'
          ? []
          : [reason('OWNER_UNKNOWN', undefined, `${path}.ownerId`)]),
        ...(due >= on ? [] : [reason('DUE_BEFORE_START', undefined, `${path}.due`)]),
      ];
    });
  },
);

/** A remedy added later mends a shortcoming that is on record. */
export const mendsSomething = guard<{
  readonly state: Readonly<CriticismSessionState>;
  readonly input: { readonly basis?: string };
}>('SHORTCOMING_NOT_FOUND', ({ state, input: { basis } }) =>
  basis !== undefined && state.shortcomingIds.includes(basis)
    ? []
    : [reason('SHORTCOMING_NOT_FOUND', { id: basis ?? '' }, 'basis')],
);
