import { defineProjection, type ProjectedEvent, type RowsOf } from '#libs/projections';
import type { MembershipFacts, OrganisationFacts, RegistrationFacts } from '#libs/workflows';
import { memberHistory } from './member-history.table.js';

const tables = { member_history: memberHistory } as const;

type Subject = MembershipFacts & RegistrationFacts;
type Office = Pick<OrganisationFacts, 'OfficerAppointed' | 'OfficerEnded'>;

const noted =
  (role: 'subject' | 'officer') =>
  (event: ProjectedEvent<Subject & Office>, rows: RowsOf<typeof tables>): void => {
    const { memberId } = event.data;
    const { position, stream, revision } = event;
    rows.member_history.append({ member_id: memberId, position, role, stream, revision });
  };

const subject = noted('subject');
const officer = noted('officer');

/** An index of all facts about each person, for replaying a history to any moment. */
export const memberHistoryView = defineProjection<Subject & Office>()({
  name: 'member_history',
  version: 1,
  tables,
  parts: { envelope: [], sealed: [] },
  on: {
    MemberAdmittedToUnit: subject,
    PersonCorrected: subject,
    StatusChanged: subject,
    ExemptionGranted: subject,
    ExemptionEnded: subject,
    MemberMoved: subject,
    MembershipEnded: subject,
    OfficeRecorded: subject,
    OfficeLapsed: subject,
    RegistrationDrafted: subject,
    RegistrationSubmitted: subject,
    RegistrationReturned: subject,
    RegistrationEndorsed: subject,
    RegistrationPublished: subject,
    RegistrationEnteredIntoForce: subject,
    RegistrationAdjusted: subject,
    RegistrationAssessed: subject,
    RegistrationClosed: subject,
    OfficerAppointed: officer,
    OfficerEnded: officer,
  },
});
