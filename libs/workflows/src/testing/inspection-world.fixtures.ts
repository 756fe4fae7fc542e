const on = '2026-03-10';
const subjects = { unitIds: ['kp4'], memberIds: ['khai'] };
const khai = { subjectKind: 'member', subjectId: 'khai', on, text: 'Nội dung' };
const finding = { ...khai, id: 'f1', ruleId: 'COPY_PASTE', eventIds: ['e1'] };
const task = { id: 'u1', ownerId: 'ha', due: '2026-06-30', on, text: 'Bổ sung' };

/** An input of each command that is right somewhere among these inspections. */
export const INSPECTION_INPUTS = {
  plan: { unitId: 'anbinh', kind: 'compliance', year: 2026, ...subjects, on },
  decide: {
    decisionNo: '07-QĐ/UBKT',
    scope: { ...subjects, from: '2023-01-01', until: '2025-12-31' },
    team: [{ memberId: 'sau', role: 'lead' }],
    from: '2026-03-01',
    expires: '2026-06-30',
    on,
  },
  extendWarrant: { decisionNo: '09-QĐ/UBKT', expires: '2026-09-30', on },
  revokeWarrant: { reason: 'needless', on },
  announce: { on },
  fileSelfReport: khai,
  startVerification: { on },
  raiseFinding: { ...finding, id: 'f9' },
  retractFinding: { id: 'f1', on, reason: 'Nhầm' },
  draftReport: { on, text: 'Dự thảo' },
  hearSubject: { ...khai, subjectKind: 'unit', subjectId: 'kp4', heardId: 'ha' },
  conclude: { on, text: 'Kết luận' },
  issueNotice: { noticeNo: '03-TB/UBKT', on, recipients: ['kp4'] },
  assignFollowUp: { ...task, id: 'u9' },
  reportFollowUp: { id: 'u1', on, text: 'Đã bổ sung' },
  verifyFollowUp: { id: 'u1', on, done: true },
  handOverFollowUp: { id: 'u1', heirId: 'loc', on },
  close: { on },
} as const;

const minh = (command: keyof typeof INSPECTION_INPUTS, input?: object) => ({
  command,
  input: input ?? INSPECTION_INPUTS[command],
  actor: 'minh',
});
const sau = (command: keyof typeof INSPECTION_INPUTS, input?: object) => ({
  ...minh(command, input),
  actor: 'sau',
});
const PLANNED = [minh('plan')];
const DECIDED = [...PLANNED, minh('decide')];
const ANNOUNCED = [...DECIDED, sau('announce')];
const DRAFTED = [
  ...ANNOUNCED,
  sau('startVerification'),
  sau('raiseFinding', finding),
  sau('draftReport'),
];
const HEARD = [...DRAFTED, sau('hearSubject'), sau('hearSubject', { ...khai, heardId: 'khai' })];
const NOTICED = [...HEARD, minh('conclude'), minh('issueNotice')];
const BY_ID = {
  planned: PLANNED,
  decided: DECIDED,
  announced: ANNOUNCED,
  verifying: [...ANNOUNCED, sau('startVerification')],
  drafted: DRAFTED,
  heard: HEARD,
  concluded: [...HEARD, minh('conclude')],
  noticed: NOTICED,
  followed: [...NOTICED, minh('assignFollowUp', task)],
};

/** Inspections of the ward, one in each state. */
export const INSPECTION_HISTORY = Object.entries(BY_ID).flatMap(([id, steps]) =>
  steps.map((step) => ({ workflow: 'inspection', id: `kt-${id}`, ...step })),
);

export const INSPECTIONS_ASKED = ['none', ...Object.keys(BY_ID)].map(
  (id) => ['inspection', `kt-${id}`] as const,
);

/** A reading on the day on which the world is asked. */
export const ACCESS_LOG_INPUTS = {
  record: {
    views: [
      {
        at: '2026-03-15T03:00:00.000Z',
        viewerId: 'sau',
        subjectKind: 'member',
        subjectId: 'khai',
        endpoint: 'members.book',
        basis: 'warrant',
        inspectionId: 'kt-decided',
        warrantId: 'kt-decided',
      },
    ],
  },
} as const;
