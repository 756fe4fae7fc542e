import { defineReactor } from '#libs/kernel';
import type { ContestFacts } from '../contest/contest.events.js';

/**
 * Every prize of a contest is nominated for a certificate, decided where the contest was held. A
 * unit that may not give certificates leaves the nomination to one above, by hand.
 */
export const contestToAwards = defineReactor<ContestFacts, Record<never, never>>()({
  name: 'contest-to-awards',
  start: () => ({}),
  whenRefused: 'park',
  moot: ['WRONG_STATE', 'WRONG_LEVEL', 'AWARD_UNKNOWN', 'DECIDING_UNIT_UNKNOWN'],
  on: {
    ContestAwarded: ({ data: { contestId, unitId, year, on, nominations } }) =>
      nominations.map(({ awardId, subjectKind, subjectId, subjectUnitId }) => ({
        workflow: 'commendation',
        id: awardId,
        command: 'nominate',
        input: {
          ...{ subjectKind, subjectId, contestId, on },
          unitId: subjectKind === 'unit' ? subjectId : subjectUnitId,
          decidedAt: unitId,
          track: 'party',
          form: 'certificate',
          occasion: 'contest',
          period: { fromYear: year, toYear: year },
        },
      })),
  },
});
