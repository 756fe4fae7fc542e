import type { Bilingual } from './bilingual.js';

type Terms = Readonly<Record<string, Bilingual>>;

/** States of a criticism session. */
export const CRITICISM_STATES: Terms = {
  planned: { vi: 'đã lập kế hoạch', en: 'planned' },
  prompted: { vi: 'đã có gợi ý kiểm điểm', en: 'prompted' },
  materials_ready: { vi: 'đã gửi tài liệu', en: 'materials sent' },
  'criticism-session.open': { vi: 'đang kiểm điểm', en: 'in session' },
  collective_done: { vi: 'đã kiểm điểm tập thể', en: 'collective heard' },
  individuals_done: { vi: 'đã kiểm điểm cá nhân', en: 'individuals heard' },
  adjourned: { vi: 'tạm dừng', en: 'adjourned' },
  concluded: { vi: 'đã kết luận', en: 'concluded' },
  minutes_adopted: { vi: 'đã thông qua biên bản', en: 'minutes adopted' },
  remedy_tracking: { vi: 'đang theo dõi khắc phục', en: 'remedies tracked' },
  redo_ordered: { vi: 'phải kiểm điểm lại', en: 'to be held again' },
};

/** What is done at and about a criticism session. */
export const CRITICISM_COMMANDS: Terms = {
  'criticism-session.plan': { vi: 'lập kế hoạch kiểm điểm', en: 'plan the session' },
  prompt: { vi: 'gợi ý kiểm điểm', en: 'issue a prompt' },
  answerPrompt: { vi: 'trả lời gợi ý', en: 'answer a prompt' },
  'criticism-session.fileSelfReview': { vi: 'nộp bản tự kiểm điểm', en: 'file a self-review' },
  sendMaterials: { vi: 'gửi tài liệu', en: 'send materials' },
  'criticism-session.open': { vi: 'khai mạc', en: 'open the session' },
  adjourn: { vi: 'tạm dừng', en: 'adjourn' },
  resume: { vi: 'tiếp tục', en: 'resume' },
  'criticism-session.conclude': { vi: 'kết luận hội nghị', en: 'conclude the session' },
  openItem: { vi: 'bắt đầu kiểm điểm', en: 'open an item' },
  deferItem: { vi: 'lùi kiểm điểm', en: 'put an item off' },
  recordCriticism: { vi: 'ghi ý kiến phê bình', en: 'record criticism' },
  'criticism-session.retract': { vi: 'rút ý kiến phê bình', en: 'take back criticism' },
  offerResponse: { vi: 'mời phát biểu', en: 'offer a reply' },
  recordResponse: { vi: 'phát biểu tiếp thu, giải trình', en: 'reply' },
  waiveResponse: { vi: 'không phát biểu', en: 'waive the reply' },
  reserveOpinion: { vi: 'bảo lưu ý kiến', en: 'reserve an opinion' },
  forwardOpinion: { vi: 'chuyển ý kiến bảo lưu', en: 'forward a reserved opinion' },
  'criticism-session.concludeItem': { vi: 'kết luận một mục', en: 'conclude an item' },
  startTracking: { vi: 'bắt đầu theo dõi khắc phục', en: 'start tracking remedies' },
  assignRemedy: { vi: 'giao khắc phục', en: 'assign a remedy' },
  reportRemedy: { vi: 'báo cáo khắc phục', en: 'report on a remedy' },
  verifyRemedy: { vi: 'xác nhận khắc phục', en: 'verify a remedy' },
  handOverRemedy: { vi: 'bàn giao việc khắc phục', en: 'hand over a remedy' },
  explainRemedy: { vi: 'giải trình việc khắc phục', en: 'explain a remedy' },
  carryShortcomings: {
    vi: 'chuyển hạn chế sang đăng ký năm sau',
    en: 'carry shortcomings into the next year',
  },
  orderRedo: { vi: 'yêu cầu kiểm điểm lại', en: 'order a redo' },
  handOver: { vi: 'bàn giao cho đơn vị kế thừa', en: 'hand over to the heir' },
  'criticism-session.handOver': { vi: 'bàn giao hồ sơ kiểm điểm', en: 'hand over the session' },
};

export const CRITICISM_DEADLINES: Terms = {
  'criticism-session.minutes': { vi: 'thông qua biên bản', en: 'adoption of the minutes' },
  remedy: { vi: 'khắc phục hạn chế', en: 'remedy of a shortcoming' },
};
