import type { Counted, MembershipView, MemberStatus, Person } from './membership.events.js';

export const MEMBERSHIP_STATES = {
  none: { start: true },
  active: {},
  ended: { final: true },
} as const;
export type MembershipStateName = keyof typeof MEMBERSHIP_STATES;

export interface MembershipState extends MembershipView {
  memberId: string;
  unitId: string | undefined;
  status: MemberStatus | undefined;
  active: boolean;
  exempt: boolean;
  admittedOn: string | undefined;
  /** Absent once the person's data are erased. */
  person: Person | undefined;
  counted: Counted[];
  leaderSpans: { from: number; until?: number | undefined }[];
  offices: { unitId: string; office: string; leading: boolean }[];
}

/** The member before admission. */
export const membershipStart = (memberId: string): MembershipState => ({
  memberId,
  unitId: undefined,
  status: undefined,
  active: false,
  exempt: false,
  admittedOn: undefined,
  person: undefined,
  counted: [],
  leaderSpans: [],
  offices: [],
});

/** From this year on the member counts there; later spans are overtaken. */
export const countFrom = (state: MembershipState, from: number, unitId: string | null): void => {
  state.counted = [...state.counted.filter((span) => span.from < from), { from, unitId }];
};

/** The unit in which the member counts at the end of everything known so far. */
export const lastCounted = (state: Pick<MembershipState, 'counted'>): string | undefined =>
  state.counted.at(-1)?.unitId ?? undefined;

export const isLeader = (state: Pick<MembershipState, 'leaderSpans'>): boolean =>
  state.leaderSpans.some((span) => span.until === undefined);
