/** Named models of a ward, its contest and an essay contest; titles of criteria and tasks. */
export const MODEL_NAMES = [
  'Tang lễ ở khu dân cư',
  'Điện thoại cải cách hành chính',
  'Khu phố hiếu học',
  'Xây dựng hình ảnh người CBCC thân thiện',
  'Chuyển đổi ngành nghề, phát triển kinh tế gia đình',
] as const;

export const WARD_CONTEST = {
  title: 'Hội thi kể chuyện tấm gương đạo đức Hồ Chí Minh',
  theme: 'Học tập và làm theo tư tưởng, tấm gương đạo đức, phong cách Hồ Chí Minh',
} as const;

export const ESSAY_CONTEST = {
  title: 'Tìm hiểu tấm gương đạo đức Hồ Chí Minh',
  theme: 'Bài viết về một việc làm theo tấm gương của Bác ở cơ quan, đơn vị',
} as const;

export const WORK_TEXTS = [
  'Câu chuyện về chiếc áo của Bác và bài học tiết kiệm ở chi bộ.',
  'Bài viết về người cán bộ tận tụy ở bộ phận một cửa.',
  'Câu chuyện về đường hoa do bà con tự trồng.',
] as const;

export const CRITERIA = [
  { key: 'campaign', title: 'Thực hiện chương trình hành động học tập và làm theo', points: 40 },
  { key: 'work', title: 'Hoàn thành nhiệm vụ chuyên môn của quý và năm', points: 40 },
  { key: 'ethics', title: 'Thực hiện chuẩn mực đạo đức của cơ quan', points: 20 },
] as const;

export const STEERING_TASKS = [
  'Chủ trì xây dựng chương trình hành động của năm.',
  'Theo dõi việc thực hiện chuẩn mực đạo đức ở các chi bộ.',
  'Tổ chức học tập chuyên đề hằng quý.',
  'Tổng hợp gương điển hình để đề nghị biểu dương.',
  'Kiểm tra việc đăng ký làm theo của cán bộ, đảng viên.',
  'Báo cáo sơ kết sáu tháng và tổng kết năm.',
] as const;
