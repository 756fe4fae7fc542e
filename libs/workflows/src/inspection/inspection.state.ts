import type { Obligation, Retractable } from '#libs/kernel';
import type {
  FindingRule,
  InspectionKind,
  InspectionView,
  SubjectKind,
  TeamMember,
  WarrantScope,
} from './inspection.events.js';

export const INSPECTION_STATES = {
  none: { start: true },
  planned: {},
  decided: {},
  announced: {},
  self_reported: {},
  verifying: {},
  draft_report: {},
  subject_heard: {},
  concluded: {},
  notice_issued: {},
  follow_up: {},
  closed: { final: true },
  revoked: { final: true },
} as const;
export type InspectionStateName = keyof typeof INSPECTION_STATES;

/** What was found; `authorId` is whoever raised it. */
export interface Finding extends Retractable {
  readonly ruleId: FindingRule;
  readonly subjectKind: SubjectKind;
  readonly subjectId: string;
}

export interface InspectionState extends InspectionView {
  inspectionId: string;
  unitId: string | undefined;
  kind: InspectionKind | undefined;
  year: number | undefined;
  warrantId: string | undefined;
  scope: WarrantScope | undefined;
  team: readonly TeamMember[];
  leadId: string | undefined;
  deputyId: string | undefined;
  /** First and last day of the warrant, ISO dates. */
  validFrom: string | undefined;
  expires: string | undefined;
  /** When the warrant was revoked or the inspection closed: from then on it opens nothing. */
  endedOn: string | undefined;
  findings: Finding[];
  /** `member:khai`, `unit:kp4`: heard since the last finding against them. */
  heard: string[];
  followUps: Obligation[];
}

/** The inspection before it is planned. */
export const inspectionStart = (inspectionId: string): InspectionState => ({
  inspectionId,
  unitId: undefined,
  kind: undefined,
  year: undefined,
  warrantId: undefined,
  scope: undefined,
  team: [],
  leadId: undefined,
  deputyId: undefined,
  validFrom: undefined,
  expires: undefined,
  endedOn: undefined,
  findings: [],
  heard: [],
  followUps: [],
});

/** What every fact of the inspection begins with. */
export const ofInspection = (state: Readonly<InspectionState>) => ({
  inspectionId: state.inspectionId,
  unitId: state.unitId!,
  kind: state.kind!,
  year: state.year!,
});

export const subjectKey = (kind: SubjectKind, id: string): string => `${kind}:${id}`;

/** Everybody inspected, as keys. */
export const subjectsIn = (scope: WarrantScope): string[] => [
  ...scope.unitIds.map((id) => subjectKey('unit', id)),
  ...scope.memberIds.map((id) => subjectKey('member', id)),
];
