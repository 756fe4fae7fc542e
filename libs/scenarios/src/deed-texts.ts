/** What members write, by area of the pledge; `#` stands for a number. */
interface DeedText {
  readonly content: string;
  readonly measure: string;
  readonly target: string;
}

const deed = (content: string, measure: string, target: string): DeedText => ({
  content,
  measure,
  target,
});

export const DEED_TEXTS: Readonly<Record<string, readonly DeedText[]>> = {
  ideology: [
    deed(
      'Đọc và ghi chép # tác phẩm của Chủ tịch Hồ Chí Minh',
      'Dành tối thứ Năm hằng tuần để đọc',
      '# bài thu hoạch nộp chi bộ',
    ),
    deed(
      'Tuyên truyền chủ trương mới tới # hộ dân nơi cư trú',
      'Đến từng nhà cùng trưởng thôn',
      '# hộ được nghe và ký cam kết',
    ),
    deed(
      'Viết # tin, bài về gương người tốt, việc tốt',
      'Mỗi quý gửi bài cho trang thông tin của đơn vị',
      '# bài được đăng',
    ),
  ],
  ethics: [
    deed(
      'Tiết kiệm điện, giấy in tại nơi làm việc',
      'Ghi chỉ số hằng tháng và báo cáo chi bộ',
      'Giảm #% so với năm trước',
    ),
    deed(
      'Không uống rượu, bia trong giờ làm việc',
      'Tự kiểm tra, chi bộ nhận xét hằng quý',
      '12 tháng không vi phạm',
    ),
    deed(
      'Giúp đỡ # học sinh có hoàn cảnh khó khăn',
      'Ủng hộ sách vở đầu mỗi học kỳ',
      '# em được giúp đỡ',
    ),
  ],
  criticism: [
    deed(
      'Góp ý thẳng thắn trong sinh hoạt chi bộ',
      'Chuẩn bị ý kiến trước mỗi kỳ họp',
      'Ít nhất # ý kiến trong năm',
    ),
    deed(
      'Tự phê bình bằng văn bản mỗi quý một lần',
      'Nộp bản tự phê bình cho chi ủy',
      '4 bản trong năm',
    ),
  ],
  people: [
    deed(
      'Tiếp xúc, lắng nghe # hộ dân trong khu vực phụ trách',
      'Lịch đi cơ sở hai lần mỗi tháng',
      '# ý kiến được ghi và trả lời',
    ),
    deed(
      'Giúp # hộ nghèo lập kế hoạch phát triển kinh tế',
      'Hướng dẫn tận nơi, theo dõi hằng tháng',
      '# hộ tăng thu nhập',
    ),
    deed(
      'Hướng dẫn người dân làm thủ tục trực tuyến',
      'Trực tại nhà văn hóa sáng thứ Bảy',
      '# hồ sơ nộp trực tuyến',
    ),
  ],
  duty: [
    deed(
      'Giải quyết hồ sơ đúng và trước hạn',
      'Rà soát danh sách hồ sơ mỗi sáng thứ Hai',
      '#% hồ sơ trước hạn',
    ),
    deed(
      'Đề xuất # sáng kiến cải tiến công việc',
      'Trình bày tại sinh hoạt chuyên đề',
      '# sáng kiến được áp dụng',
    ),
    deed(
      'Bồi dưỡng nghiệp vụ cho # đồng chí mới',
      'Kèm cặp theo kế hoạch từng tháng',
      '# đồng chí tự làm được việc',
    ),
    deed(
      'Trồng và chăm sóc # cây xanh ở trụ sở, đường thôn',
      'Phân công chăm sóc theo tuần',
      '# cây sống sau sáu tháng',
    ),
  ],
  discipline: [
    deed(
      'Dự đủ các kỳ sinh hoạt chi bộ',
      'Sắp xếp công việc trước ngày họp',
      '12 kỳ, vắng không quá # kỳ có lý do',
    ),
    deed('Chấp hành giờ giấc làm việc', 'Chấm công hằng ngày', 'Không đi muộn quá # lần trong năm'),
  ],
  unity: [
    deed(
      'Thăm hỏi, động viên đồng chí, đồng nghiệp lúc khó khăn',
      'Phối hợp công đoàn, chi hội',
      '# lượt thăm hỏi',
    ),
    deed(
      'Xây dựng quy chế phối hợp giữa các bộ phận',
      'Lấy ý kiến mỗi bộ phận một lần',
      '# quy chế được thông qua',
    ),
  ],
};

/** One line per area in the pledge. */
export const AREA_TEXTS: Readonly<Record<string, readonly string[]>> = {
  ideology: [
    'Kiên định mục tiêu, lý tưởng của Đảng.',
    'Học tập đầy đủ các nghị quyết được triển khai.',
  ],
  ethics: [
    'Giữ gìn đạo đức, lối sống giản dị, tiết kiệm.',
    'Nói đi đôi với làm, gương mẫu nơi cư trú.',
  ],
  criticism: ['Nghiêm túc tự phê bình và tiếp thu phê bình.', 'Thẳng thắn góp ý, không nể nang.'],
  people: [
    'Gần dân, lắng nghe và giải quyết việc của dân.',
    'Tham gia đầy đủ hoạt động nơi cư trú.',
  ],
  duty: ['Hoàn thành nhiệm vụ được giao đúng thời hạn.', 'Chủ động, trách nhiệm trong công việc.'],
  discipline: ['Chấp hành Điều lệ Đảng và quy chế cơ quan.', 'Giữ nghiêm kỷ luật phát ngôn.'],
  unity: ['Giữ gìn đoàn kết trong chi bộ.', 'Tôn trọng, hợp tác với đồng nghiệp.'],
};

export const SHORTCOMING_TEXTS: Readonly<Record<string, string>> = {
  ideology: 'Chưa thường xuyên tự học, tự nghiên cứu nghị quyết.',
  ethics: 'Có lúc chưa thực hành tiết kiệm.',
  criticism: 'Còn nể nang, ít góp ý trong sinh hoạt chi bộ.',
  people: 'Chưa sâu sát với nhân dân nơi cư trú.',
  duty: 'Một số việc còn chậm so với kế hoạch.',
  discipline: 'Có lúc vắng sinh hoạt chi bộ.',
  unity: 'Phối hợp với đồng nghiệp có lúc chưa tốt.',
};

export const PERSONAL_PLANS = [
  'Là người đứng đầu, tôi đi cơ sở trước, nghe dân trước và làm gương về giờ giấc, tiết kiệm, nói đi đôi với làm.',
  'Trên cương vị được giao, tôi trực tiếp phụ trách việc khó nhất của đơn vị và công khai kết quả hằng quý.',
  'Tôi gương mẫu trong tự phê bình, nhận trách nhiệm trước tập thể và theo dõi việc khắc phục khuyết điểm đến cùng.',
];
export const JUSTIFICATIONS = [
  'Đã khắc phục xong trong quý IV năm trước, chi bộ đã ghi nhận.',
  'Đưa vào kế hoạch chung của chi bộ, không đăng ký riêng.',
];
export const RETURN_REMARKS = [
  'Nêu rõ hơn việc làm cụ thể và cách kiểm tra.',
  'Biện pháp còn chung chung, đề nghị bổ sung.',
  'Chỉ tiêu chưa đo đếm được.',
];
