import { heldSession } from './criticism.js';
import { committed, rate, type Rated } from './rating.js';
import { Story } from './story.js';

let story: Story;
const VINH = 'do.quang.vinh';
/** As good as Vinh, but for 2023, when she was ill and not rated. */
const CUC = 'phan.thi.cuc';
const TAM = 'vo.thanh.tam';
const NGA = 'vu.thuy.nga';
const CELL = 'khu-pho-4';
const BASE = 'an-binh-dong';
const YEARS = [2021, 2022, 2023, 2024, 2025];
/** So many are rated good that two may be excellent. */
const GOOD = Array.from({ length: 10 }, (_, index) => `dang.vien.${index + 1}`);
const people = [VINH, CUC, ...GOOD];
const [chairId, recorderId] = [GOOD[0]!, GOOD[1]!];

beforeAll(async () => {
  story = await Story.on('2021-02-10');
  await story.found(BASE, 'Đảng bộ phường An Bình Đông', 'ward');
  await story.found(CELL, 'Chi bộ Khu phố 4', 'cell', BASE);
  for (const id of people) await story.admit(id, id, CELL);
  for (const id of [TAM, NGA]) await story.admit(id, id, BASE);
  await story.appoint(chairId, 'secretary', CELL);
  await story.appoint(TAM, 'secretary', BASE);
  await story.appoint(NGA, 'committee', BASE);
  for (const year of YEARS) await ratedThrough(year);
}, 120_000);
afterAll(() => story.close());

const isIll = (memberId: string, year: number): boolean => memberId === CUC && year === 2023;
const ratedOf = (memberId: string): Rated =>
  GOOD.includes(memberId)
    ? { memberId, rating: 'good' }
    : { memberId, rating: 'excellent', score: 95 };

/** A whole year: registrations, session, ballots, decision, notice, and final in January. */
async function ratedThrough(year: number): Promise<void> {
  await story.day(`${year}-03-10`);
  for (const id of [VINH, CUC]) await committed(story, id, year, chairId);
  const on = `${year}-12-10`;
  await story.day(on);
  const plan = { unitId: CELL, on, chairId, recorderId, secondId: TAM };
  await heldSession(story, { ...plan, attendees: people });
  const raters = { proposerId: TAM, appraiserId: NGA, tellers: people };
  for (const id of people)
    if (!isIll(id, year)) await rate(story, ratedOf(id), raters, on, people.length - 1);
  const absence = { reason: 'long_illness', on, unitId: CELL };
  if (isIll(CUC, year))
    await story.before('classification', `member.${CUC}-${year}`, 'markNotRated', absence, TAM);
  await story.day(on);
  const decision = { decisionNo: `31-QĐ/ĐU ${year}`, on };
  await story.before('rating-list', `${BASE}-${year}`, 'decide', decision, TAM);
  await story.day(on);
  for (const id of people)
    if (!isIll(id, year))
      await story.before('classification', `member.${id}-${year}`, 'notify', { on }, NGA);
  // Thirty days later nobody has complained.
  await story.day(`${year + 1}-01-20`);
}

const nomination = (subjectId: string) => ({
  ...{ subjectKind: 'member', subjectId, unitId: CELL, decidedAt: BASE },
  ...{ track: 'party', form: 'certificate', occasion: 'five_years', on: '2026-01-20' },
  period: { fromYear: 2021, toYear: 2025 },
});
const award = (command: string) => `/commendation/gk-vinh-2026/${command}`;
interface DossierSeen {
  ratings: { year: number; rating: string | null; event: { eventId: string } | null }[];
  eligible: boolean;
  conditions: { check: string; met: boolean; reasons: { code: string; params?: object }[] }[];
}

describe('Đỗ Quang Vinh was EXCELLENT from 2021 to 2025', () => {
  it('his dossier lists five final ratings with their events', async () => {
    await story.does(chairId, award('nominate'), nomination(VINH), 'nominated');
    await story.server.guong.settled();
    const report = { reportText: 'Báo cáo thành tích năm năm', on: '2026-01-20' };
    await story.does(VINH, award('completeDossier'), report, 'dossier_complete');
    const dossier = await story.reads<DossierSeen>(TAM, '/commendation/gk-vinh-2026/dossier');
    expect(dossier.ratings.map(({ year, rating }) => [year, rating])).toEqual(
      YEARS.map((year) => [year, 'excellent']),
    );
    const ids = dossier.ratings.map(({ event }) => event?.eventId);
    expect(new Set(ids).size).toBe(5);
    for (const year of YEARS) {
      const facts = await story.facts(`rating-member.${VINH}-${year}`);
      const final = facts.find(({ type }) => type === 'RatingFinalised') as unknown as {
        id: string;
      };
      expect(ids).toContain(final.id);
    }
  });

  it('whoever lacks 2023 is not eligible', async () => {
    const path = '/commendation/gk-cuc-2026';
    await story.does(chairId, `${path}/nominate`, nomination(CUC), 'nominated');
    await story.server.guong.settled();
    const report = { reportText: 'Báo cáo thành tích', on: '2026-01-20' };
    expect(await story.tell(CUC, `${path}/completeDossier`, report)).toMatchObject({
      status: 422,
      codes: ['RATING_MISSING'],
      params: [{ year: 2023 }],
    });
    const dossier = await story.reads<DossierSeen>(TAM, `${path}/dossier`);
    expect(dossier.eligible).toBe(false);
    const reasons = dossier.conditions.flatMap((condition) => condition.reasons);
    expect(reasons).toContainEqual(expect.objectContaining({ code: 'RATING_MISSING' }));
  });

  it('he is awarded on 3 February 2026, and nobody publishes it before', async () => {
    await story.day('2026-02-03');
    const on = '2026-02-03';
    await story.does(TAM, award('appraise'), { verdict: 'qualified', text: 'Đủ', on });
    const published = { channel: 'notice_board', on, legalBasis: 'Điều 16 Luật 91/2025' };
    expect((await story.tell(TAM, award('publish'), published)).codes).toEqual(['WRONG_STATE']);
    const decision = { decisionNo: '12-QĐ/ĐU', on };
    expect((await story.tell(TAM, award('decide'), decision)).status).toBe(422);
    const ballot = { voteId: 'v1', options: ['approve', 'reject'], on };
    await story.does(TAM, award('openCouncilVote'), ballot);
    const tally = { voteId: 'v1', issued: 2, returned: 2, valid: 2, on };
    const votes = [{ option: 'approve', count: 2 }];
    const tellers = [TAM, NGA];
    await story.does(TAM, award('tallyCouncilVote'), { ...tally, votes, tellers });
    await story.does(TAM, award('decide'), decision, 'decided');
    await story.does(TAM, award('publish'), published, 'published');
    expect(await story.figure(TAM, BASE, 'AWARDS', 2026)).toMatch(/^1\//);
    expect(await honoured()).toContain(VINH);
  });
});

const honoured = async (): Promise<string[]> => {
  const list = await story.reads<{ items: { subjectId: string }[] }>(
    CUC,
    `/units/${BASE}/honours?year=2026`,
  );
  return list.items.map(({ subjectId }) => subjectId);
};

describe('in May 2026 it turns out that he gave false information', () => {
  it('the award is revoked on that ground, not by whoever proposed it', async () => {
    await story.day('2026-05-20');
    const on = '2026-05-20';
    const ground = 'false_information';
    const unlisted = await story.tell(NGA, award('proposeRevocation'), { ground: 'envy', on });
    expect(unlisted.status).toBe(400);
    await story.does(NGA, award('proposeRevocation'), { ground, on }, 'revocation_proposed');
    const decision = { ground, decisionNo: '40-QĐ/ĐU', on };
    expect((await story.tell(NGA, award('revoke'), decision)).codes).toEqual(['SAME_PERSON']);
    await story.does(TAM, award('revoke'), decision, 'revoked');
  });

  it('AWARDS is one less', async () => {
    expect(await story.figure(TAM, BASE, 'AWARDS', 2026)).toMatch(/^0\//);
  });

  it('his timeline shows both', async () => {
    const { items } = await story.reads<{ items: { type: string }[] }>(
      VINH,
      `/members/${VINH}/history`,
    );
    const types = items.map(({ type }) => type);
    expect(types).toContain('AwardDecided');
    expect(types).toContain('AwardRevoked');
  });

  it('the public list drops him', async () => {
    expect(await honoured()).not.toContain(VINH);
  });
});
