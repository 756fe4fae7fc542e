import type { Intent } from '#libs/kernel';
import { defineReactor } from '#libs/kernel';
import type { MembershipFacts } from '../membership/membership.events.js';
import type { OrganisationFacts } from '../organisation/organisation.events.js';

/** Who hangs under which unit: open child units, and members. */
interface Belonging {
  children: Record<string, string[]>;
  members: Record<string, string[]>;
}

const add = (index: Record<string, string[]>, key: string | null, value: string): void => {
  if (key !== null) (index[key] ??= []).push(value);
};

const remove = (index: Record<string, string[]>, key: string | null, value: string): void => {
  if (key !== null && index[key] !== undefined)
    index[key] = index[key].filter((other) => other !== value);
};

interface Closing {
  data: { unitId: string; heirId: string; parentId: string | null; on: string; decisionNo: string };
}

/** Child units go under the heir, members into it; both by the decision that closed the unit. */
const inherit = ({ data }: Closing, state: Belonging): readonly Intent[] => {
  const { unitId, heirId, parentId, on, decisionNo } = data;
  const units = (state.children[unitId] ?? []).map((id): Intent => ({
    workflow: 'organisation',
    id,
    command: 'reparent',
    input: { fromParentId: unitId, toParentId: heirId, on, decisionNo },
  }));
  const people = (state.members[unitId] ?? []).map((id): Intent => ({
    workflow: 'membership',
    id,
    command: 'move',
    input: { fromUnitId: unitId, toUnitId: heirId, on },
  }));
  remove(state.children, parentId, unitId);
  return [...units, ...people];
};

const none: readonly Intent[] = [];

/** Nothing of a closed unit is left without a heir (domain brief, 3H). */
export const heirOfClosedUnit = defineReactor<OrganisationFacts & MembershipFacts, Belonging>()({
  name: 'heir-of-closed-unit',
  start: () => ({ children: {}, members: {} }),
  whenRefused: 'park',
  // Somebody has moved, closed or ended it meanwhile.
  moot: ['NOT_IN_THAT_UNIT', 'NOT_UNDER_THAT_UNIT', 'SAME_UNIT', 'SAME_PARENT', 'WRONG_STATE'],
  on: {
    OrgFounded: ({ data }, state) => {
      add(state.children, data.parentId, data.unitId);
      return none;
    },
    OrgReparented: ({ data }, state) => {
      remove(state.children, data.fromParentId, data.unitId);
      add(state.children, data.toParentId, data.unitId);
      return none;
    },
    MemberAdmittedToUnit: ({ data }, state) => {
      add(state.members, data.unitId, data.memberId);
      return none;
    },
    MemberMoved: ({ data }, state) => {
      remove(state.members, data.fromUnitId, data.memberId);
      add(state.members, data.toUnitId, data.memberId);
      return none;
    },
    // Whoever has left can no longer be moved.
    MembershipEnded: ({ data }, state) => {
      remove(state.members, data.unitId, data.memberId);
      return none;
    },
    OrgMerged: inherit,
    OrgSplit: inherit,
    OrgDissolved: inherit,
  },
});
