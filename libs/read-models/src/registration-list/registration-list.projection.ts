import { defineProjection, type ProjectedEvent, type RowOf, type RowsOf } from '#libs/projections';
import type { MembershipFacts, Person, RegistrationFacts } from '#libs/workflows';
import { foldedText } from '../folded-text.js';
import { member, memberOffice, registration, unitMembers } from './registration-list.table.js';

const tables = {
  registration,
  member,
  member_office: memberOffice,
  unit_members: unitMembers,
} as const;

type Facts = MembershipFacts & RegistrationFacts;
type Rows = RowsOf<typeof tables>;
type RegistrationType = keyof RegistrationFacts;
type RegistrationRow = RowOf<typeof registration>;
type MemberRow = RowOf<typeof member>;

const readRegistration = (
  { data }: { readonly data: { readonly memberId: string; readonly year: number } },
  need: { registration(memberId: string, year: number): void },
): void => need.registration(data.memberId, data.year);

const readMember = (
  { data }: { readonly data: { readonly memberId: string } },
  need: { member(memberId: string): void },
): void => need.member(data.memberId);

/** Changes the registration's row, or begins it. */
const note = (
  rows: Rows,
  event: ProjectedEvent<Facts, RegistrationType>,
  changes: Partial<RegistrationRow>,
): void => {
  const { memberId, year } = event.data;
  const row = rows.registration.get(memberId, year);
  changes.position = event.position;
  if (row !== undefined) rows.registration.change(row, changes);
  else
    rows.registration.put({
      member_id: memberId,
      year,
      unit_id: null,
      state: 'draft',
      deeds: 0,
      specific_deeds: 0,
      late: 0,
      leader: 0,
      personal_plan: 0,
      submitted_at: null,
      returned_at: null,
      endorsed_at: null,
      published_at: null,
      ...changes,
      position: event.position,
    });
  const unitId = (event.data as { unitId?: string }).unitId;
  if (unitId !== undefined) rows.touch(unitId);
};

const changeMember = (rows: Rows, memberId: string, changes: Partial<MemberRow>): void => {
  const row = rows.member.get(memberId);
  if (row === undefined) return;
  rows.member.change(row, changes);
  rows.touch(row.unit_id);
};

const namesOf = (person: Person | undefined): Pick<MemberRow, 'name' | 'folded_name'> => ({
  name: person?.fullName ?? null,
  folded_name: person === undefined ? null : foldedText(person.fullName),
});

/** Who registered what and how far it is, and the members with their standing and offices. */
export const registrationList = defineProjection<Facts>()({
  name: 'registration_list',
  version: 1,
  tables,
  parts: {
    envelope: ['RegistrationSubmitted', 'RegistrationReturned', 'RegistrationEndorsed'],
    sealed: ['MemberAdmittedToUnit', 'PersonCorrected'],
  },
  reads: {
    RegistrationDrafted: readRegistration,
    RegistrationSubmitted: readRegistration,
    RegistrationReturned: readRegistration,
    RegistrationEndorsed: readRegistration,
    RegistrationPublished: readRegistration,
    RegistrationEnteredIntoForce: readRegistration,
    RegistrationAdjusted: readRegistration,
    RegistrationAssessed: readRegistration,
    RegistrationClosed: readRegistration,
    PersonCorrected: readMember,
    StatusChanged: readMember,
    ExemptionGranted: readMember,
    ExemptionEnded: readMember,
    MemberMoved: readMember,
    MembershipEnded: readMember,
    OfficeRecorded: readMember,
    OfficeLapsed({ data }, need) {
      need.member(data.memberId);
      need.member_office(data.memberId, data.unitId, data.office);
    },
  },
  on: {
    RegistrationDrafted: (event, rows) => note(rows, event, {}),
    RegistrationSubmitted(event, rows) {
      const { unitId, counts, late, leader, personalPlan } = event.data;
      note(rows, event, {
        unit_id: unitId,
        state: 'submitted',
        deeds: counts.deeds,
        specific_deeds: counts.specific,
        late: Number(late),
        leader: Number(leader),
        personal_plan: Number(personalPlan),
        submitted_at: event.occurredAt,
      });
    },
    RegistrationReturned: (event, rows) =>
      note(rows, event, {
        unit_id: event.data.unitId,
        state: 'returned',
        returned_at: event.occurredAt,
      }),
    RegistrationEndorsed(event, rows) {
      const { unitId, counts, leader, personalPlan } = event.data;
      note(rows, event, {
        unit_id: unitId,
        state: 'endorsed',
        deeds: counts.deeds,
        specific_deeds: counts.specific,
        leader: Number(leader),
        personal_plan: Number(personalPlan),
        endorsed_at: event.occurredAt,
      });
    },
    RegistrationPublished: (event, rows) => note(rows, event, { published_at: event.data.on }),
    RegistrationEnteredIntoForce: (event, rows) => note(rows, event, { state: 'in_force' }),
    RegistrationAdjusted(event, rows) {
      const { counts, leader, personalPlan } = event.data;
      note(rows, event, {
        deeds: counts.deeds,
        specific_deeds: counts.specific,
        leader: Number(leader),
        personal_plan: Number(personalPlan),
      });
    },
    RegistrationAssessed: (event, rows) => note(rows, event, { state: 'assessed' }),
    RegistrationClosed: (event, rows) => note(rows, event, { state: 'closed' }),

    MemberAdmittedToUnit({ data, sealed }, rows) {
      rows.member.put({
        member_id: data.memberId,
        ...namesOf(sealed?.person?.value),
        unit_id: data.unitId,
        status: data.status,
        exempt: 0,
        leader: 0,
        counted_unit_id: data.unitId,
        ended_on: null,
      });
      rows.unit_members.add({ members: 1 }, data.unitId);
      rows.touch(data.unitId);
    },
    PersonCorrected: ({ data, sealed }, rows) =>
      changeMember(rows, data.memberId, namesOf(sealed?.person?.value)),
    StatusChanged: ({ data }, rows) => changeMember(rows, data.memberId, { status: data.status }),
    ExemptionGranted: ({ data }, rows) =>
      changeMember(rows, data.memberId, { exempt: 1, counted_unit_id: null }),
    ExemptionEnded: ({ data }, rows) =>
      changeMember(rows, data.memberId, { exempt: 0, counted_unit_id: data.countedUnitId }),
    MemberMoved({ data }, rows) {
      rows.unit_members.add({ members: -1 }, data.fromUnitId);
      rows.unit_members.add({ members: 1 }, data.toUnitId);
      rows.touch(data.fromUnitId);
      changeMember(rows, data.memberId, {
        unit_id: data.toUnitId,
        ...(data.obliged && { counted_unit_id: data.toUnitId }),
      });
    },
    MembershipEnded({ data }, rows) {
      const row = rows.member.get(data.memberId);
      if (row !== undefined) rows.unit_members.add({ members: -1 }, row.unit_id);
      changeMember(rows, data.memberId, { counted_unit_id: null, ended_on: data.on, leader: 0 });
    },
    OfficeRecorded({ data }, rows) {
      rows.member_office.put({
        member_id: data.memberId,
        unit_id: data.unitId,
        office: data.office,
        from_date: data.on,
        to_date: null,
      });
      if (data.leaderFrom !== undefined) changeMember(rows, data.memberId, { leader: 1 });
    },
    OfficeLapsed({ data }, rows) {
      const { memberId, unitId, office, on, leaderUntil } = data;
      const held = rows.member_office.get(memberId, unitId, office);
      if (held !== undefined) rows.member_office.change(held, { to_date: on });
      if (leaderUntil !== undefined) changeMember(rows, memberId, { leader: 0 });
    },
  },
});
