import type { ObligationFacts } from '#libs/kernel';

/*
 * The stored format of `steering-{unitId}-{2006_2010}` streams: who steers a campaign during a
 * term, since when, and what each of them owes. On disk for ever: add fields as optional, raise
 * `schemaVersion` with an upcaster for anything else. Texts of tasks are sealed, of their owner.
 */

export const STEERING_ROLES = ['head', 'deputy', 'standing', 'member'] as const;
export type SteeringRole = (typeof STEERING_ROLES)[number];

export interface OfSteering {
  unitId: string;
  fromYear: number;
  toYear: number;
}

export interface SteeringMember {
  memberId: string;
  role: SteeringRole;
}

export const TASK_NAMES = {
  assigned: 'SteeringTaskAssigned',
  reported: 'SteeringTaskReported',
  verified: 'SteeringTaskVerified',
  handedOver: 'SteeringTaskHandedOver',
} as const;

interface CommitteeFacts {
  SteeringCommitteeFormed: {
    data: OfSteering & { members: SteeringMember[]; decisionNo: string; on: string };
  };
  SteeringMemberAdded: { data: OfSteering & SteeringMember & { decisionNo: string; on: string } };
  SteeringMemberLeft: { data: OfSteering & SteeringMember & { decisionNo: string; on: string } };
  SteeringCommitteeDissolved: {
    data: OfSteering & {
      decisionNo: string;
      on: string;
      /** Tasks assigned, and how many of them were verified as done. */
      tasks: number;
      done: number;
    };
  };
}

export type SteeringCommitteeFacts = CommitteeFacts &
  ObligationFacts<typeof TASK_NAMES, OfSteering>;

/** What others may know of a steering committee. */
export interface SteeringCommitteeView {
  readonly unitId: string;
  readonly fromYear: number;
  readonly toYear: number;
  /** Everybody who ever belonged to it; `to` absent: still does. */
  readonly members: readonly (SteeringMember & {
    readonly from: string;
    readonly to?: string | undefined;
  })[];
}
