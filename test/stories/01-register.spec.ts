import { deed, formOf } from './registration-form.js';
import { Story } from './story.js';

let story: Story;
const KHAI = 'tran.minh.khai';
const HA = 'le.thi.thu.ha';
const CELL = 'khu-pho-4';
const SUBMIT = `/registration/${KHAI}-2026/submit`;

/** Twenty-four members: Khải, the secretary, one exempt, and twenty-one who are done. */
beforeAll(async () => {
  story = await Story.on('2026-03-02');
  await story.found('song-van', 'Đảng bộ tỉnh Sông Vân', 'province');
  await story.found('an-binh-dong', 'Đảng bộ phường An Bình Đông', 'ward', 'song-van');
  await story.found(CELL, 'Chi bộ Khu phố 4', 'cell', 'an-binh-dong');
  await story.admit(KHAI, 'Trần Minh Khải', CELL);
  await story.admit(HA, 'Lê Thị Thu Hà', CELL);
  await story.admit('hoang.thi.mai', 'Hoàng Thị Mai', CELL);
  await story.before('membership', 'hoang.thi.mai', 'grantExemption', { on: '2026-01-05' });
  await story.appoint(HA, 'secretary', CELL);
  for (let number = 1; number <= 21; number += 1) {
    const id = `dang.vien.${number}`;
    await story.admit(id, `Đảng viên ${number}`, CELL);
    await story.before('registration', `${id}-2026`, 'submit', formOf(), id);
    await story.before('registration', `${id}-2026`, 'endorse', {}, HA);
  }
}, 60_000);
afterAll(() => story.close());

const deeds = ['Giúp hai hộ thoát nghèo', 'Đọc sách hằng tuần', 'Trồng cây đầu xuân'];
const three = (measure?: string) =>
  formOf(deeds.map((text, line) => deed(text, line === 1 ? { measure } : {})));

describe('Khải registers three deeds by 15 March 2026', () => {
  it('given 21 of 23 who are asked have registered', async () => {
    await story.day('2026-03-15');
    expect(await story.figure(HA, CELL, 'REG_RATE', 2026)).toBe('21/23');
  });

  it('one deed is refused: DEEDS_LT_MIN', async () => {
    expect(await story.tell(KHAI, SUBMIT, formOf([deed('Một việc')]))).toMatchObject({
      status: 422,
      codes: ['DEEDS_LT_MIN deeds'],
      params: [{ min: 2 }],
    });
  });

  it('of three deeds, one without a measure comes back at once with its line marked', async () => {
    expect(await story.tell(KHAI, SUBMIT, three())).toMatchObject({
      status: 422,
      codes: ['DEED_MEASURE_MISSING deeds[1].measure'],
    });
  });

  it('a measure that measures nothing is RETURNED by the cell, the line marked', async () => {
    await story.does(KHAI, SUBMIT, three('cố gắng'), 'submitted');
    const remarks = [{ path: 'deeds[1].measure', text: 'Ghi số trang hoặc số buổi' }];
    const path = `/registration/${KHAI}-2026`;
    expect(await story.tell(KHAI, `${path}/return`, { remarks })).toMatchObject({
      status: 422,
      codes: expect.arrayContaining(['IS_SUBJECT']) as string[],
    });
    await story.does(HA, `${path}/return`, { remarks }, 'returned');
    expect(await story.reads(KHAI, `${path}/form`)).toMatchObject({ state: 'returned', remarks });
    expect(await story.figure(HA, CELL, 'REG_RATE', 2026)).toBe('21/23');
  });

  it('fixed, it is endorsed by Hà on 20 March, and by nobody whom it concerns', async () => {
    await story.does(KHAI, SUBMIT, three('số buổi đọc'), 'submitted');
    await story.day('2026-03-20');
    const endorse = `/registration/${KHAI}-2026/endorse`;
    expect((await story.tell(KHAI, endorse, {})).codes).toContain('IS_SUBJECT');
    expect((await story.tell('dang.vien.1', endorse, {})).codes).toContain('NOT_HOLDER');
    await story.does(HA, endorse, {}, 'endorsed');
  });

  it('then 22 of 23 have registered', async () => {
    expect(await story.figure(HA, CELL, 'REG_RATE', 2026)).toBe('22/23');
  });

  it('and a second registration for the same year is refused', async () => {
    expect(await story.tell(KHAI, SUBMIT, three('số buổi'))).toMatchObject({
      status: 422,
      codes: ['WRONG_STATE'],
    });
  });
});
