import type { StoredEvent } from '#libs/event-store';

type Data = Readonly<Record<string, unknown>>;
type Judged = (data: Data) => readonly string[];

const member: Judged = ({ memberId }) => (typeof memberId === 'string' ? [memberId] : []);
/** A collective is judged by its own head in part: it is no person. */
const subject: Judged = ({ subjectId, subjectKind, role }) =>
  subjectKind === 'unit' || role === 'collective' ? [] : [subjectId as string];
const owner: Judged = ({ ownerId }) => [ownerId as string];

/** A body decides on a list as proposed; whose line the signer changes is judged by the signer. */
const changedLines: Judged = ({ entries }) =>
  (entries as readonly Data[])
    .filter(({ reason }) => reason !== undefined)
    .flatMap((entry) => subject(entry));

/** Facts that judge somebody, and whom. */
export const JUDGING: Readonly<Record<string, Judged>> = {
  RegistrationReturned: member,
  RegistrationEndorsed: member,
  RegistrationPublished: member,
  RegistrationEnteredIntoForce: member,
  RegistrationAssessed: member,
  RegistrationClosed: member,
  DeedRemarked: member,
  DisputeResolved: member,
  ItemConcluded: subject,
  ShortcomingRecorded: subject,
  RemedyVerified: owner,
  RemedyExplained: owner,
  IssueVerified: owner,
  FollowUpVerified: owner,
  SteeringTaskVerified: owner,
  MeritNoted: subject,
  ParticipantCommented: member,
  BallotOpened: member,
  BallotTallied: member,
  RatingProposed: member,
  RatingAppraised: member,
  RatingDecided: member,
  RatingNotified: member,
  RatingChanged: member,
  RatingAnnulled: member,
  RatingsDecided: changedLines,
  RatingsAmended: changedLines,
  NotRated: member,
  ComplaintDecided: member,
  AwardAppraised: member,
  CouncilVoteOpened: member,
  CouncilVoted: member,
  AwardDecided: member,
  AwardRejected: member,
  AwardPublished: member,
  AwardPresented: member,
  RevocationProposed: member,
  AwardRevoked: member,
  RevocationRefused: member,
  FindingRaised: subject,
  SenderReviewed: member,
  LetterIssued: member,
  TransferReceived: member,
  // A member may take back the own request.
  TransferReturned: (data) => (data['reason'] === 'withdrawn' ? [] : member(data)),
  StatusChanged: member,
  ExemptionGranted: member,
};

/** Facts with a name like a judgement that judge no person, each with the reason. */
export const NO_JUDGEMENT: Readonly<Record<string, string>> = {
  InspectionConcluded: 'names no person; each finding does, and its team is kept apart from them',
  SessionConcluded: 'ends a sitting; each item was concluded before',
  AgendaItemConcluded: 'what a meeting agreed on an item of its agenda',
  ResolutionVoted: 'of a meeting, on a resolution',
  WarrantRevoked: 'of an inspection; names nobody',
  DelegationRevoked: 'takes back what one gave oneself',
  ContestJudged: 'ranks works by the points of the judges; see EntryScored',
  EntryScored: 'names a work; a judge who has one in the contest is refused',
  PactScored: 'of a unit',
  MeetingScored: 'of a meeting',
  ModelRecognised: 'of a model',
};

/** Whom an event judges; empty for most. */
export const judgedBy = ({ type, data }: Pick<StoredEvent, 'type' | 'data'>): readonly string[] =>
  JUDGING[type]?.(data as Data) ?? [];
