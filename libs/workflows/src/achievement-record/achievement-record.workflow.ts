import { defineWorkflow, guard, reason, system } from '#libs/kernel';
import * as input from './achievement-record.commands.js';
import type { AchievementRecordFacts } from './achievement-record.events.js';
import {
  ACHIEVEMENT_RECORD_STATES,
  type AchievementRecordState,
  ofRecord,
  recordStart,
} from './achievement-record.state.js';

interface Recording {
  state: Readonly<AchievementRecordState>;
  input: input.RecordMerit;
}
interface Claiming {
  state: Readonly<AchievementRecordState>;
  input: input.ClaimAchievement;
}
const holdersOf = ({ state, input: { claim } }: Claiming): readonly string[] =>
  state.claims[claim] ?? [];

export const meritOnce = guard<Recording>('MERIT_TWICE', ({ state, input: { eventId } }) =>
  state.merits.some((merit) => merit.eventId === eventId)
    ? [reason('MERIT_TWICE', undefined, 'eventId')]
    : [],
);
export const claimOnce = guard<Claiming>('CLAIM_TWICE', (context) =>
  holdersOf(context).includes(context.input.awardId) ? [reason('CLAIM_TWICE')] : [],
);
const claimBy = (state: Readonly<AchievementRecordState>, awardId: string): string | undefined =>
  Object.keys(state.claims).find((claim) => state.claims[claim]!.includes(awardId));
export const claimStands = guard<{
  state: Readonly<AchievementRecordState>;
  input: input.ReleaseAchievement;
}>('CLAIM_UNKNOWN', ({ state, input: { awardId } }) =>
  claimBy(state, awardId) === undefined ? [reason('CLAIM_UNKNOWN')] : [],
);

/**
 * What a person or unit is known for: merits noted during the years, and which nomination holds
 * which achievement. One stream per subject puts nominations in order, so that no achievement is
 * honoured twice in the same form: of several only the oldest that stands may go on.
 */
export const achievementRecord = defineWorkflow<AchievementRecordState, AchievementRecordFacts>()({
  name: 'achievement-record',
  version: 1,
  stream: 'achievements',
  idPattern: input.RECORD_ID,
  start: recordStart,
  states: ACHIEVEMENT_RECORD_STATES,
  facts: {
    MeritRecorded: {
      apply: (state, { eventId, source, on }) => void state.merits.push({ eventId, source, on }),
    },
    AchievementClaimed: {
      apply: (state, { awardId, claim }) => void (state.claims[claim] ??= []).push(awardId),
    },
    AchievementReleased: {
      apply(state, { awardId, claim }) {
        state.claims[claim] = (state.claims[claim] ?? []).filter((holder) => holder !== awardId);
      },
    },
  },
  commands: (command) => ({
    recordMerit: command({
      input: input.RecordMerit,
      from: ['kept'],
      by: system,
      commutative: true,
      guards: [meritOnce],
      emits: ['MeritRecorded'],
      decide: ({ state, input: { eventId, source, on } }) => [
        { type: 'MeritRecorded', data: { ...ofRecord(state), eventId, source, on } },
      ],
    }),
    claim: command({
      input: input.ClaimAchievement,
      from: ['kept'],
      by: system,
      guards: [claimOnce],
      emits: ['AchievementClaimed'],
      decide: ({ state, input: { awardId, claim } }) => [
        { type: 'AchievementClaimed', data: { ...ofRecord(state), awardId, claim } },
      ],
    }),
    release: command({
      input: input.ReleaseAchievement,
      from: ['kept'],
      by: system,
      guards: [claimStands],
      emits: ['AchievementReleased'],
      decide: ({ state, input: { awardId } }) => [
        {
          type: 'AchievementReleased',
          data: { ...ofRecord(state), awardId, claim: claimBy(state, awardId)! },
        },
      ],
    }),
  }),
});
