/*
 * The stored format of `plan-{unitId}-{period}` streams; the period is a year (`2019`) or a term
 * (`2016_2020`). On disk for ever: add fields as optional, upcast anything else.
 * Plans are documents of an organisation, not of a person: nothing here is sealed.
 */
export interface PlanTask {
  key: string;
  title: string;
  /** The member who answers for it. */
  ownerId: string;
  /** ISO date. */
  deadline: string;
  indicator: string;
}

interface OfPlan {
  planId: string;
  unitId: string;
}

export interface PlanContent {
  title: string;
  theme: string;
  /** The one point chosen to break through; absent: none chosen. */
  breakthrough?: string;
  tasks: PlanTask[];
  parentPlanId?: string;
}

export type TaskStatus = 'done' | 'on_track' | 'late';

export interface ProgrammeFacts {
  PlanDrafted: {
    data: OfPlan & PlanContent & { kind: 'term' | 'year'; fromYear: number; toYear: number };
  };
  PlanConsulted: { data: OfPlan & { on: string; consulted: string } };
  PlanIssued: {
    data: OfPlan & {
      kind: 'term' | 'year';
      fromYear: number;
      toYear: number;
      on: string;
      /** ISO date by which the rule pack wanted it; late is derived from `on` and `due`. */
      due: string;
      number: string;
      /** Whether a term plan covered the year (a warning, never a refusal). */
      termPlan: boolean;
      breakthrough: boolean;
    };
  };
  PlanAmended: {
    data: OfPlan & PlanContent & { on: string; reason: string; number: string };
  };
  TaskReported: {
    data: OfPlan & {
      key: string;
      status: TaskStatus;
      on: string;
      note?: string;
    };
  };
  /** Of an open plan of a closed unit: who goes on with it. */
  PlanHandedOver: { data: OfPlan & { heirId: string; on: string } };
  PlanClosed: { data: OfPlan & { on: string; reportNumber: string } };
}

/** What other workflows may know of a plan. */
export interface PlanView {
  readonly planId: string;
  readonly unitId: string;
  readonly issuedOn: string | undefined;
  readonly fromYear: number;
  readonly toYear: number;
}
