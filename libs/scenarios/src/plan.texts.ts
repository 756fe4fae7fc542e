import type { DraftPlan } from '#libs/workflows';
import type { Random } from './random.js';

const BREAKTHROUGHS = [
  'Nâng cao chất lượng sinh hoạt chi bộ',
  'Siết chặt kỷ luật, kỷ cương giờ làm việc',
  'Rút ngắn thời gian giải quyết hồ sơ của dân',
  'Phát huy trách nhiệm nêu gương của người đứng đầu',
  'Ứng dụng công nghệ số vào công việc hằng ngày',
];

const TASKS = [
  {
    title: 'Tổ chức sinh hoạt chuyên đề hằng quý',
    indicator: '4 buổi, trên 95% đảng viên dự',
    due: '12-10',
  },
  {
    title: 'Rà soát bản đăng ký của đảng viên',
    indicator: '100% bản đăng ký có biện pháp cụ thể',
    due: '06-15',
  },
  {
    title: 'Kiểm tra việc thực hiện ở các đơn vị',
    indicator: 'Ít nhất 2 cuộc kiểm tra',
    due: '10-31',
  },
  { title: 'Biểu dương gương người tốt, việc tốt', indicator: 'Mỗi quý 1 gương', due: '11-30' },
  { title: 'Xây dựng một mô hình cụ thể', indicator: '1 mô hình được công nhận', due: '09-30' },
  {
    title: 'Khắc phục hạn chế sau kiểm điểm',
    indicator: '100% hạn chế có người phụ trách',
    due: '08-31',
  },
];

/** Years a plan covers. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/** A plan with two or three tasks of one owner, and a breakthrough unless none was chosen. */
export function planContent(
  random: Random,
  period: Period,
  ownerId: string,
  breakthrough: boolean,
): DraftPlan {
  const { from, to } = period;
  const span = from === to ? `năm ${from}` : `giai đoạn ${from}–${to}`;
  return {
    title: `Kế hoạch học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh ${span}`,
    theme: `Chuyên đề ${span}: nêu gương, nói đi đôi với làm`,
    tasks: random
      .sample(TASKS, random.chance(0.5) ? 3 : 2)
      .map(({ title, indicator, due }, index) => ({
        key: `t${index + 1}`,
        title,
        indicator,
        ownerId,
        deadline: `${to}-${due}`,
      })),
    ...(breakthrough && { breakthrough: random.pick(BREAKTHROUGHS) }),
  };
}
