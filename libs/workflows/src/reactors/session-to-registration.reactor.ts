import { defineReactor, type Intent } from '#libs/kernel';
import type {
  CriticismSessionFacts,
  SessionShortcoming,
} from '../criticism-session/criticism-session.events.js';

/** In whom a session found something when it was last concluded, by its id. */
type Found = Record<string, string[]>;

const carry = (
  id: string,
  sessionId: string,
  round: number,
  shortcomings: readonly SessionShortcoming[],
): Intent => ({
  workflow: 'registration',
  id,
  command: 'carryShortcomings',
  input: {
    sessionId,
    round,
    shortcomings: shortcomings.map(({ id: key, area, severity }) => ({ id: key, area, severity })),
  },
});

/**
 * What a concluded session found in a member is to be answered by the next year's registration;
 * what a redo no longer finds is taken back there. Shortcomings of the collective are nobody's own.
 */
export const sessionToRegistration = defineReactor<CriticismSessionFacts, Found>()({
  name: 'session-to-registration',
  start: () => ({}),
  whenRefused: 'park',
  // A year that is over answers nothing any more.
  moot: ['WRONG_STATE'],
  on: {
    SessionConcluded: ({ data: { unitId, year, round, shortcomings } }, found) => {
      const sessionId = `${unitId}-${year}`;
      const own = shortcomings.filter(({ subjectId }) => subjectId !== unitId);
      const members = [...new Set(own.map(({ subjectId }) => subjectId))];
      const asked = [...new Set([...members, ...(found[sessionId] ?? [])])];
      found[sessionId] = members;
      return asked.map((memberId) =>
        carry(
          `${memberId}-${year + 1}`,
          sessionId,
          round,
          own.filter(({ subjectId }) => subjectId === memberId),
        ),
      );
    },
  },
});
