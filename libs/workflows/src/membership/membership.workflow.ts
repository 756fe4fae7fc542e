import { above, any, defineWorkflow, holds, stateOf, system } from '#libs/kernel';
import type { OrgUnitView } from '../organisation/organisation.events.js';
import type { RegistrationView } from '../registration/registration.events.js';
import { firstYearAffected, firstYearOwed, rulesOfTheDay } from '../rules/index.js';
import * as input from './membership.commands.js';
import type { MembershipFacts, Person } from './membership.events.js';
import * as guards from './membership.guards.js';
import {
  countFrom,
  isLeader,
  lastCounted,
  type MembershipState,
  membershipStart,
} from './membership.state.js';

const unit = stateOf<OrgUnitView>('organisation', 'unitId');
const newUnit = stateOf<OrgUnitView>('organisation', 'toUnitId');
/** The registration of the year in which the change takes effect. */
const registration = stateOf<RegistrationView>('registration', ({ state, input: given }) =>
  typeof given['on'] === 'string'
    ? `${String(state['memberId'])}-${given['on'].slice(0, 4)}`
    : undefined,
);
const byUnit = any(
  system,
  holds('secretary', 'unitId'),
  above('committee', 'unitId'),
  above('secretary', 'unitId'),
);

const person = (given: { fullName: string; birthDate?: string; joinedOn?: string }): Person => ({
  fullName: given.fullName,
  ...(given.birthDate !== undefined && { birthDate: given.birthDate }),
  ...(given.joinedOn !== undefined && { joinedOn: given.joinedOn }),
});

/** Who belongs to which unit, since when, in what standing (domain brief, 3B guards and 3H). */
export const membership = defineWorkflow<MembershipState, MembershipFacts>()({
  name: 'membership',
  version: 1,
  stream: 'membership',
  idPattern: input.MEMBER_ID,
  start: membershipStart,
  states: { none: { start: true }, active: {}, ended: { final: true } },

  facts: {
    MemberAdmittedToUnit: {
      to: 'active',
      apply(state, data, fact) {
        state.unitId = data.unitId;
        state.status = data.status;
        state.active = true;
        state.admittedOn = data.on;
        state.person = fact.sealed?.['person']?.value as Person | undefined;
        countFrom(state, data.countsFrom, data.unitId);
      },
    },
    PersonCorrected: {
      apply: (state, _data, fact) =>
        void (state.person = fact.sealed?.['person']?.value as Person | undefined),
    },
    StatusChanged: { apply: (state, data) => void (state.status = data.status) },
    ExemptionGranted: {
      apply(state, data) {
        state.exempt = true;
        countFrom(state, data.exemptFrom, null);
      },
    },
    ExemptionEnded: {
      apply(state, data) {
        state.exempt = false;
        countFrom(state, data.countsFrom, data.countedUnitId);
      },
    },
    MemberMoved: {
      apply(state, data) {
        state.unitId = data.toUnitId;
        if (data.obliged) countFrom(state, data.countsFrom, data.toUnitId);
      },
    },
    MembershipEnded: {
      to: 'ended',
      apply(state, data) {
        state.active = false;
        countFrom(state, data.endsFrom, null);
      },
    },
    OfficeRecorded: {
      apply(state, data) {
        state.offices.push({ unitId: data.unitId, office: data.office, leading: data.leading });
        if (data.leaderFrom !== undefined) state.leaderSpans.push({ from: data.leaderFrom });
      },
    },
    OfficeLapsed: {
      apply(state, data) {
        state.offices = state.offices.filter(
          ({ unitId, office }) => unitId !== data.unitId || office !== data.office,
        );
        if (data.leaderUntil !== undefined)
          state.leaderSpans = state.leaderSpans.map((span) =>
            span.until === undefined ? { ...span, until: data.leaderUntil } : span,
          );
      },
    },
  },

  commands: (command) => ({
    admit: command({
      input: input.AdmitMember,
      from: ['none'],
      by: byUnit,
      needs: { rules: rulesOfTheDay, unit },
      guards: [guards.unitIsOpen, guards.datesInOrder],
      emits: ['MemberAdmittedToUnit'],
      decide: ({ id, input: given, needs }) => [
        {
          type: 'MemberAdmittedToUnit',
          data: {
            memberId: id,
            unitId: given.unitId,
            status: given.status,
            on: given.on,
            countsFrom: firstYearOwed(needs.rules, given.on),
          },
          sealed: { person: { of: id, value: person(given) } },
        },
      ],
    }),
    correctPerson: command({
      input: input.CorrectPerson,
      from: ['active', 'ended'],
      by: byUnit,
      guards: [guards.datesInOrder],
      emits: ['PersonCorrected'],
      decide: ({ id, input: given }) => [
        {
          type: 'PersonCorrected',
          data: { memberId: id, on: given.on, reason: given.reason },
          sealed: { person: { of: id, value: person(given) } },
        },
      ],
    }),
    changeStatus: command({
      input: input.ChangeStatus,
      from: ['active'],
      by: byUnit,
      guards: [guards.notBeforeAdmission, guards.statusChanges],
      emits: ['StatusChanged'],
      decide: ({ id, input: { status, on } }) => [
        { type: 'StatusChanged', data: { memberId: id, status, on } },
      ],
    }),
    grantExemption: command({
      input: input.GrantExemption,
      from: ['active'],
      by: any(system, holds('secretary', 'unitId'), above('committee', 'unitId')),
      needs: { rules: rulesOfTheDay, registration },
      guards: [guards.notBeforeAdmission, guards.isNotExempt],
      emits: ['ExemptionGranted'],
      decide: ({ id, state, input: { on }, needs }) => [
        {
          type: 'ExemptionGranted',
          data: {
            memberId: id,
            on,
            countedUnitId: lastCounted(state)!,
            leader: isLeader(state),
            exemptFrom: effective(state, needs, on),
          },
        },
      ],
    }),
    endExemption: command({
      input: input.EndExemption,
      from: ['active'],
      by: any(system, holds('secretary', 'unitId'), above('committee', 'unitId')),
      needs: { rules: rulesOfTheDay },
      guards: [guards.notBeforeAdmission, guards.isExempt],
      emits: ['ExemptionEnded'],
      decide: ({ id, state, input: { on }, needs }) => [
        {
          type: 'ExemptionEnded',
          data: {
            memberId: id,
            on,
            countedUnitId: state.unitId!,
            leader: isLeader(state),
            countsFrom: Math.max(firstYearAffected(needs.rules, on), state.counted.at(-1)!.from),
          },
        },
      ],
    }),
    move: command({
      input: input.MoveMember,
      from: ['active'],
      by: any(system, above('committee', 'unitId'), above('secretary', 'unitId')),
      needs: { rules: rulesOfTheDay, unit: newUnit, registration },
      guards: [guards.notBeforeAdmission, guards.newUnitIsOpen],
      emits: ['MemberMoved'],
      decide: ({ id, state, input: { on, toUnitId }, needs }) => [
        {
          type: 'MemberMoved',
          data: {
            memberId: id,
            fromUnitId: state.unitId!,
            toUnitId,
            on,
            countsFrom: effective(state, needs, on),
            countedUnitId: lastCounted(state) ?? state.unitId!,
            obliged: lastCounted(state) !== undefined,
            leader: isLeader(state),
          },
        },
      ],
    }),
    end: command({
      input: input.EndMembership,
      from: ['active'],
      by: any(system, above('committee', 'unitId'), above('secretary', 'unitId')),
      needs: { rules: rulesOfTheDay, registration },
      guards: [guards.notBeforeAdmission],
      emits: ['MembershipEnded'],
      decide: ({ id, state, input: { on, reason }, needs }) => [
        {
          type: 'MembershipEnded',
          data: {
            memberId: id,
            on,
            reason,
            countedUnitId: lastCounted(state) ?? state.unitId!,
            endsFrom: effective(state, needs, on),
            obliged: lastCounted(state) !== undefined,
            leader: isLeader(state),
          },
        },
      ],
    }),
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
            },
          },
        ];
      },
    }),
  }),
});

/**
 * First year in which a change of membership counts: whoever has an endorsed registration stays
 * counted where it was endorsed until the year is over.
 */
function effective(
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
const leaderYear = (state: Readonly<MembershipState>, year: number): number =>
  Math.max(
    year,
    state.counted[0]?.from ?? year,
    state.leaderSpans.at(-1)?.until ?? state.leaderSpans.at(-1)?.from ?? year,
  );
