import { defineProjection, type ProjectedEvent, type RowOf } from '#libs/projections';
import type { InspectionFacts, TransferFacts } from '#libs/workflows';
import { lines, readsOf } from '../line-table.js';
import { inspectionLine, transferLine } from './oversight.table.js';

const tables = { transfer_line: transferLine, inspection_line: inspectionLine } as const;

type Facts = TransferFacts & InspectionFacts;
type Data<Type extends keyof Facts> = ProjectedEvent<Facts, Type>['data'];

const transfers = lines<Omit<Data<'SenderReviewed'>, 'on'>, RowOf<typeof transferLine>>(
  'transfer_line',
  ({ transferId }) => [transferId],
  ({ transferId, memberId, fromUnitId, toUnitId, year, kind }) => ({
    transfer_id: transferId,
    member_id: memberId,
    from_unit_id: fromUnitId,
    to_unit_id: toUnitId,
    year,
    kind,
    state: 'requested',
    requested_on: '',
    letter_on: null,
    present_by: null,
    received_on: null,
    late: 0,
    overdue: 0,
    explained: 0,
    position: '',
  }),
);
const transferIs = (state: string) => transfers.set(() => ({ state }));

const inspections = lines<
  { inspectionId: string; unitId: string; year: number; kind: string },
  RowOf<typeof inspectionLine>
>(
  'inspection_line',
  ({ inspectionId }) => [inspectionId],
  ({ inspectionId, unitId, year, kind }) => ({
    inspection_id: inspectionId,
    unit_id: unitId,
    year,
    kind,
    state: 'planned',
    decision_no: null,
    from_date: null,
    expires: null,
    units: 0,
    members: 0,
    findings: 0,
    concluded_on: null,
    position: '',
  }),
);
const inspectionIs = (state: string) => inspections.set(() => ({ state }));
const findings = (by: 1 | -1) =>
  inspections.set((_data, _event, line) => ({ findings: (line?.findings ?? 0) + by }));

/** What a committee watches over: members on their way, and inspections. */
export const oversightView = defineProjection<Facts>()({
  name: 'oversight',
  version: 1,
  tables,
  parts: { envelope: [], sealed: [] },
  reads: {
    ...readsOf(
      [
        'TransferRequested',
        'SenderReviewed',
        'LetterIssued',
        'FileSealed',
        'TransferPresented',
        'TransferReceived',
        'TransferReturned',
        'TransferOverdue',
        'TransferOverdueExplained',
      ],
      transfers.read,
    ),
    ...readsOf(
      [
        'InspectionPlanned',
        'WarrantIssued',
        'WarrantExtended',
        'WarrantRevoked',
        'InspectionAnnounced',
        'InspectionSelfReportFiled',
        'VerificationStarted',
        'FindingRaised',
        'FindingRetracted',
        'InspectionReportDrafted',
        'SubjectHeard',
        'InspectionConcluded',
        'ConclusionNoticeIssued',
        'FollowUpAssigned',
        'InspectionClosed',
      ],
      inspections.read,
    ),
  },
  on: {
    TransferRequested: transfers.set<Data<'TransferRequested'>>(({ on }) => ({ requested_on: on })),
    SenderReviewed: transferIs('sender_reviewed'),
    LetterIssued: transfers.set<Data<'LetterIssued'>>(({ on, presentBy }) => ({
      state: 'letter_issued',
      letter_on: on,
      present_by: presentBy,
    })),
    FileSealed: transferIs('file_sealed'),
    TransferPresented: transferIs('presented'),
    TransferReceived: transfers.set<Data<'TransferReceived'>>(({ on, late }) => ({
      state: 'received',
      received_on: on,
      late: Number(late),
    })),
    TransferReturned: transferIs('returned'),
    TransferOverdue: transfers.set((_data, _event, line) => ({
      overdue: (line?.overdue ?? 0) + 1,
    })),
    TransferOverdueExplained: transfers.set((_data, _event, line) => ({
      explained: (line?.explained ?? 0) + 1,
    })),

    InspectionPlanned: inspections.set<Data<'InspectionPlanned'>>(({ unitIds, memberIds }) => ({
      units: unitIds.length,
      members: memberIds.length,
    })),
    WarrantIssued: inspections.set<Data<'WarrantIssued'>>((data) => ({
      state: 'decided',
      decision_no: data.decisionNo,
      from_date: data.from,
      expires: data.expires,
      units: data.scope.unitIds.length,
      members: data.scope.memberIds.length,
    })),
    WarrantExtended: inspections.set<Data<'WarrantExtended'>>(({ expires }) => ({ expires })),
    WarrantRevoked: inspections.set<Data<'WarrantRevoked'>>(({ on }) => ({ expires: on })),
    InspectionAnnounced: inspectionIs('announced'),
    InspectionSelfReportFiled: inspectionIs('self_reported'),
    VerificationStarted: inspectionIs('verifying'),
    FindingRaised: findings(1),
    FindingRetracted: findings(-1),
    InspectionReportDrafted: inspectionIs('draft_report'),
    SubjectHeard: inspectionIs('subject_heard'),
    InspectionConcluded: inspections.set<Data<'InspectionConcluded'>>(
      ({ on, findings: found, units, members }) => ({
        state: 'concluded',
        concluded_on: on,
        findings: found,
        units,
        members,
      }),
    ),
    ConclusionNoticeIssued: inspectionIs('notice_issued'),
    FollowUpAssigned: inspectionIs('follow_up'),
    InspectionClosed: inspectionIs('closed'),
  },
});
