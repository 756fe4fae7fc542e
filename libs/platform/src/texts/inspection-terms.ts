import type { Bilingual } from './bilingual.js';

type Terms = Readonly<Record<string, Bilingual>>;

/** States of an inspection. */
export const INSPECTION_STATES: Terms = {
  planned: { vi: 'đã lập kế hoạch', en: 'planned' },
  decided: { vi: 'đã quyết định', en: 'decided' },
  announced: { vi: 'đã công bố', en: 'announced' },
  'inspection.self_reported': { vi: 'đã tự kiểm tra', en: 'self-report filed' },
  self_reported: { vi: 'đã tự báo cáo', en: 'self-reported' },
  verifying: { vi: 'đang thẩm tra', en: 'being verified' },
  draft_report: { vi: 'đã dự thảo báo cáo', en: 'report drafted' },
  subject_heard: { vi: 'đã nghe đối tượng trình bày', en: 'subject heard' },
  concluded: { vi: 'đã kết luận', en: 'concluded' },
  notice_issued: { vi: 'đã thông báo kết luận', en: 'notice issued' },
  follow_up: { vi: 'đang theo dõi thực hiện', en: 'in follow-up' },
  kept: { vi: 'đã ghi', en: 'kept' },
  revoked: { vi: 'đã thu hồi', en: 'revoked' },
};

/** What is done in an inspection. */
export const INSPECTION_COMMANDS: Terms = {
  'access-log.record': { vi: 'ghi lượt xem', en: 'record readings' },
  record: { vi: 'ghi', en: 'record' },
  'inspection.plan': { vi: 'lập kế hoạch kiểm tra', en: 'plan the inspection' },
  'inspection.decide': { vi: 'ra quyết định kiểm tra', en: 'issue the warrant' },
  plan: { vi: 'lập kế hoạch', en: 'plan' },
  decide: { vi: 'quyết định', en: 'decide' },
  extendWarrant: { vi: 'gia hạn quyết định kiểm tra', en: 'extend the warrant' },
  revokeWarrant: { vi: 'thu hồi quyết định kiểm tra', en: 'revoke the warrant' },
  announce: { vi: 'công bố', en: 'announce' },
  fileSelfReport: { vi: 'nộp báo cáo tự kiểm tra', en: 'file the self-report' },
  startVerification: { vi: 'bắt đầu thẩm tra', en: 'start verification' },
  raiseFinding: { vi: 'ghi phát hiện', en: 'raise a finding' },
  retractFinding: { vi: 'rút phát hiện', en: 'take back a finding' },
  draftReport: { vi: 'dự thảo báo cáo', en: 'draft the report' },
  hearSubject: { vi: 'nghe đối tượng trình bày', en: 'hear the subject' },
  conclude: { vi: 'kết luận', en: 'conclude' },
  issueNotice: { vi: 'thông báo kết luận', en: 'issue the notice' },
  assignFollowUp: { vi: 'giao thực hiện kết luận', en: 'assign a follow-up' },
  reportFollowUp: { vi: 'báo cáo thực hiện kết luận', en: 'report on a follow-up' },
  verifyFollowUp: { vi: 'xác nhận thực hiện kết luận', en: 'verify a follow-up' },
  handOverFollowUp: { vi: 'bàn giao việc thực hiện', en: 'hand over a follow-up' },
};

export const INSPECTION_DEADLINES: Terms = {
  'inspection.warrant': { vi: 'hiệu lực quyết định kiểm tra', en: 'end of the warrant' },
  'inspection.notice': { vi: 'thông báo kết luận', en: 'notice of the conclusion' },
  'inspection.followUp': { vi: 'thực hiện kết luận', en: 'follow-up' },
};

/** Readings of records under a warrant. */
export const ACCESS_FACTS: Terms = {
  RecordViewed: { vi: 'đã xem hồ sơ', en: 'record viewed' },
  RecordViewDenied: { vi: 'bị từ chối xem hồ sơ', en: 'record view denied' },
};
export const ACCESS_FIELDS: Terms = {
  leadId: { vi: 'trưởng đoàn', en: 'team lead' },
  deputyId: { vi: 'phó trưởng đoàn', en: 'deputy lead' },
  views: { vi: 'lượt xem', en: 'readings' },
  at: { vi: 'thời điểm', en: 'moment' },
  viewerId: { vi: 'người xem', en: 'viewer' },
  subjectKind: { vi: 'loại đối tượng', en: 'kind of subject' },
  subjectId: { vi: 'đối tượng', en: 'subject' },
  endpoint: { vi: 'mục đã xem', en: 'what was looked at' },
  basis: { vi: 'căn cứ', en: 'basis' },
  inspectionId: { vi: 'cuộc kiểm tra', en: 'inspection' },
  warrantId: { vi: 'quyết định kiểm tra', en: 'warrant' },
  denial: { vi: 'lý do từ chối', en: 'reason for denial' },
  shownFrom: { vi: 'hiển thị từ ngày', en: 'shown from' },
  day: { vi: 'ngày', en: 'day' },
};
