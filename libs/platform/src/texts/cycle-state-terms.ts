import type { Bilingual } from './bilingual.js';

/** States of the workflows of a year; `workflow.state` where one word does not fit all. */
export const CYCLE_STATES: Readonly<Record<string, Bilingual>> = {
  // reviews
  due: { vi: 'đến kỳ', en: 'due' },
  remarked: { vi: 'đã nhận xét', en: 'remarked on' },
  acknowledged: { vi: 'đã tiếp thu', en: 'acknowledged' },
  disputed: { vi: 'không đồng ý', en: 'disputed' },
  resolved: { vi: 'đã giải quyết', en: 'resolved' },
  missed: { vi: 'bỏ lỡ', en: 'missed' },
  // criticism sessions
  prompted: { vi: 'đã được gợi ý', en: 'prompted' },
  materials_ready: { vi: 'đã có tài liệu', en: 'materials ready' },
  collective_done: { vi: 'xong phần tập thể', en: 'collective part done' },
  individuals_done: { vi: 'xong phần cá nhân', en: 'individual part done' },
  adjourned: { vi: 'tạm dừng', en: 'adjourned' },
  minutes_adopted: { vi: 'đã thông qua biên bản', en: 'minutes adopted' },
  remedy_tracking: { vi: 'đang theo dõi khắc phục', en: 'remedies tracked' },
  redo_ordered: { vi: 'phải kiểm điểm lại', en: 'to be held again' },
  // ratings
  self_rated: { vi: 'đã tự xếp loại', en: 'self-rated' },
  commented: { vi: 'đã có nhận xét', en: 'commented on' },
  balloted: { vi: 'đã bỏ phiếu', en: 'balloted' },
  proposed: { vi: 'đã đề nghị', en: 'proposed' },
  appraised: { vi: 'đã thẩm định', en: 'appraised' },
  notified: { vi: 'đã thông báo', en: 'notified' },
  complaint: { vi: 'đang khiếu nại', en: 'under complaint' },
  complaint_decided: { vi: 'đã giải quyết khiếu nại', en: 'complaint decided' },
  final: { vi: 'kết quả cuối cùng', en: 'final' },
  annulled: { vi: 'đã hủy', en: 'annulled' },
  not_rated: { vi: 'không xếp loại', en: 'not rated' },
  // commendation
  nominated: { vi: 'đã đề nghị', en: 'nominated' },
  dossier_complete: { vi: 'hồ sơ đầy đủ', en: 'dossier complete' },
  council_voted: { vi: 'hội đồng đã bỏ phiếu', en: 'council voted' },
  rejected: { vi: 'không khen thưởng', en: 'rejected' },
  revocation_proposed: { vi: 'đề nghị thu hồi', en: 'revocation proposed' },
  upheld: { vi: 'giữ nguyên', en: 'upheld' },
  'commendation.presented': { vi: 'đã trao', en: 'presented' },
  kept: { vi: 'đang lưu', en: 'kept' },
  // transfer
  requested: { vi: 'đã xin chuyển', en: 'requested' },
  sender_reviewed: { vi: 'nơi chuyển đã nhận xét', en: 'reviewed by the sender' },
  letter_issued: { vi: 'đã cấp giấy giới thiệu', en: 'letter issued' },
  file_sealed: { vi: 'đã niêm phong hồ sơ', en: 'file sealed' },
  presented: { vi: 'đã nộp giấy giới thiệu', en: 'letter presented' },
  received: { vi: 'đã tiếp nhận', en: 'received' },
  // contests, models, pacts, steering committees
  judged: { vi: 'đã xếp hạng', en: 'judged' },
  awarded: { vi: 'đã trao giải', en: 'awarded' },
  registered: { vi: 'đã đăng ký', en: 'registered' },
  pilot: { vi: 'đang thí điểm', en: 'piloted' },
  recognised: { vi: 'đã công nhận', en: 'recognised' },
  replicated: { vi: 'đã nhân rộng', en: 'replicated' },
  retired: { vi: 'đã kết thúc', en: 'retired' },
  signed: { vi: 'đã ký', en: 'signed' },
  dissolved: { vi: 'đã giải thể', en: 'dissolved' },
};
