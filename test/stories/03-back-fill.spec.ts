import { formOf } from './registration-form.js';
import { Story } from './story.js';

let story: Story;
const LOC = 'pham.van.loc';
const KHAI = 'tran.minh.khai';
const TAM = 'vo.thanh.tam';
const CELL = 'khu-pho-4';
const WARD = 'an-binh-dong';
const MONTHS = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11'];

beforeAll(async () => {
  story = await Story.on('2026-01-20');
  await story.found(WARD, 'Đảng bộ phường An Bình Đông', 'ward');
  await story.found(CELL, 'Chi bộ Khu phố 4', 'cell', WARD);
  await story.admit(KHAI, 'Trần Minh Khải', CELL);
  await story.admit(LOC, 'Phạm Văn Lộc', CELL);
  await story.admit(TAM, 'Võ Thành Tâm', WARD);
  await story.appoint(LOC, 'secretary', CELL);
  await story.appoint(TAM, 'committee', WARD);
  const monthly = { cadence: 'monthly', fromYear: 2026 };
  await story.does(LOC, `/organisation/${CELL}/chooseCadence`, monthly);
  await story.before('registration', `${KHAI}-2026`, 'submit', formOf(), KHAI);
  await story.before('registration', `${KHAI}-2026`, 'endorse', {}, LOC);
  await story.day('2026-12-02');
}, 60_000);
afterAll(() => story.close());

const remark = (month: string) => ({
  unitId: CELL,
  deeds: ['d1', 'd2'].map((key) => ({ key, mark: 'done' })),
  text: `Tháng ${month}: hoàn thành`,
  on: '2026-12-02',
});
interface Finding {
  ruleId: string;
  memberId: string | null;
}
const findings = async (rule: string): Promise<Finding[]> =>
  (await story.reads<{ items: Finding[] }>(TAM, `/units/${CELL}/findings?year=2026&rule=${rule}`))
    .items;

describe('Lộc enters the remarks of January to November on 2 December', () => {
  it('given nothing was raised before', async () => {
    expect(await findings('BATCH_BACKFILL')).toEqual([]);
  });

  it('a quarter is refused in a cell that reviews by the month', async () => {
    const told = await story.tell(LOC, `/review/${KHAI}-2026-q1/remark`, remark('q1'));
    expect(told).toMatchObject({ status: 422, codes: ['PERIOD_NOT_OF_CADENCE'] });
  });

  it('each is accepted and tagged late', async () => {
    for (const month of MONTHS)
      await story.does(LOC, `/review/${KHAI}-2026-${month}/remark`, remark(month), 'remarked');
    for (const month of MONTHS.slice(0, -1)) {
      const facts = await story.facts(`review-${KHAI}-2026-${month}`);
      const remarked = facts.find(({ type }) => type === 'DeedRemarked')!;
      expect(remarked.data).toMatchObject({ period: `2026-${month}`, late: true });
      expect(remarked.data['lateDays']).toBeGreaterThan(20);
    }
    // November ended two days ago: that remark alone is in time.
    const [november] = await story.facts(`review-${KHAI}-2026-11`);
    expect(november!.data).toMatchObject({ late: false, lateDays: 0 });
  });

  it('BATCH_BACKFILL is raised', async () => {
    const [finding, ...more] = await findings('BATCH_BACKFILL');
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ ruleId: 'BATCH_BACKFILL' });
  });

  it('REVIEW_COVERAGE counts them and REVIEW_LATENESS does not hide them', async () => {
    expect(await story.figure(TAM, CELL, 'REVIEW_COVERAGE', 2026)).toBe('11/12');
    expect(await story.figure(TAM, CELL, 'REVIEW_LATENESS', 2026)).toBe('10/11');
  });

  it('the member sees in the book which came late', async () => {
    const book = await story.reads<{ periods: { period: string; late: boolean }[] }>(
      KHAI,
      `/members/${KHAI}/book?year=2026`,
    );
    const late = book.periods.filter((one) => one.late).map(({ period }) => period);
    expect(late).toEqual(MONTHS.slice(0, -1).map((month) => `2026-${month}`));
  });
});
