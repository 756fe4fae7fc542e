import type { OldFact } from '#libs/kernel/testing';
import type { InspectionFacts } from './inspection.events.js';
import { decision, finding, of, on } from './inspection.fixtures.js';

const planned: OldFact = {
  type: 'InspectionPlanned',
  data: { ...of, unitIds: ['kp4'], memberIds: ['khai'], on: '2026-01-10' },
};
export const issued = (
  fields: Partial<InspectionFacts['WarrantIssued']['data']> = {},
): OldFact => ({
  type: 'WarrantIssued',
  data: { ...of, warrantId: of.inspectionId, ...decision(), leadId: 'sau', ...fields },
});
const announced: OldFact = { type: 'InspectionAnnounced', data: { ...of, on } };
const selfReported: OldFact = {
  type: 'InspectionSelfReportFiled',
  data: { ...of, subjectKind: 'member', subjectId: 'khai', on, filedBy: 'khai' },
  sealed: { text: { of: 'khai', value: 'Tự kiểm tra' } },
};
const verifying: OldFact = { type: 'VerificationStarted', data: { ...of, on } };
export const raised = (fields: Partial<InspectionFacts['FindingRaised']['data']> = {}): OldFact => {
  const { text, ...data } = finding();
  return {
    type: 'FindingRaised',
    data: { ...of, ...data, ...fields },
    sealed: { text: { of: 'khai', value: text } },
    actor: 'sau',
  };
};
export const retracted: OldFact = {
  type: 'FindingRetracted',
  data: { ...of, of: 'f1', on },
  sealed: { reason: { of: 'sau', value: 'Nhầm' } },
  actor: 'sau',
};
const drafted: OldFact = {
  type: 'InspectionReportDrafted',
  data: { ...of, findings: 1, on },
  sealed: { text: { of: 'sau', value: 'Dự thảo' } },
};
export const heard = (
  subjectKind: 'member' | 'unit',
  subjectId: string,
  heardId: string,
): OldFact => ({
  type: 'SubjectHeard',
  data: { ...of, subjectKind, subjectId, heardId, on },
  sealed: { text: { of: heardId, value: 'Ý kiến' } },
});
const concluded: OldFact = {
  type: 'InspectionConcluded',
  data: { ...of, on, findings: 1, units: 1, members: 1 },
  sealed: { text: { of: 'ubkt', value: 'Kết luận' } },
};
const notice: OldFact = {
  type: 'ConclusionNoticeIssued',
  data: { ...of, noticeNo: '03-TB/UBKT', on, recipients: ['kp4', 'khai'] },
};
export const followUp: OldFact = {
  type: 'FollowUpAssigned',
  data: { ...of, id: 'u1', ownerId: 'ha', due: '2026-06-30', on, basis: 'f1' },
  sealed: { text: { of: 'ha', value: 'Bổ sung nhận xét' } },
};
export const followUpDone: OldFact = {
  type: 'FollowUpVerified',
  data: { ...of, id: 'u1', ownerId: 'ha', due: '2026-06-30', on, done: true, late: false },
};

const VERIFYING = [planned, issued(), announced, selfReported, verifying];
export const DRAFTED = [...VERIFYING, raised(), drafted];
export const HEARD = [...DRAFTED, heard('unit', 'kp4', 'ha'), heard('member', 'khai', 'khai')];
const NOTICED = [...HEARD, concluded, notice];

/** Facts that lead to each state. */
export const HISTORIES = {
  none: [],
  planned: [planned],
  decided: [planned, issued()],
  announced: [planned, issued(), announced],
  self_reported: [planned, issued(), announced, selfReported],
  verifying: VERIFYING,
  draft_report: DRAFTED,
  subject_heard: HEARD,
  concluded: [...HEARD, concluded],
  notice_issued: NOTICED,
  follow_up: [...NOTICED, followUp],
  closed: [...NOTICED, { type: 'InspectionClosed', data: { ...of, on, followUps: 0, done: 0 } }],
  revoked: [
    planned,
    issued(),
    {
      type: 'WarrantRevoked',
      data: { ...of, warrantId: of.inspectionId, reason: 'conflict', on },
    },
  ],
} satisfies Record<string, OldFact[]>;
