import type { Reason } from '#libs/kernel';
import { guard, reason } from '#libs/kernel';
import { LEVELS, type OrgUnitView } from './organisation.events.js';
import type { OrganisationState } from './organisation.state.js';

interface On {
  input: { on: string };
  state: Readonly<OrganisationState>;
}

const open = (unit: OrgUnitView | undefined): boolean =>
  unit !== undefined && unit.closedOn === undefined;

/** Facts about a unit cannot be dated before it existed. */
export const notBeforeFounding = guard<On>('BEFORE_FOUNDING', ({ input, state }) =>
  state.foundedOn !== undefined && input.on < state.foundedOn
    ? [reason('BEFORE_FOUNDING', { founded: state.foundedOn }, 'on')]
    : [],
);

/** The unit above must exist, be open, and stand higher in the order of levels. */
export const parentFits = guard<{
  input: { level: string; parentId?: string };
  needs: { parent: OrgUnitView | undefined };
}>(['PARENT_UNKNOWN', 'PARENT_CLOSED', 'LEVEL_ORDER'], ({ input, needs: { parent } }) => {
  if (input.parentId === undefined) return [];
  if (parent === undefined) return [reason('PARENT_UNKNOWN', undefined, 'parentId')];
  if (!open(parent)) return [reason('PARENT_CLOSED', undefined, 'parentId')];
  return levelReasons(parent.level, input.level);
});

const levelReasons = (above: string | undefined, below: string): readonly Reason[] =>
  LEVELS.indexOf(above as never) < LEVELS.indexOf(below as never)
    ? []
    : [reason('LEVEL_ORDER', { parent: String(above), child: below }, 'level')];

export const newParentFits = guard<{
  input: { toParentId: string };
  state: Readonly<OrganisationState>;
  needs: { parent: OrgUnitView | undefined };
}>(
  ['PARENT_UNKNOWN', 'PARENT_CLOSED', 'LEVEL_ORDER', 'SAME_PARENT'],
  ({ input, state, needs: { parent } }) => {
    if (input.toParentId === state.parentId)
      return [reason('SAME_PARENT', undefined, 'toParentId')];
    if (parent === undefined) return [reason('PARENT_UNKNOWN', undefined, 'toParentId')];
    if (!open(parent)) return [reason('PARENT_CLOSED', undefined, 'toParentId')];
    return levelReasons(parent.level, state.level!);
  },
);

/** Whoever inherits must be another open unit. */
export const heirFits = guard<{
  input: { heirId: string };
  state: Readonly<OrganisationState>;
  needs: { heir: OrgUnitView | undefined };
}>(['HEIR_UNKNOWN', 'HEIR_CLOSED', 'HEIR_IS_SELF'], ({ input, state, needs: { heir } }) => {
  if (input.heirId === state.unitId) return [reason('HEIR_IS_SELF', undefined, 'heirId')];
  if (heir === undefined) return [reason('HEIR_UNKNOWN', undefined, 'heirId')];
  return open(heir) ? [] : [reason('HEIR_CLOSED', undefined, 'heirId')];
});

export const heirAmongParts = guard<{ input: { heirId: string; into: string[] } }>(
  'HEIR_NOT_AMONG_PARTS',
  ({ input }) =>
    input.into.includes(input.heirId) ? [] : [reason('HEIR_NOT_AMONG_PARTS', undefined, 'heirId')],
);

interface OfficerInput {
  input: { memberId: string; office: string };
  state: Readonly<OrganisationState>;
}

const inOffice = ({ input, state }: OfficerInput): boolean =>
  state.officers.some(
    (officer) =>
      officer.memberId === input.memberId &&
      officer.office === input.office &&
      officer.to === undefined,
  );

export const notYetInOffice = guard<OfficerInput>('ALREADY_IN_OFFICE', (context) =>
  inOffice(context) ? [reason('ALREADY_IN_OFFICE', undefined, 'memberId')] : [],
);

export const holdsThatOffice = guard<OfficerInput>('NOT_IN_OFFICE', (context) =>
  inOffice(context) ? [] : [reason('NOT_IN_OFFICE', undefined, 'memberId')],
);

/** One secretary at a time. */
export const oneSecretary = guard<OfficerInput>('SECRETARY_EXISTS', ({ input, state }) =>
  input.office === 'secretary' &&
  state.officers.some(
    (officer) =>
      officer.office === 'secretary' &&
      officer.to === undefined &&
      officer.memberId !== input.memberId,
  )
    ? [reason('SECRETARY_EXISTS', undefined, 'office')]
    : [],
);

export const officerIsMember = guard<{ needs: { member: { active: boolean } | undefined } }>(
  'NOT_ACTIVE_MEMBER',
  ({ needs }) => (needs.member?.active ? [] : [reason('NOT_ACTIVE_MEMBER', undefined, 'memberId')]),
);

/** A re-parenting that follows from a unit's end must not overtake what somebody did meanwhile. */
export const stillUnderThatUnit = guard<{
  input: { fromParentId?: string };
  state: Readonly<OrganisationState>;
}>('NOT_UNDER_THAT_UNIT', ({ input, state }) =>
  input.fromParentId === undefined || input.fromParentId === state.parentId
    ? []
    : [reason('NOT_UNDER_THAT_UNIT', undefined, 'fromParentId')],
);
