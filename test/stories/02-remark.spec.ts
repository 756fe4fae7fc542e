import { deed, formOf } from './registration-form.js';
import { Story } from './story.js';

let story: Story;
const KHAI = 'tran.minh.khai';
const HA = 'le.thi.thu.ha';
const LOC = 'pham.van.loc';
const CELL = 'khu-pho-4';
const Q1 = `/review/${KHAI}-2026-q1`;
const DIRECTION = 'Quý II: giúp dứt điểm hộ thứ hai, báo cáo bằng giấy xác nhận';

beforeAll(async () => {
  story = await Story.on('2026-03-02');
  await story.found('an-binh-dong', 'Đảng bộ phường An Bình Đông', 'ward');
  await story.found(CELL, 'Chi bộ Khu phố 4', 'cell', 'an-binh-dong');
  for (const [id, name] of [
    [KHAI, 'Trần Minh Khải'],
    [HA, 'Lê Thị Thu Hà'],
    [LOC, 'Phạm Văn Lộc'],
  ] as const)
    await story.admit(id, name, CELL);
  await story.appoint(HA, 'secretary', CELL);
  await story.appoint(LOC, 'deputy', CELL);
  // Khải sits on the committee himself: an office must not help him to judge himself.
  await story.appoint(KHAI, 'committee', CELL);
  const deeds = ['d1', 'd2', 'd3'].map((key) => deed(`Việc ${key}`, { key }));
  await story.before('registration', `${KHAI}-2026`, 'submit', formOf(deeds), KHAI);
  await story.before('registration', `${KHAI}-2026`, 'endorse', {}, HA);
  await story.day('2026-04-05');
}, 60_000);
afterAll(() => story.close());

const marks = (d3: string) => [
  { key: 'd1', mark: 'done' },
  { key: 'd2', mark: 'on_track' },
  { key: 'd3', mark: d3 },
];
const remark = {
  ...{
    unitId: CELL,
    deeds: marks('late'),
    text: 'Hai việc tốt, việc thứ ba chậm',
    on: '2026-04-05',
  },
  nextDirection: DIRECTION,
};
interface Period {
  period: string;
  state: string;
  nextDirection: string | null;
}
const periods = async (who: string): Promise<Record<string, Period>> => {
  const book = await story.reads<{ periods: Period[] }>(who, `/members/${KHAI}/book?year=2026`);
  return Object.fromEntries(book.periods.map((one) => [one.period, one]));
};

describe('the cell committee remarks on the first quarter of Khải’s deeds', () => {
  it('Khải cannot remark on himself, not even as a committee member', async () => {
    expect(await story.tell(KHAI, `${Q1}/remark`, remark)).toMatchObject({
      status: 422,
      codes: ['IS_SUBJECT'],
    });
  });

  it('a remark that leaves out a deed is refused', async () => {
    const lacking = { ...remark, deeds: marks('late').slice(0, 2) };
    expect((await story.tell(HA, `${Q1}/remark`, lacking)).codes).toEqual([
      'DEED_MARK_MISSING deeds',
    ]);
  });

  it('Hà remarks: done, on track, late, and the next direction', async () => {
    await story.does(HA, `${Q1}/remark`, remark, 'remarked');
    const [fact] = await story.facts(`review-${KHAI}-2026-q1`);
    expect(fact).toMatchObject({
      type: 'DeedRemarked',
      data: { deeds: marks('late'), hasDirection: true, late: false },
    });
    // What is said of him is sealed to him: the clear part holds only the marks.
    expect(JSON.stringify(fact!.data)).not.toContain('chậm');
  });

  it('he disputes one line; a line that was never marked is refused', async () => {
    const dispute = { on: '2026-04-06', text: 'Việc ba đã xong ngày 30/3' };
    await story.day('2026-04-06');
    expect(await story.tell(KHAI, `${Q1}/dispute`, { ...dispute, line: 'd9' })).toMatchObject({
      status: 422,
      codes: ['DEED_UNKNOWN line'],
    });
    expect((await story.tell(LOC, `${Q1}/dispute`, dispute)).codes).toContain('NOT_SUBJECT');
    await story.does(KHAI, `${Q1}/dispute`, { ...dispute, line: 'd3' }, 'disputed');
  });

  it('neither who wrote the remark nor he resolves the dispute; Lộc does', async () => {
    const resolution = {
      ...{ outcome: 'upheld', text: 'Có giấy xác nhận', on: '2026-04-10' },
      deeds: [{ key: 'd3', mark: 'done' }],
    };
    await story.day('2026-04-10');
    expect((await story.tell(HA, `${Q1}/resolve`, resolution)).codes).toEqual(['SAME_PERSON']);
    expect((await story.tell(KHAI, `${Q1}/resolve`, resolution)).codes).toContain('IS_SUBJECT');
    await story.does(LOC, `${Q1}/resolve`, resolution, 'resolved');
  });

  it('his timeline shows the remark, the dispute and its resolution', async () => {
    const { items } = await story.reads<{ items: { type: string }[] }>(
      KHAI,
      `/members/${KHAI}/history`,
    );
    const types = items.map(({ type }) => type);
    expect(types.slice(-3)).toEqual(['DeedRemarked', 'RemarkDisputed', 'DisputeResolved']);
  });

  it('the second quarter’s form takes the direction from his book', async () => {
    const { '2026-q1': first, '2026-q2': second } = await periods(KHAI);
    expect(first).toMatchObject({ state: 'resolved', nextDirection: DIRECTION });
    expect(second).toMatchObject({ state: 'due' });
  });
});
