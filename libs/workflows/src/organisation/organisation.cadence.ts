import { above, any, commandsOf, guard, holds, reason, system } from '#libs/kernel';
import { ChooseCadence } from './organisation.commands.js';
import { cadenceIn, type OrganisationFacts } from './organisation.events.js';
import type { OrganisationState, OrganisationStateName } from './organisation.state.js';

interface Choice {
  input: ChooseCadence;
  state: Readonly<OrganisationState>;
}

/** A later choice stands; choosing for years before it would change what was already followed. */
export const notBeforeLastChoice = guard<Choice>('CADENCE_OVERTAKEN', ({ input, state }) => {
  const last = state.cadences.at(-1);
  return last !== undefined && input.fromYear < last.fromYear
    ? [reason('CADENCE_OVERTAKEN', { fromYear: last.fromYear }, 'fromYear')]
    : [];
});

/** Choosing what is chosen already is no choice. */
export const cadenceChanges = guard<Choice>('SAME_CADENCE', ({ input, state }) => {
  const other = input.cadence === 'monthly' ? 'quarterly' : 'monthly';
  return cadenceIn(state, input.fromYear, other) === input.cadence
    ? [reason('SAME_CADENCE', undefined, 'cadence')]
    : [];
});

const command = commandsOf<OrganisationState, OrganisationFacts, OrganisationStateName>();

/** How often the cell committee reviews: every month or every quarter, as the cell decides (S2). */
export const cadenceChosen = {
  chooseCadence: command({
    input: ChooseCadence,
    from: ['open'],
    by: any(
      system,
      holds('secretary', 'unitId'),
      above('secretary', 'unitId'),
      above('committee', 'unitId'),
    ),
    guards: [notBeforeLastChoice, cadenceChanges],
    emits: ['ReviewCadenceChosen'],
    decide: ({ state: { unitId }, input: { cadence, fromYear } }) => [
      { type: 'ReviewCadenceChosen', data: { unitId, cadence, fromYear } },
    ],
  }),
};
