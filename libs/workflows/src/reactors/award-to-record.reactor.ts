import { defineReactor } from '#libs/kernel';
import { recordId } from '../achievement-record/achievement-record.events.js';
import type { CommendationFacts, OfAward } from '../commendation/commendation.events.js';

const onRecord = ({ subjectKind, subjectId, awardId }: OfAward, command: string, more: object) => [
  {
    workflow: 'achievement-record',
    id: recordId(subjectKind, subjectId),
    command,
    input: { awardId, ...more },
  },
];

/**
 * A nomination claims its achievement in the subject's record, which puts nominations in order. A
 * rejected one gives it free; so does a revoked award where only the procedure was at fault.
 */
export const awardToRecord = defineReactor<CommendationFacts, Record<never, never>>()({
  name: 'award-to-record',
  start: () => ({}),
  whenRefused: 'park',
  moot: ['CLAIM_TWICE', 'CLAIM_UNKNOWN'],
  on: {
    Nominated: ({ data }) => onRecord(data, 'claim', { claim: data.claim }),
    AwardRejected: ({ data }) => onRecord(data, 'release', {}),
    AwardRevoked: ({ data }) => (data.ground === 'procedure' ? onRecord(data, 'release', {}) : []),
  },
});
