import { heldSession } from './criticism.js';
import { rate } from './rating.js';
import { Story } from './story.js';

let story: Story;
const CELL = 'thcs-hoa-mai';
const BASE = 'an-binh-dong';
const HIEN = 'ngo.thi.hien';
const DUNG = 'bui.quoc.dung';
const OANH = 'dinh.kieu.oanh';
const TAM = 'vo.thanh.tam';
const NGA = 'vu.thuy.nga';
const people = [HIEN, DUNG, OANH];
const found = ['s1', 's2', 's3', 's4'];

beforeAll(async () => {
  story = await Story.on('2026-12-15');
  await story.found(BASE, 'Đảng bộ phường An Bình Đông', 'ward');
  await story.found(CELL, 'Chi bộ Trường THCS Hoa Mai', 'cell', BASE);
  for (const id of people) await story.admit(id, id, CELL);
  for (const id of [TAM, NGA]) await story.admit(id, id, BASE);
  await story.appoint(HIEN, 'secretary', CELL);
  await story.appoint(TAM, 'secretary', BASE);
  await story.appoint(NGA, 'committee', BASE);
  for (const year of [2023, 2024, 2025, 2026]) {
    const on = `${year}-12-10`;
    const plan = { unitId: CELL, on, chairId: HIEN, recorderId: DUNG, secondId: TAM };
    const hasFound = year === 2023 || year === 2025;
    const id = await heldSession(story, {
      ...{ ...plan, attendees: people },
      ...(hasFound && { found: found.map((key) => ({ id: key, due: `${year + 1}-06-30` })) }),
    });
    if (hasFound) for (const key of found.slice(1)) await remedied(id, key);
  }
  for (const year of [2024, 2026])
    for (const memberId of people) {
      const raters = { proposerId: TAM, appraiserId: NGA, tellers: people };
      await rate(story, { memberId, rating: 'good', score: 80 }, raters, `${year}-12-12`, 2);
    }
}, 60_000);
afterAll(() => story.close());

/** The owner reports, somebody above verifies. */
async function remedied(session: string, key: string): Promise<void> {
  const remedy = { id: `r-${key}`, on: '2026-12-14' };
  const report = { ...remedy, text: 'Đã làm' };
  await story.before('criticism-session', session, 'reportRemedy', report, HIEN);
  const verified = { ...remedy, done: true };
  await story.before('criticism-session', session, 'verifyRemedy', verified, TAM);
}

const rating = (year: number) => `/classification/unit.${CELL}-${year}`;
const best = { rating: 'excellent', score: 92 };

describe('the cell of Hoa Mai school scores 92 and has 1 of 4 shortcomings of 2025 open', () => {
  it('rates itself; whoever did so does not also propose', async () => {
    await story.does(HIEN, `${rating(2026)}/selfRate`, best, 'self_rated');
    expect((await story.tell(HIEN, `${rating(2026)}/propose`, best)).codes).toEqual([
      'SAME_PERSON',
    ]);
  });

  it('EXCELLENT is refused under 366: one of four is not remedied', async () => {
    expect(await story.tell(TAM, `${rating(2026)}/propose`, best)).toMatchObject({
      status: 422,
      codes: ['SHORTCOMINGS_UNREMEDIED rating'],
      params: [{ open: 1, of: 4 }],
    });
  });

  it('and so is a score below the scale', async () => {
    const low = await story.tell(TAM, `${rating(2026)}/propose`, { ...best, score: 89 });
    expect(low.codes).toEqual(['POINTS_TOO_LOW score', 'SHORTCOMINGS_UNREMEDIED rating']);
  });

  it('under 124 the same case of 2024 is allowed', async () => {
    await story.does(HIEN, `${rating(2024)}/selfRate`, best, 'self_rated');
    await story.does(TAM, `${rating(2024)}/propose`, best, 'proposed');
    const facts = await story.facts(`rating-unit.${CELL}-2024`);
    expect(facts.at(-1)).toMatchObject({
      type: 'RatingProposed',
      rulePack: 'vn-2021',
      data: { basis: { shortcomings: 4, unremedied: 1 } },
    });
  });

  it('once the last is verified, 2026 goes through', async () => {
    await remedied(`${CELL}-2025`, 's1');
    await story.does(TAM, `${rating(2026)}/propose`, best, 'proposed');
    const facts = await story.facts(`rating-unit.${CELL}-2026`);
    expect(facts.at(-1)).toMatchObject({
      rulePack: 'vn-2026',
      data: { basis: { shortcomings: 4, unremedied: 0 } },
    });
  });
});
