import { guard, precondition, reason } from '#libs/kernel';
import { LEVELS, type OrgUnitView } from '../organisation/organisation.events.js';
import type { RulePack } from '../rules/index.js';
import type { SubjectRole } from './criticism-session.events.js';
import { itemOf, unsettledRemedies } from './criticism-session.queries.js';
import type { CriticismSessionState } from './criticism-session.state.js';

interface Here {
  readonly state: Readonly<CriticismSessionState>;
}
interface WithRules extends Here {
  readonly needs: { readonly rules: RulePack };
}
type With<Input> = Here & { readonly input: Readonly<Input> };

/** Only of an open unit; the heir of a closed one plans under its own name. */
export const unitIsOpen = precondition<
  Here & { readonly needs: { readonly unit: OrgUnitView | undefined } }
>(['UNIT_UNKNOWN', 'UNIT_CLOSED'], ({ needs: { unit } }) => {
  if (unit === undefined) return [reason('UNIT_UNKNOWN')];
  return unit.closedOn === undefined ? [] : [reason('UNIT_CLOSED')];
});

/** The collective of this very unit, its head, and nobody twice. */
export const subjectsFit = guard<With<{ subjects: { subjectId: string; role: SubjectRole }[] }>>(
  ['COLLECTIVE_MISSING', 'HEAD_MISSING', 'SUBJECT_TWICE'],
  ({ state, input: { subjects } }) => {
    const collectives = subjects.filter(({ role }) => role === 'collective');
    const heads = subjects.filter(({ role }) => role === 'head');
    const ids = subjects.map(({ subjectId }) => subjectId);
    const isOurs = collectives.length === 1 && collectives[0]!.subjectId === state.unitId;
    return [
      ...(isOurs ? [] : [reason('COLLECTIVE_MISSING', undefined, 'subjects')]),
      ...(heads.length === 1 ? [] : [reason('HEAD_MISSING', undefined, 'subjects')]),
      ...ids.flatMap((id, index) =>
        ids.indexOf(id) === index
          ? []
          : [reason('SUBJECT_TWICE', undefined, `subjects[${index}].subjectId`)],
      ),
    ];
  },
);

/** Held in its year, or early in the next. */
export const inItsYear = guard<With<{ on: string }>>('SESSION_OUTSIDE_YEAR', ({ state, input }) =>
  input.on >= `${state.year}-01-01` && input.on <= `${state.year + 1}-03-31`
    ? []
    : [reason('SESSION_OUTSIDE_YEAR', { year: state.year }, 'on')],
);

/** Only whom the plan names is heard. */
export const subjectIsHeard = guard<With<{ subjectId: string }>>(
  'SUBJECT_NOT_HEARD',
  ({ state, input }) =>
    itemOf(state, input.subjectId) === undefined
      ? [reason('SUBJECT_NOT_HEARD', undefined, 'subjectId')]
      : [],
);

/** Everybody speaks for themselves; for the collective, its head. */
export const ownWord = guard<
  With<{ subjectId: string }> & { readonly actor: { readonly id: string } }
>('NOT_OWN_WORD', ({ state, input, actor }) => {
  const item = itemOf(state, input.subjectId);
  if (item === undefined) return [];
  const speaker = item.role === 'collective' ? state.headId : item.subjectId;
  return actor.id === speaker ? [] : [reason('NOT_OWN_WORD', undefined, 'subjectId')];
});

export const areaIsKnown = guard<WithRules & With<{ area: string }>>(
  'AREA_UNKNOWN',
  ({ input: { area }, needs: { rules } }) =>
    rules.criticism.areas.includes(area) ? [] : [reason('AREA_UNKNOWN', { area }, 'area')],
);

/** Ids tell entries apart for good, over all rounds. */
export const entryIsNew = (list: 'prompts' | 'criticisms' | 'opinions') =>
  guard<With<{ id: string }>>('ENTRY_TWICE', ({ state, input: { id } }) =>
    state[list].some((entry) => entry.id === id) ? [reason('ENTRY_TWICE', { id }, 'id')] : [],
  );

/** A prompt to this subject in this round, not answered yet. */
export const promptIsOpen = guard<With<{ id: string; subjectId: string }>>(
  ['PROMPT_UNKNOWN', 'PROMPT_ANSWERED'],
  ({ state, input: { id, subjectId } }) => {
    const prompt = state.prompts.find((one) => one.id === id && one.subjectId === subjectId);
    if (prompt?.round !== state.round) return [reason('PROMPT_UNKNOWN', { id }, 'id')];
    return prompt.answered ? [reason('PROMPT_ANSWERED', { id }, 'id')] : [];
  },
);

/** The collective has a form of its own, and nothing is added to an item that is concluded. */
export const reviewFits = guard<With<{ subjectId: string; kind: string }>>(
  ['REVIEW_KIND_UNFIT', 'ITEM_CONCLUDED'],
  ({ state, input }) => {
    const item = itemOf(state, input.subjectId);
    if (item === undefined) return [];
    const fits = (item.role === 'collective') === (input.kind === '01');
    return [
      ...(fits ? [] : [reason('REVIEW_KIND_UNFIT', undefined, 'kind')]),
      ...(item.status === 'concluded' ? [reason('ITEM_CONCLUDED', undefined, 'subjectId')] : []),
    ];
  },
);

/** Nothing is left to see to: done, explained, or in the hands of another unit. */
export const everythingSettled = precondition<Here>('REMEDY_OPEN', ({ state }) =>
  unsettledRemedies(state).map(({ id, due }) => reason('REMEDY_OPEN', { id, due })),
);

/** What somebody reserved goes up before the session is reported on. */
export const opinionsForwarded = precondition<Here>('OPINION_NOT_FORWARDED', ({ state }) =>
  state.opinions
    .filter(({ forwardedTo }) => forwardedTo.length === 0)
    .map(({ id }) => reason('OPINION_NOT_FORWARDED', { id })),
);

/** Upward only: to an open unit of a higher level. */
export const goesUpward = guard<
  With<{ id: string; toUnitId: string }> & {
    readonly needs: {
      readonly unit: OrgUnitView | undefined;
      readonly target: OrgUnitView | undefined;
    };
  }
>(['ENTRY_UNKNOWN', 'OPINION_FORWARDED', 'NOT_UPWARD'], ({ state, input, needs }) => {
  const { id, toUnitId } = input;
  const opinion = state.opinions.find((one) => one.id === id);
  if (opinion === undefined) return [reason('ENTRY_UNKNOWN', { id }, 'id')];
  if (opinion.forwardedTo.includes(toUnitId))
    return [reason('OPINION_FORWARDED', undefined, 'toUnitId')];
  const rank = (unit: OrgUnitView | undefined) => LEVELS.indexOf(unit?.level as never);
  const isUpward =
    needs.target !== undefined &&
    needs.target.closedOn === undefined &&
    (toUnitId === needs.unit?.parentId || rank(needs.target) < rank(needs.unit));
  return isUpward ? [] : [reason('NOT_UPWARD', undefined, 'toUnitId')];
});
