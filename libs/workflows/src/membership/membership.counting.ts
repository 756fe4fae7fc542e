import { stateOf } from '#libs/kernel';
import { firstYearAffected } from '../rules/index.js';
import type { RegistrationView } from '../registration/registration.events.js';
import type { MembershipState } from './membership.state.js';

/** The registration of the year in which the change takes effect. */
export const registrationOfThatYear = stateOf<RegistrationView>(
  'registration',
  ({ state, input: given }) =>
    typeof given['on'] === 'string'
      ? `${String(state['memberId'])}-${given['on'].slice(0, 4)}`
      : undefined,
);

/**
 * First year in which a change of membership counts: whoever has an endorsed registration stays
 * counted where it was endorsed until the year is over.
 */
export function effective(
  state: Readonly<MembershipState>,
  needs: {
    readonly rules: Parameters<typeof firstYearAffected>[0];
    readonly registration: RegistrationView | undefined;
  },
  on: string,
): number {
  const year = needs.registration?.endorsed
    ? Number(on.slice(0, 4)) + 1
    : firstYearAffected(needs.rules, on);
  return Math.max(year, state.counted.at(-1)?.from ?? year);
}

/** A leader's span never starts before the member counts nor before an earlier span ended. */
export const leaderYear = (state: Readonly<MembershipState>, year: number): number =>
  Math.max(
    year,
    state.counted[0]?.from ?? year,
    state.leaderSpans.at(-1)?.until ?? state.leaderSpans.at(-1)?.from ?? year,
  );
