import { commandsOf, system } from '#libs/kernel';
import { CarryShortcomings } from './registration.commands.js';
import type { RegistrationFacts } from './registration.events.js';
import type { RegistrationState, RegistrationStateName } from './registration.state.js';

const command = commandsOf<RegistrationState, RegistrationFacts, RegistrationStateName>();
const ID_MAX = 40;

/** An id that no other session has given this member: answers tell shortcomings apart by it. */
const freeId = (id: string, taken: ReadonlySet<string>): string => {
  let free = id;
  for (let number = 2; taken.has(free); number += 1) {
    const suffix = `-${number}`;
    free = id.slice(0, ID_MAX - suffix.length) + suffix;
  }
  return free;
};

/** What last year's criticism sessions leave to this year's registration (3D). */
export const carriedFromSessions = {
  carryShortcomings: command({
    input: CarryShortcomings,
    from: ['draft', 'submitted', 'returned', 'endorsed', 'in_force', 'assessed'],
    by: system,
    emits: ['ShortcomingsCarriedOver'],
    decide({ state, input: { sessionId, round, shortcomings } }) {
      const taken = new Set(
        state.carried
          .filter((one) => one.sessionId !== sessionId)
          .flatMap((one) => one.shortcomings.map(({ id }) => id)),
      );
      const carried = shortcomings.map(({ id: basis, area, severity }) => {
        const id = freeId(basis, taken);
        taken.add(id);
        return { id, area, severity, ...(id !== basis && { basis }) };
      });
      const { memberId, year } = state;
      return [
        {
          type: 'ShortcomingsCarriedOver',
          data: { memberId, year, sessionId, round, shortcomings: carried },
        },
      ];
    },
  }),
};
