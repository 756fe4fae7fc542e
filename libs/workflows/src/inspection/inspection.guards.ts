import { addDays, type Actor, dayOf, everybodyIn, guard, precondition, reason } from '#libs/kernel';
import type { RulePack } from '../rules/index.js';
import type * as inputs from './inspection.commands.js';
import { type InspectionState, subjectsIn } from './inspection.state.js';

interface Of {
  state: Readonly<InspectionState>;
}
interface At<Input> extends Of {
  input: Input;
}

/** Each member of the team acts in person. */
export const inTeam = precondition<Of & { actor: Actor }>('NOT_IN_TEAM', ({ state, actor }) =>
  state.team.some(({ memberId }) => memberId === actor.id) ? [] : [reason('NOT_IN_TEAM')],
);

/** Nobody has a say, of whatever office, in an inspection of themselves. */
export const notOwnInspection = precondition<Of & { actor: Actor }>(
  'IS_SUBJECT',
  ({ state, actor }) =>
    everybodyIn(actor).some((who) => state.scope?.memberIds.includes(who))
      ? [reason('IS_SUBJECT', { field: 'memberId' })]
      : [],
);

/** The team acts within the days of its warrant. */
export const underWarrant = precondition<Of & { occurredAt: string }>(
  ['WARRANT_NOT_STARTED', 'WARRANT_EXPIRED'],
  ({ state: { validFrom, expires }, occurredAt }) => {
    const day = dayOf(occurredAt);
    return [
      ...(day < validFrom! ? [reason('WARRANT_NOT_STARTED', { from: validFrom! })] : []),
      ...(day > expires! ? [reason('WARRANT_EXPIRED', { expires: expires! })] : []),
    ];
  },
);

export const warrantDatesInOrder = guard<
  At<inputs.DecideInspection> & { needs: { rules: RulePack } }
>(['DATE_ORDER', 'WARRANT_TOO_LONG'], ({ input: { scope, from, expires }, needs }) => {
  const days = needs.rules.inspection.warrantDaysMax;
  return [
    ...(scope.from <= scope.until ? [] : [reason('DATE_ORDER', undefined, 'scope.until')]),
    ...(from <= expires ? [] : [reason('DATE_ORDER', undefined, 'expires')]),
    ...(expires < addDays(from, days) ? [] : [reason('WARRANT_TOO_LONG', { days }, 'expires')]),
  ];
});

export const extendedWithinLimits = guard<
  At<inputs.ExtendWarrant> & { needs: { rules: RulePack } }
>(['EXTENSION_NOT_LATER', 'WARRANT_TOO_LONG'], ({ state, input: { expires }, needs }) => {
  const days = needs.rules.inspection.warrantDaysMax;
  return [
    ...(expires > state.expires!
      ? []
      : [reason('EXTENSION_NOT_LATER', { due: state.expires! }, 'expires')]),
    ...(expires < addDays(state.validFrom!, days)
      ? []
      : [reason('WARRANT_TOO_LONG', { days }, 'expires')]),
  ];
});

export const findingIsNew = guard<At<inputs.RaiseFinding>>(
  ['ENTRY_TWICE', 'EVIDENCE_MISSING'],
  ({ state, input: { id, eventIds } }) => [
    ...(state.findings.some((finding) => finding.id === id)
      ? [reason('ENTRY_TWICE', { id }, 'id')]
      : []),
    ...(eventIds.length === 0 ? [reason('EVIDENCE_MISSING', undefined, 'eventIds')] : []),
  ],
);

export const isSubject = guard<At<{ subjectKind: 'member' | 'unit'; subjectId: string }>>(
  'NOT_IN_SCOPE',
  ({ state, input: { subjectKind, subjectId } }) =>
    subjectsIn(state.scope!).includes(`${subjectKind}:${subjectId}`)
      ? []
      : [reason('NOT_IN_SCOPE', { id: subjectId }, 'subjectId')],
);

/** A member speaks for themselves. */
export const speaksForSelf = guard<At<inputs.HearSubject>>(
  'HEARD_FOR_ANOTHER',
  ({ input: { subjectKind, subjectId, heardId } }) =>
    subjectKind === 'member' && heardId !== subjectId
      ? [reason('HEARD_FOR_ANOTHER', undefined, 'heardId')]
      : [],
);

/** Every subject is heard, and again after whatever is found against them later. */
export const everySubjectHeard = precondition<Of>('SUBJECT_NOT_HEARD', ({ state }) => {
  const found = state.findings
    .filter(({ retracted }) => !retracted)
    .map(({ subjectKind, subjectId }) => `${subjectKind}:${subjectId}`);
  const owed = [...new Set([...subjectsIn(state.scope!), ...found])];
  return owed
    .filter((key) => !state.heard.includes(key))
    .map((key) => reason('SUBJECT_NOT_HEARD', { id: key.slice(key.indexOf(':') + 1) }));
});

export const followUpsDone = precondition<Of>('FOLLOW_UPS_OPEN', ({ state }) => {
  const open = state.followUps.filter(({ status }) => status !== 'done').length;
  return open === 0 ? [] : [reason('FOLLOW_UPS_OPEN', { open })];
});
