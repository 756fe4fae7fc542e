import { commandsOf, system } from '#libs/kernel';
import { firstYearAffected, rulesOfTheDay } from '../rules/index.js';
import * as input from './membership.commands.js';
import { leaderYear } from './membership.counting.js';
import type { MembershipFacts } from './membership.events.js';
import * as guards from './membership.guards.js';
import {
  isLeader,
  lastCounted,
  type MembershipState,
  type MembershipStateName,
} from './membership.state.js';

const command = commandsOf<MembershipState, MembershipFacts, MembershipStateName>();

/** What units decide about their posts, noted in the member's own record by the engine. */
export const officesNoted = {
  recordOffice: command({
    input: input.RecordOffice,
    from: ['active'],
    by: system,
    needs: { rules: rulesOfTheDay },
    guards: [guards.officeNotRecorded],
    emits: ['OfficeRecorded'],
    decide({ id, state, input: { unitId, office, on }, needs }) {
      const leading = needs.rules.registration.leaderOffices.includes(office);
      const leaderFrom =
        leading && !isLeader(state)
          ? { leaderFrom: leaderYear(state, firstYearAffected(needs.rules, on)) }
          : {};
      return [
        {
          type: 'OfficeRecorded',
          data: {
            memberId: id,
            unitId,
            office,
            on,
            leading,
            countedUnitId: lastCounted(state) ?? state.unitId!,
            ...leaderFrom,
            ...(state.exempt && { exempt: true }),
          },
        },
      ];
    },
  }),
  lapseOffice: command({
    input: input.LapseOffice,
    from: ['active', 'ended'],
    by: system,
    needs: { rules: rulesOfTheDay },
    guards: [guards.officeRecorded],
    emits: ['OfficeLapsed'],
    decide({ id, state, input: { unitId, office, on }, needs }) {
      const left = state.offices.filter(
        (held) => held.leading && (held.unitId !== unitId || held.office !== office),
      );
      const ends =
        isLeader(state) && left.length === 0
          ? { leaderUntil: leaderYear(state, firstYearAffected(needs.rules, on)) }
          : {};
      return [
        {
          type: 'OfficeLapsed',
          data: {
            memberId: id,
            unitId,
            office,
            on,
            countedUnitId: lastCounted(state) ?? state.unitId!,
            ...ends,
            ...(state.exempt && { exempt: true }),
          },
        },
      ];
    },
  }),
};
