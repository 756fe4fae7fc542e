import type { VoteRule } from '#libs/kernel';
import type { OldFact } from '#libs/kernel/testing';
import { situation } from '#libs/kernel/testing';
import type { AchievementRecordView } from '../achievement-record/achievement-record.events.js';
import type { ClassificationView, Rating } from '../classification/classification.events.js';
import { authority, memberView, rulesIn, unitView } from '../testing/index.js';
import type { CommendationFacts } from './commendation.events.js';
import { commendation } from './commendation.workflow.js';

export const on = '2026-01-20';
export const of = {
  ...{ awardId: 'a1', subjectKind: 'member' as const, subjectId: 'khai', memberId: 'khai' },
  ...{ unitId: 'kp4', decidedAt: 'anbinh', track: 'party' as const, form: 'certificate' as const },
  ...{ period: { fromYear: 2021, toYear: 2025 }, occasion: 'five_years' as const },
};
export const claim = 'party:certificate:five_years:2021-2025';

/** Khải's certificate of the ward for five years. */
export const nomination = (fields: object = {}) => ({
  ...{ subjectKind: 'member' as const, subjectId: 'khai', unitId: 'kp4', decidedAt: 'anbinh' },
  ...{ track: 'party' as const, form: 'certificate' as const, occasion: 'five_years' as const },
  ...{ period: { fromYear: 2021, toYear: 2025 }, on },
  ...fields,
});

/** Final ratings of the years 2021 to 2025, the best unless said otherwise. */
export const ratingsOf = (
  other: Readonly<Record<number, Partial<ClassificationView> | undefined>> = {},
): ReadonlyMap<string, ClassificationView> =>
  new Map(
    [2021, 2022, 2023, 2024, 2025].flatMap((year) => {
      if (year in other && other[year] === undefined) return [];
      const view = { year, rating: 'excellent' as Rating, finalRevision: 9, ...other[year] };
      return [[`member.khai-${year}`, view as ClassificationView] as const];
    }),
  );

const merit = (day: string) => ({ eventId: `meeting-kp4-${day}@7`, source: 'meeting', on: day });
/** Merits of several years, and the claim of this award. */
export const recordView = (holders: readonly string[] = ['a1']): AchievementRecordView => ({
  merits: [merit('2019-05-03'), merit('2022-03-03'), merit('2025-11-03')] as never,
  claims: { [claim]: [...holders] },
});

const fact = <Type extends keyof CommendationFacts>(
  type: Type,
  data: Omit<CommendationFacts[Type]['data'], keyof typeof of>,
  actor = 'tam',
): OldFact => ({ type, data: { ...of, ...data }, actor });

export const nominated = (fields: object = {}): OldFact => {
  const given = fact('Nominated', { claim, procedure: 'full', pendingDiscipline: false, on }, 'ha');
  return { ...given, data: { ...given.data, ...fields } };
};
const completed = fact('DossierCompleted', { template: 'individual', merits: [], ratings: [], on });
export const appraised = (fields: object = {}): OldFact => {
  const given = fact('AwardAppraised', { verdict: 'qualified', pendingDiscipline: false, on });
  return { ...given, data: { ...given.data, ...fields } };
};
const rule: VoteRule = {
  quorumPercent: 50,
  threshold: 'more_than_half',
  of: 'electorate',
  tie: 'failed',
  secret: true,
};
export const voteOpened = fact('CouncilVoteOpened', {
  ...{ voteId: 'v1', options: ['approve', 'reject'], electorate: ['tam', 'minh', 'an'], rule, on },
});
export const voted = (outcome: 'passed' | 'failed' = 'passed', approve = 3): OldFact =>
  fact('CouncilVoted', {
    ...{ voteId: 'v1', electorate: 3, outcome, winner: 'approve', tellers: ['tam', 'minh'], on },
    tally: {
      ...{ issued: 3, returned: 3, valid: 3 },
      votes: [
        { option: 'approve', count: approve },
        { option: 'reject', count: 3 - approve },
      ],
    },
  });
export const decided = fact('AwardDecided', {
  ...{ level: 'ward', decisionNo: '12-QĐ/ĐU', on: '2026-02-03', ratings: [] },
});
export const published = fact('AwardPublished', { channel: 'notice_board', on: '2026-02-04' });
const presented = fact('AwardPresented', { on: '2026-02-05' });
const proposal = fact(
  'RevocationProposed',
  { ground: 'false_information', on: '2026-05-04' },
  'minh',
);
export const refused = fact('RevocationRefused', { ground: 'false_information', on: '2026-05-20' });
const revoked = fact('AwardRevoked', {
  ...{ level: 'ward', ground: 'false_information', decisionNo: '40-QĐ/ĐU', on: '2026-05-20' },
});

const VOTED = [nominated(), completed, appraised(), voteOpened, voted()];
const PRESENTED = [...VOTED, decided, published, presented];
/** Facts that lead to each state. */
export const HISTORIES = {
  none: [],
  nominated: [nominated()],
  dossier_complete: [nominated(), completed],
  appraised: [nominated(), completed, appraised()],
  council_voted: VOTED,
  decided: [...VOTED, decided],
  rejected: [nominated(), fact('AwardRejected', { reason: 'not_qualified', on })],
  published: [...VOTED, decided, published],
  presented: PRESENTED,
  revocation_proposed: [...PRESENTED, proposal],
  upheld: [...PRESENTED, proposal, refused],
  revoked: [...PRESENTED, proposal, revoked],
} satisfies Record<string, OldFact[]>;

export const officers = (['tam secretary', 'minh committee', 'an committee'] as const).map(
  (line) => {
    const [memberId, office] = line.split(' ') as [string, 'secretary'];
    return { memberId, office, from: '2020-01-01' };
  },
);
export const ward = unitView({
  ...{ unitId: 'anbinh', level: 'ward', parentId: 'songvan', officers },
});
export const province = unitView({ unitId: 'songvan', level: 'province', parentId: null });

/** An award dealt with in a year by its rules. */
export const givenIn = (year: number) =>
  situation(commendation, {
    id: 'a1',
    actor: 'tam',
    now: `${year}-06-20T05:00:00.000Z`,
    authority,
    needs: {
      ...{ rules: rulesIn(year), membership: memberView(), unit: unitView() },
      ...{ deciding: ward, aboveDeciding: province, ratings: ratingsOf(), record: recordView() },
    },
  });
export const given = givenIn(2026);
