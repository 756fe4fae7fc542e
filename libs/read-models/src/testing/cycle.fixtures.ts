import type { GivenFact } from '#libs/projections/testing';

/** Facts of the cycle, with defaults for what a specification does not care about. */
const fact = (stream: string, type: string, data: object, more: object = {}): GivenFact => ({
  stream,
  type,
  data,
  ...more,
});

const NO_COUNTS = { listed: 0, excused: 0, unexcused: 0, electorate: 0, voting: 0 };

const ofMeeting = (unitId: string, on: string) => ({
  meetingId: `${unitId}-${on.replaceAll('-', '')}`,
  unitId,
  year: Number(on.slice(0, 4)),
  month: Number(on.slice(5, 7)),
});
const meetingStream = (unitId: string, on: string): string =>
  `meeting-${ofMeeting(unitId, on).meetingId}`;

export const scheduled = (unitId: string, on: string, kind = 'regular'): GivenFact =>
  fact(meetingStream(unitId, on), 'MeetingScheduled', {
    ...ofMeeting(unitId, on),
    ...{ kind, on, startsAt: '07:30', place: 'Nhà văn hóa', agenda: [] },
  });

/** Everybody named is there, out of `expected`. */
export const attended = (
  unitId: string,
  on: string,
  present: readonly string[],
  expected: number,
  kind = 'regular',
): GivenFact =>
  fact(meetingStream(unitId, on), 'AttendanceRecorded', {
    ...ofMeeting(unitId, on),
    ...{ kind, on, quorate: true, temporary: [], guests: [] },
    entries: present.map((memberId) => ({ memberId, presence: 'present', votes: true })),
    counts: { ...NO_COUNTS, expected, present: present.length },
  });

export const contentReviewed = (unitId: string, on: string): GivenFact =>
  fact(meetingStream(unitId, on), 'RegisteredContentReviewed', {
    ...ofMeeting(unitId, on),
    ...{ itemKey: 'a', members: null, on },
  });

export const held = (unitId: string, on: string, more: object = {}): GivenFact =>
  fact(
    meetingStream(unitId, on),
    'MeetingHeld',
    { ...ofMeeting(unitId, on), ...{ kind: 'regular', on, minutes: 95, short: false }, ...more },
    { rulePack: 'vn-2026' },
  );

const ofReview = (memberId: string, unitId: string, period: string) => ({
  memberId,
  unitId,
  countedUnitId: unitId,
  year: Number(period.slice(0, 4)),
  period,
  periodEnd: `${period}-28`,
});

export const remarked = (
  memberId: string,
  unitId: string,
  period: string,
  more: object = {},
): GivenFact =>
  fact(`review-${memberId}-${period}`, 'DeedRemarked', {
    ...ofReview(memberId, unitId, period),
    ...{ deeds: [{ key: 'd1', mark: 'done' }], merit: 'none', hasDirection: false },
    ...{ on: `${period}-28`, due: `${period}-28`, late: false, lateDays: 0 },
    ...more,
  });

export const missed = (memberId: string, unitId: string, period: string): GivenFact =>
  fact(`review-${memberId}-${period}`, 'ReviewMissed', {
    ...ofReview(memberId, unitId, period),
    ...{ on: `${period}-28`, due: `${period}-28` },
  });

export const cadenceChosen = (unitId: string, fromYear: number): GivenFact =>
  fact(`orgUnit-${unitId}`, 'ReviewCadenceChosen', { unitId, cadence: 'monthly', fromYear });

const ofRating = (memberId: string, unitId: string, year: number) => ({
  ...{ subjectKind: 'member', subjectId: memberId, memberId, unitId, year },
  listId: `d-${year}`,
});
const ratingStream = (memberId: string, year: number): string =>
  `rating-member.${memberId}-${year}`;

export const rated = (memberId: string, unitId: string, year: number, rating: string): GivenFact =>
  fact(ratingStream(memberId, year), 'RatingDecided', {
    ...ofRating(memberId, unitId, year),
    ...{ rating, decisionNo: '9-QĐ', on: `${year}-12-20` },
  });

export const ratingChanged = (
  memberId: string,
  unitId: string,
  year: number,
  to: string,
): GivenFact =>
  fact(ratingStream(memberId, year), 'RatingChanged', {
    ...ofRating(memberId, unitId, year),
    ...{ from: 'completed', to, reason: 'complaint', decisionNo: '10-QĐ', on: `${year}-12-28` },
  });

export const tallied = (memberId: string, unitId: string, year: number): GivenFact =>
  fact(ratingStream(memberId, year), 'BallotTallied', {
    ...ofRating(memberId, unitId, year),
    ...{ voteId: 'v1', electorate: 3, outcome: 'passed', tellers: ['a', 'b'], on: `${year}-12-05` },
    tally: { issued: 3, returned: 3, valid: 3, votes: [] },
  });

const ofAward = (awardId: string, subjectId: string, unitId: string) => ({
  ...{ awardId, subjectKind: 'member', subjectId, memberId: subjectId, unitId, decidedAt: 'd' },
  ...{ track: 'party', form: 'certificate', occasion: 'year' },
  period: { fromYear: 2026, toYear: 2026 },
});

export const awarded = (
  awardId: string,
  subjectId: string,
  unitId: string,
  form = 'certificate',
): GivenFact =>
  fact(`award-${awardId}`, 'AwardDecided', {
    ...ofAward(awardId, subjectId, unitId),
    ...{ form, level: 'ward', decisionNo: '3-QĐ', on: '2026-12-30', ratings: [] },
  });

export const revoked = (awardId: string, subjectId: string, unitId: string): GivenFact =>
  fact(`award-${awardId}`, 'AwardRevoked', {
    ...ofAward(awardId, subjectId, unitId),
    ...{ level: 'ward', ground: 'false_information', decisionNo: '4-QĐ', on: '2027-05-04' },
  });

const ofSession = (unitId: string, year: number) => ({ unitId, year, round: 1 });
const remedy = (unitId: string, id: string, due: string) => ({
  ...ofSession(unitId, 2026),
  ...{ id, ownerId: 'a', due, on: '2026-12-05' },
});

export const remedyAssigned = (unitId: string, id: string, due: string): GivenFact =>
  fact(`session-${unitId}-2026`, 'RemedyAssigned', remedy(unitId, id, due));

export const remedyVerified = (unitId: string, id: string, due: string, late = false): GivenFact =>
  fact(`session-${unitId}-2026`, 'RemedyVerified', {
    ...remedy(unitId, id, due),
    done: true,
    late,
  });

export const remedyPassed = (unitId: string, id: string, due: string): GivenFact =>
  fact(
    `session-${unitId}-2026`,
    'DeadlinePassed',
    { clock: `remedy:${id}`, deadline: 'remedy', key: id, due, offset: 0, unitId },
    { workflow: 'criticism-session' },
  );
