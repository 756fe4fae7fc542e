/** What is said and written at criticism sessions. All invented. */
export const SELF_REVIEW_TEXTS = [
  'Đã thực hiện nghiêm nội dung đăng ký; còn hạn chế trong tự phê bình.',
  'Gương mẫu trong công việc, cần sâu sát cơ sở hơn.',
  'Hoàn thành nhiệm vụ được giao; việc tự học còn chưa đều.',
  'Giữ mối liên hệ với khu dân cư, cần mạnh dạn góp ý hơn.',
] as const;

export const CRITICISM_TEXTS = [
  'Đồng chí cần mạnh dạn hơn khi góp ý trong sinh hoạt.',
  'Việc báo cáo kết quả làm theo còn chung chung.',
  'Cần dành thời gian xuống địa bàn nhiều hơn.',
  'Còn để công việc dồn vào cuối quý.',
] as const;

export const RESPONSE_TEXTS = [
  'Tôi tiếp thu ý kiến và sẽ khắc phục trong năm tới.',
  'Tôi nhận khuyết điểm, xin hứa với chi bộ sẽ sửa chữa.',
] as const;

export const CONCLUSION_TEXTS = [
  'Chi bộ ghi nhận sự cầu thị, kết quả làm theo rõ nét.',
  'Có tiến bộ so với năm trước, tiếp tục phát huy.',
  'Thực hiện tốt nội dung đăng ký trong năm.',
] as const;

export const CAUSE_TEXTS = [
  'Chưa chủ động xây dựng kế hoạch công tác cá nhân.',
  'Ngại va chạm, chưa thẳng thắn.',
  'Chưa sắp xếp công việc khoa học.',
] as const;

export const REMEDY_TEXTS = [
  'Lập kế hoạch khắc phục, báo cáo chi bộ hằng quý.',
  'Đăng ký nội dung khắc phục trong bản cam kết năm sau.',
  'Tham gia đầy đủ sinh hoạt, mỗi kỳ góp ý ít nhất một lần.',
] as const;
