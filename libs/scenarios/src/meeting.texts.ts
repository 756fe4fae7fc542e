/** What cells put on their agenda, study, notice and give to somebody by name. All invented. */
export const MEETING_TITLES = [
  'Kiểm điểm việc làm theo đã đăng ký trong tháng',
  'Việc học tập và làm theo Bác: kết quả tháng, việc tháng sau',
  'Đánh giá việc thực hiện nội dung đăng ký của đảng viên',
] as const;

export const STUDY_THEMES = [
  'Nâng cao đạo đức cách mạng, quét sạch chủ nghĩa cá nhân',
  'Thực hành tiết kiệm, chống tham ô, lãng phí, quan liêu',
  'Phong cách nêu gương của người đứng đầu',
  'Tôn trọng nhân dân, phát huy dân chủ, chăm lo đời sống nhân dân',
  'Xây dựng đoàn kết trong Đảng',
  'Ý thức trách nhiệm, hết lòng phục vụ nhân dân',
] as const;

export const ISSUE_TEXTS = [
  'Vận động các hộ ở cuối ngõ dọn rác tồn đọng ven kênh.',
  'Xác minh phản ánh về điện chiếu sáng hỏng ở đường liên xóm.',
  'Hòa giải việc tranh chấp lối đi giữa hai hộ trong tổ.',
  'Gặp các hộ chưa đóng góp quỹ làm đường để nghe ý kiến.',
  'Rà soát học sinh có nguy cơ bỏ học trong khu dân cư.',
] as const;

export const MERIT_TEXTS = [
  'Tự bỏ công sửa đoạn đường ngập cho bà con đi lại.',
  'Đến từng nhà giúp người cao tuổi làm thẻ bảo hiểm y tế.',
  'Vận động được mười hộ phân loại rác tại nhà.',
  'Giữ đúng giờ tiếp dân, giải quyết hồ sơ trước hạn.',
  'Kèm cặp hai thanh niên có hoàn cảnh khó khăn học nghề.',
  'Hiến một phần đất vườn để mở rộng ngõ.',
] as const;

export const CELL_MERIT_TEXTS = [
  'Chi bộ vận động xong tuyến đường hoa của khu dân cư.',
  'Chi bộ giúp hai hộ nghèo sửa nhà trước mùa mưa.',
  'Chi bộ duy trì ngày thứ bảy tình nguyện cả quý.',
] as const;

export const REMARK_TEXTS = [
  'Thực hiện đúng tiến độ, có báo cáo cụ thể.',
  'Làm được việc chính, cần ghi rõ kết quả hơn.',
  'Chủ động, có kết quả được bà con ghi nhận.',
  'Việc thứ nhất tốt; việc thứ hai còn chậm, cần tập trung.',
  'Đã làm đủ các đầu việc của kỳ, minh chứng rõ.',
  'Có cố gắng; cần phối hợp tốt hơn với tổ dân phố.',
  'Hoàn thành phần việc của kỳ, tiếp tục duy trì.',
] as const;

export const DIRECTIONS = [
  'Kỳ tới tập trung hoàn thành việc còn chậm.',
  'Ghi rõ số hộ đã vận động được vào báo cáo kỳ sau.',
  'Kỳ sau đăng ký thêm một việc giúp hộ khó khăn.',
  'Duy trì và nhân rộng cách làm trong chi bộ.',
  'Gắn việc làm theo với chuyên đề của quý.',
] as const;

export const REPORT_TEXTS = [
  'Tôi đã làm xong phần việc của kỳ này.',
  'Còn một nội dung đang làm, sẽ xong trong tháng sau.',
  'Đã hoàn thành và có xác nhận của tổ dân phố.',
] as const;
