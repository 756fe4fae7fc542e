import type { ProjectedEvent } from '#libs/projections';
import type { InspectionFacts, ModelFacts } from '#libs/workflows';
import type { CycleAmounts, CycleRows, Memo } from './cycle-book.js';
import { bookOf } from './cycle-book.js';

type Facts = ModelFacts & InspectionFacts;
type Counted = ProjectedEvent<
  Facts,
  | 'ModelRegistered'
  | 'ModelRecognised'
  | 'ModelReplicated'
  | 'InspectionPlanned'
  | 'InspectionConcluded'
  | 'FindingRaised'
  | 'FindingRetracted'
  | 'FollowUpAssigned'
  | 'FollowUpVerified'
>;

/** Counts a fact in the year it names, at the unit whose doing it is. */
const counts =
  (amounts: CycleAmounts) =>
  (event: Counted, rows: CycleRows, memo: Memo): void => {
    const { unitId, year } = event.data;
    bookOf(rows, memo).unit('flow', event, { unitId, year }, amounts);
  };

/** Models and inspections. */
export const unitCounting = {
  ModelRegistered: counts({ models_registered: 1 }),
  ModelRecognised: counts({ models_recognised: 1 }),
  ModelReplicated: counts({ models_replicated: 1 }),
  InspectionPlanned: counts({ inspections_planned: 1 }),
  InspectionConcluded: counts({ inspections_concluded: 1 }),
  FindingRaised: counts({ findings: 1 }),
  FindingRetracted: counts({ findings: -1 }),
  FollowUpAssigned: counts({ follow_ups: 1 }),
  FollowUpVerified(
    event: ProjectedEvent<Facts, 'FollowUpVerified'>,
    rows: CycleRows,
    memo: Memo,
  ): void {
    if (event.data.done && !event.data.late) counts({ follow_ups_done: 1 })(event, rows, memo);
  },
};
