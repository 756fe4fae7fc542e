import { type Actor, everybodyIn, guard, reason, type Reason } from '#libs/kernel';
import type { MembershipView } from '../membership/membership.events.js';
import type * as inputs from './inspection.commands.js';
import type { SubjectKind } from './inspection.events.js';
import { lineOf, type Subjects } from './inspection.needs.js';
import type { InspectionState } from './inspection.state.js';

interface At<Input> {
  state: Readonly<InspectionState>;
  input: Input;
  needs: Subjects;
}
interface Named {
  unitIds: readonly string[];
  memberIds: readonly string[];
}

/** Subjects exist and stand below the unit that inspects: a warrant opens their records. */
const belowInspector = (
  { unitIds, memberIds }: Named,
  inspector: string,
  needs: Subjects,
  prefix: string,
): Reason[] => {
  if (unitIds.length + memberIds.length === 0)
    return [reason('SCOPE_EMPTY', undefined, `${prefix}unitIds`)];
  const check = (id: string, path: string, line: readonly string[]): Reason[] => {
    if (line.length === 0) return [reason('SUBJECT_UNKNOWN', { id }, path)];
    return line.includes(inspector) ? [] : [reason('SUBJECT_OUTSIDE', { id }, path)];
  };
  return [
    ...unitIds.flatMap((id, index) => {
      const path = `${prefix}unitIds[${index}]`;
      if (id === inspector) return [reason('SUBJECT_OUTSIDE', { id }, path)];
      return check(id, path, lineOf(id, needs));
    }),
    ...memberIds.flatMap((id, index) =>
      check(id, `${prefix}memberIds[${index}]`, lineOf(needs.members.get(id)?.unitId, needs)),
    ),
  ];
};

const SCOPE_CODES = ['SCOPE_EMPTY', 'SUBJECT_UNKNOWN', 'SUBJECT_OUTSIDE'] as const;

export const planIsBelow = guard<At<inputs.PlanInspection>>(
  SCOPE_CODES,
  ({ state, input, needs }) => belowInspector(input, state.unitId ?? input.unitId, needs, ''),
);
export const scopeIsBelow = guard<At<inputs.DecideInspection>>(
  SCOPE_CODES,
  ({ state, input, needs }) => belowInspector(input.scope, state.unitId!, needs, 'scope.'),
);

export const teamIsComplete = guard<
  At<inputs.DecideInspection> & { needs: { teamMembers: ReadonlyMap<string, MembershipView> } }
>(['TEAM_LEAD_MISSING', 'TEAM_TWICE', 'TEAM_MEMBER_UNKNOWN'], ({ input: { team }, needs }) => {
  const ids = team.map(({ memberId }) => memberId);
  const leads = team.filter(({ role }) => role === 'lead').length;
  return [
    ...(leads === 1 ? [] : [reason('TEAM_LEAD_MISSING', undefined, 'team')]),
    ...ids.flatMap((id, index) => {
      const path = `team[${index}].memberId`;
      if (ids.indexOf(id) !== index) return [reason('TEAM_TWICE', undefined, path)];
      const isMember = needs.teamMembers.get(id)?.active === true;
      return isMember ? [] : [reason('TEAM_MEMBER_UNKNOWN', undefined, path)];
    }),
  ];
});

/** Nobody inspects themselves, the unit they belong to, or one they hold an office in. */
export const teamHasNoInterest = guard<
  At<inputs.DecideInspection> & { needs: { teamMembers: ReadonlyMap<string, MembershipView> } }
>(['TEAM_IS_SUBJECT', 'TEAM_IN_UNIT'], ({ input: { team, scope, on }, needs }) =>
  team.flatMap(({ memberId }, index) => {
    const path = `team[${index}].memberId`;
    if (scope.memberIds.includes(memberId)) return [reason('TEAM_IS_SUBJECT', undefined, path)];
    const units = scope.unitIds.filter(
      (unitId) =>
        needs.teamMembers.get(memberId)?.unitId === unitId ||
        needs.level0
          .get(unitId)
          ?.officers.some(
            (officer) =>
              officer.memberId === memberId && (officer.to === undefined || officer.to > on),
          ),
    );
    return units.map((unitId) => reason('TEAM_IN_UNIT', { unitId }, path));
  }),
);

/** Nobody issues the warrant to inspect themselves, and so chooses who does it. */
export const ordererIsNoSubject = guard<At<inputs.DecideInspection> & { actor: Actor }>(
  'IS_SUBJECT',
  ({ input: { scope }, actor }) =>
    everybodyIn(actor).some((who) => scope.memberIds.includes(who))
      ? [reason('IS_SUBJECT', { field: 'memberId' }, 'scope.memberIds')]
      : [],
);

/** A finding concerns somebody whom the warrant covers. */
export const findingIsCovered = guard<At<{ subjectKind: SubjectKind; subjectId: string }>>(
  'NOT_IN_SCOPE',
  ({ state: { scope }, input: { subjectKind, subjectId: id }, needs }) => {
    const { unitIds, memberIds } = scope!;
    const unitId = subjectKind === 'unit' ? id : needs.members.get(id)?.unitId;
    const isCovered =
      (subjectKind === 'member' && memberIds.includes(id)) ||
      lineOf(unitId, needs).some((one) => unitIds.includes(one));
    return isCovered ? [] : [reason('NOT_IN_SCOPE', { id }, 'subjectId')];
  },
);
