import type { CriticismSessionView } from '../criticism-session/criticism-session.events.js';
import type { RegistrationView } from '../registration/registration.events.js';
import type { ClassificationView } from './classification.events.js';

const present = (memberId: string, votes = true) => ({
  memberId,
  presence: 'present' as const,
  votes,
});
const entries = [present('ha'), present('loc'), present('khai'), present('lan')];
const counts = { listed: 6, expected: 6, present: 5, excused: 1, unexcused: 0 };

/** The cell's session of 2026: five present, of whom Mai is probationary; Nam is excused. */
export const sessionView = (fields: Partial<CriticismSessionView> = {}): CriticismSessionView => ({
  unitId: 'kp4',
  year: 2026,
  round: 1,
  subjects: [],
  closedOrConcluded: true,
  attendance: {
    entries: [
      ...entries,
      present('mai', false),
      { memberId: 'nam', presence: 'excused', votes: true },
    ],
    counts: { ...counts, electorate: 5, voting: 4 },
    quorate: true,
  },
  shortcomings: [],
  remedies: [],
  explained: [],
  ...fields,
});

/** Shortcomings of the subject in the year before, of which some have been remedied. */
export const earlierSession = (subjectId: string, done: readonly boolean[]) => {
  const ids = done.map((_one, index) => `s${index + 1}`);
  return sessionView({
    year: 2025,
    shortcomings: ids.map((id) => ({ id, subjectId, area: 'duty', severity: 'minor' })),
    remedies: ids.map((id, index) => ({
      ...{ id: `r${index + 1}`, ownerId: 'ha', due: '2026-06-30', text: undefined, basis: id },
      status: done[index] ? ('done' as const) : ('open' as const),
    })),
  });
};

export const registrationView = (fields: Partial<RegistrationView> = {}): RegistrationView => ({
  ...{ memberId: 'khai', year: 2026, shortcomings: [], endorsed: true, countedUnitId: 'kp4' },
  ...fields,
});

/** Everybody of the session, proposed. */
export const everybodyRated = new Map(
  ['ha', 'loc', 'khai', 'lan', 'mai', 'nam'].map((memberId) => [
    `member.${memberId}-2026`,
    { subjectId: memberId, proposed: 'good', notRated: undefined } as ClassificationView,
  ]),
);
