import { defineProjection, type ProjectedEvent, type RowsOf } from '#libs/projections';
import type {
  ClassificationFacts,
  CommendationFacts,
  CriticismSessionFacts,
  MeetingFacts,
  MembershipFacts,
  OrganisationFacts,
  RegistrationFacts,
  ReviewFacts,
  SteeringCommitteeFacts,
  TransferFacts,
} from '#libs/workflows';
import { memberHistory } from './member-history.table.js';

const tables = { member_history: memberHistory } as const;

type Facts = OrganisationFacts &
  MembershipFacts &
  RegistrationFacts &
  ReviewFacts &
  MeetingFacts &
  CriticismSessionFacts &
  ClassificationFacts &
  CommendationFacts &
  SteeringCommitteeFacts &
  TransferFacts;
type Event = ProjectedEvent<Facts>;

/** Whom a fact is about: the member it names, its subject, or who owes what it assigns. */
interface About {
  readonly memberId?: string;
  readonly subjectId?: string;
  readonly subjectKind?: string;
  readonly ownerId?: string;
  readonly unitId?: string;
}

const personIn = ({
  memberId,
  subjectId,
  subjectKind,
  ownerId,
  unitId,
}: About): string | undefined => {
  if (memberId !== undefined) return memberId;
  if (subjectId === undefined) return ownerId;
  return subjectKind === 'unit' || subjectId === unitId ? undefined : subjectId;
};

const noted =
  (role: 'subject' | 'officer') =>
  (event: Event, rows: RowsOf<typeof tables>): void => {
    const memberId = personIn(event.data);
    const { position, stream, revision } = event;
    if (memberId !== undefined)
      rows.member_history.append({ member_id: memberId, position, role, stream, revision });
  };

/** Facts about persons; lists of many (attendance, electorates) are read from their meeting. */
const ABOUT_PERSONS = [
  ...['MemberAdmittedToUnit', 'PersonCorrected', 'StatusChanged', 'ExemptionGranted'],
  ...['ExemptionEnded', 'MemberMoved', 'MembershipEnded', 'OfficeRecorded', 'OfficeLapsed'],
  ...['RegistrationDrafted', 'RegistrationSubmitted', 'RegistrationReturned'],
  ...['RegistrationEndorsed', 'RegistrationPublished', 'RegistrationEnteredIntoForce'],
  ...['RegistrationAdjusted', 'RegistrationAssessed', 'RegistrationClosed'],
  ...['SelfProgressReported', 'DeedRemarked', 'RemarkAcknowledged', 'RemarkDisputed'],
  ...['DisputeResolved', 'ReviewMissed'],
  ...['MeritNoted', 'IssueAssigned', 'IssueReported', 'IssueVerified', 'IssueHandedOver'],
  ...['PromptIssued', 'PromptAnswered', 'SelfReviewFiled', 'ItemOpened', 'ItemDeferred'],
  ...['CriticismRecorded', 'ResponseOffered', 'ResponseRecorded', 'ResponseWaived'],
  ...['ItemConcluded', 'ShortcomingRecorded'],
  ...['RemedyAssigned', 'RemedyReported', 'RemedyVerified', 'RemedyHandedOver'],
  ...['SelfRated', 'BallotTallied', 'RatingProposed', 'RatingAppraised', 'RatingDecided'],
  ...['RatingNotified', 'ComplaintFiled', 'ComplaintDecided', 'RatingChanged'],
  ...['RatingFinalised', 'NotRated', 'RatingAnnulled'],
  ...['Nominated', 'AwardDecided', 'AwardRejected', 'AwardPublished', 'AwardPresented'],
  ...['RevocationProposed', 'AwardRevoked', 'RevocationRefused'],
  ...['SteeringMemberAdded', 'SteeringMemberLeft', 'SteeringTaskAssigned'],
  ...['SteeringTaskVerified'],
  ...['TransferRequested', 'SenderReviewed', 'LetterIssued', 'TransferPresented'],
  ...['TransferReceived', 'TransferReturned', 'TransferOverdue', 'TransferOverdueExplained'],
] as readonly (keyof Facts)[];

const handlers = Object.fromEntries(ABOUT_PERSONS.map((type) => [type, noted('subject')]));

/** An index of all facts about each person, for replaying a history to any moment. */
export const memberHistoryView = defineProjection<Facts>()({
  name: 'member_history',
  version: 2,
  tables,
  parts: { envelope: [], sealed: [] },
  on: { ...handlers, OfficerAppointed: noted('officer'), OfficerEnded: noted('officer') },
});
