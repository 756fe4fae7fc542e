/** Reports and opinions on awards. All invented. */
export const REPORT_TEXTS = [
  'Nhiều năm kiên trì vận động bà con, kết quả được khu dân cư xác nhận.',
  'Tận tụy với công việc, làm việc tốt thường xuyên, không phô trương.',
  'Đi đầu trong việc làm theo, có kết quả cụ thể ở từng tháng.',
] as const;

export const APPRAISAL_TEXTS = [
  'Đủ điều kiện, thành tích có căn cứ trong sổ ghi nhận hằng tháng.',
  'Hồ sơ đầy đủ, tập thể nhất trí đề nghị.',
] as const;

export const AWARD_BASIS = 'Quyết định khen thưởng; đồng ý công khai của người được khen';
