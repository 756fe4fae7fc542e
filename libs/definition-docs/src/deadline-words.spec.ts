import { type DeadlineSpec, holds } from '#libs/kernel';
import { errand } from '#libs/kernel/testing';
import { deadlinesOf } from './deadline-words.js';

const textOf = (spec: Omit<DeadlineSpec, 'command'>, language: 'vi' | 'en') => {
  const deadlines = { answer: { command: 'take', ...spec } as DeadlineSpec };
  return deadlinesOf({ ...errand, deadlines }, language)[0]!;
};

describe('a deadline in words', () => {
  it.each<[Omit<DeadlineSpec, 'command'>, string, string]>([
    [
      { whileIn: ['open'], due: { after: 'P10D', calendar: 'working' } } as never,
      '10 ngày làm việc kể từ khi vào «đang hoạt động»',
      '10 working days from entering “open”',
    ],
    [
      { whileIn: ['open'], due: { after: 'P3D', calendar: 'civil', from: 'on' } } as never,
      '3 ngày kể từ «ngày», khi đang ở «đang hoạt động»',
      '3 days from the “date”, while in “open”',
    ],
    [
      { whileIn: ['open'], stopWhile: ['draft'], due: { field: 'deadline' } } as never,
      'Đến «thời hạn», khi đang ở «đang hoạt động»; dừng tính khi ở «bản nháp»',
      'By the “deadline”, while in “open”; stands still in “draft”',
    ],
    [
      {
        opensBy: ['PlanIssued'],
        closesBy: ['PlanClosed'],
        key: 'key',
        due: { field: 'deadline' },
      } as never,
      'Đến «thời hạn» của từng mục (mã dòng), từ «ban hành kế hoạch» đến «khép lại kế hoạch»',
      'By the “deadline” of each item (key), from “plan issued” to “plan closed”',
    ],
    [
      { whileIn: ['open'], key: 'key', each: () => [] } as never,
      'Ngày riêng của từng mục (mã dòng), khi đang ở «đang hoạt động»',
      'A date of its own for each item (key), while in “open”',
    ],
  ])('%j', (spec, vi, en) => {
    expect(textOf(spec, 'vi').due).toBe(vi);
    expect(textOf(spec, 'en').due).toBe(en);
  });

  it('says what happens before, on and after the day, and who may move it', () => {
    const spec = {
      whileIn: ['open'],
      due: { after: 'P10D', calendar: 'civil' },
      remind: ['-P3D', '-P1D'],
      escalate: ['P5D'],
      fire: 'submit',
      extendBy: holds('secretary', 'unitId'),
    } as never;
    expect(textOf(spec, 'en')).toMatchObject({
      remind: '3 days before, 1 day before',
      escalate: '5 days after',
      fire: 'submit',
      extend: 'The secretary of the unit.',
    });
    const bare = { whileIn: ['open'], due: { after: 'P1D', calendar: 'civil' } } as never;
    expect(textOf(bare, 'vi')).toMatchObject({
      remind: '',
      escalate: '',
      fire: 'ghi nhận đã quá hạn',
      extend: 'không được gia hạn',
    });
  });
});
