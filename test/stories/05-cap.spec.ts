import { heldSession } from './criticism.js';
import { committed, rate, type Rated, RATINGS, tallyOf } from './rating.js';
import { Story } from './story.js';

let story: Story;
const HA = 'le.thi.thu.ha';
const LOC = 'pham.van.loc';
const TAM = 'vo.thanh.tam';
const NGA = 'vu.thuy.nga';
const CELL = 'khu-pho-4';
const BASE = 'an-binh-dong';
const DAY = '2026-12-12';
const LIST = `/rating-list/${BASE}-2026/decide`;

/** Fifty rated members: nine are proposed excellent, forty good, and one is the story's own. */
const people = Array.from({ length: 50 }, (_, index) => `dang.vien.${index + 1}`);
const BEST = people.slice(0, 9);
const LAST = people[49]!;
const cells: Readonly<Record<string, readonly string[]>> = {
  [CELL]: [...people.slice(0, 8), ...people.slice(34)],
  'khu-pho-5': people.slice(8, 34),
};

beforeAll(async () => {
  story = await Story.on('2026-03-10');
  await story.found(BASE, 'Đảng bộ phường An Bình Đông', 'ward');
  for (const id of Object.keys(cells)) await story.found(id, `Chi bộ ${id}`, 'cell', BASE);
  for (const [unitId, members] of Object.entries(cells))
    for (const id of members) await story.admit(id, id, unitId);
  for (const id of [HA, LOC]) await story.admit(id, id, BASE);
  for (const id of [TAM, NGA]) await story.admit(id, id, BASE);
  await story.appoint(TAM, 'secretary', BASE);
  await story.appoint(NGA, 'committee', BASE);
  for (const id of BEST) await committed(story, id, 2026, TAM);
  await story.day(DAY);
  for (const [unitId, members] of Object.entries(cells)) {
    const [chairId, recorderId] = [members.at(-1)!, members.at(-2)!];
    await story.appoint(chairId, 'secretary', unitId);
    const attendees = members.slice(members.length - 24);
    const plan = { unitId, on: DAY, chairId, recorderId, secondId: TAM };
    const present = [...new Set([chairId, recorderId, ...attendees])];
    await heldSession(story, { ...plan, attendees: present });
    const rated = members.filter((id) => id !== LAST).map(ratedOf);
    for (const one of rated) {
      const voters = present.filter((id) => id !== one.memberId).length;
      const raters = { proposerId: TAM, appraiserId: NGA, tellers: present };
      await rate(story, one, raters, DAY, voters);
    }
  }
  await story.server.guong.settled();
}, 120_000);
afterAll(() => story.close());

function ratedOf(memberId: string): Rated {
  return BEST.includes(memberId)
    ? { memberId, rating: 'excellent', score: 93 }
    : { memberId, rating: 'good', score: 80 };
}

describe('the ballot of a cell', () => {
  const record = `/classification/member.${LAST}-2026`;

  it('is stored as a tally: 23 issued, 23 returned, 22 valid', async () => {
    await story.does(LAST, `${record}/selfRate`, { rating: 'completed', score: 60 });
    const ballot = { voteId: 'b1', options: [...RATINGS], on: DAY };
    await story.does(TAM, `${record}/openBallot`, ballot);
    const tally = { ...tallyOf('b1', 'completed', 23, cells[CELL]!.slice(-4, -2)), on: DAY };
    const more = { ...tally, issued: 24 };
    expect((await story.tell(TAM, `${record}/tallyBallot`, more)).status).toBe(422);
    await story.does(TAM, `${record}/tallyBallot`, tally, 'balloted');
    const facts = await story.facts(`rating-member.${LAST}-2026`);
    const counted = facts.find(({ type }) => type === 'BallotTallied')!.data;
    expect(counted).toMatchObject({
      ...{ electorate: 23, winner: 'completed' },
      tally: { issued: 23, returned: 23, valid: 22 },
    });
  });

  it('takes no single vote and no time of one: such an input does not exist', async () => {
    const vote = { voterId: cells[CELL]![0], option: 'good', at: `${DAY}T08:00:00Z` };
    const tally = { ...tallyOf('b1', 'good', 23, []), on: DAY, ballots: [vote] };
    expect(await story.tell(TAM, `${record}/tallyBallot`, tally)).toMatchObject({
      status: 400,
      codes: expect.arrayContaining(['FIELD_UNKNOWN ballots']) as string[],
    });
  });

  it('nobody is proposed without it', async () => {
    const path = `/classification/member.${HA}-2026`;
    await story.does(HA, `${path}/selfRate`, { rating: 'good', score: 80 });
    expect((await story.tell(TAM, `${path}/propose`, { rating: 'good', score: 80 })).codes).toEqual(
      expect.arrayContaining(['TALLY_MISSING']),
    );
  });
});

describe('the base committee decides on 40 GOOD under a cap of 20 percent, FLOOR', () => {
  const decision = { decisionNo: '31-QĐ/ĐU', on: DAY };

  it('sees that 8 may be EXCELLENT and 9 are proposed', async () => {
    const sheet = await story.reads(TAM, `/units/${BASE}/year-sheet?year=2026`);
    expect(sheet).toMatchObject({
      now: { excellent: 9, good: 40 },
      standing: {
        ...{ percent: 20, denominator: 'GOOD_ONLY', base: 40, allowed: 8, excellent: 9 },
        exceptional: 25,
      },
    });
  });

  it('the ninth blocks the decision: CAP_EXCEEDED 9/8', async () => {
    expect(await story.tell(TAM, LIST, decision)).toMatchObject({
      status: 422,
      codes: ['CAP_EXCEEDED'],
      params: [{ excellent: 9, allowed: 8 }],
    });
  });

  it('an exception of 25 percent needs the number of a document', async () => {
    for (const exception of [{}, { documentNo: '  ' }])
      expect(await story.tell(TAM, LIST, { ...decision, exception })).toMatchObject({
        status: 422,
        codes: ['EXCEPTION_DOCUMENT_MISSING exception.documentNo'],
      });
  });

  it('with the document 10 are allowed, and the decision keeps how it was reckoned', async () => {
    const exception = { documentNo: '05-CV/TU' };
    await story.does(TAM, LIST, { ...decision, exception }, 'decided');
    const decided = (await story.facts(`ratinglist-${BASE}-2026`)).at(-1)!;
    expect(decided.data).toMatchObject({
      cap: { percent: 25, base: 40, allowed: 10, excellent: 9, exceptionNo: '05-CV/TU' },
    });
    await story.server.guong.settled();
    const rating = await story.reads(TAM, `/classification/member.${BEST[0]}-2026`);
    expect(rating).toMatchObject({ state: 'decided' });
  });
});
