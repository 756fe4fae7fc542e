import { recordedFact } from '#libs/kernel/testing';
import { contestToAwards } from './contest-to-awards.reactor.js';

const awarded = recordedFact({
  type: 'ContestAwarded',
  data: {
    ...{
      contestId: 'ke-chuyen',
      unitId: 'anbinh',
      year: 2026,
      decisionNo: '8-QĐ',
      on: '2026-06-01',
    },
    awards: ['ke-chuyen-e1', 'ke-chuyen-e2'],
    nominations: [
      {
        ...{ awardId: 'ke-chuyen-e1', subjectKind: 'unit', subjectId: 'kp5' },
        ...{ subjectUnitId: 'anbinh', prize: 'first' },
      },
      {
        ...{ awardId: 'ke-chuyen-e2', subjectKind: 'member', subjectId: 'khai' },
        ...{ subjectUnitId: 'kp4', prize: 'second' },
      },
    ],
  },
});

it('nominates every prize, where the contest was held, counted where its winner stands', () => {
  const wanted = contestToAwards.on['ContestAwarded']!(awarded, contestToAwards.start());
  const shared = {
    ...{ contestId: 'ke-chuyen', on: '2026-06-01', decidedAt: 'anbinh', track: 'party' },
    ...{ form: 'certificate', occasion: 'contest', period: { fromYear: 2026, toYear: 2026 } },
  };
  expect(wanted).toEqual([
    {
      ...{ workflow: 'commendation', id: 'ke-chuyen-e1', command: 'nominate' },
      input: { ...shared, subjectKind: 'unit', subjectId: 'kp5', unitId: 'kp5' },
    },
    {
      ...{ workflow: 'commendation', id: 'ke-chuyen-e2', command: 'nominate' },
      input: { ...shared, subjectKind: 'member', subjectId: 'khai', unitId: 'kp4' },
    },
  ]);
});
