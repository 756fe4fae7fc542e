import type { ObligationFacts } from '#libs/kernel';
import type {
  FindingRule,
  FOLLOW_UP_NAMES,
  InspectionKind,
  RevokeReason,
  SubjectKind,
  TeamMember,
  WarrantScope,
} from './inspection.terms.js';

export * from './inspection.terms.js';

/*
 * The stored format of `inspection-{inspectionId}` streams. On disk for ever: add fields as
 * optional, raise `schemaVersion` with an upcaster for anything else.
 *
 * Warrants are facts of this stream: whoever reads another person's record under one reads what
 * `WarrantIssued` says, as long as no later fact ends it.
 */

export interface OfInspection {
  inspectionId: string;
  /** The unit whose commission inspects. */
  unitId: string;
  kind: InspectionKind;
  year: number;
}

interface TextOf {
  text: { of: string; value: string };
}
interface OfWarrant extends OfInspection {
  warrantId: string;
}
interface OfSubject extends OfInspection {
  subjectKind: SubjectKind;
  subjectId: string;
}

interface OwnFacts {
  InspectionPlanned: {
    data: OfInspection & { unitIds: string[]; memberIds: string[]; on: string };
  };
  WarrantIssued: {
    data: OfWarrant & {
      decisionNo: string;
      scope: WarrantScope;
      team: TeamMember[];
      leadId: string;
      deputyId?: string;
      /** First and last day on which the team may act, ISO dates. */
      from: string;
      expires: string;
      on: string;
    };
  };
  WarrantExtended: {
    data: OfWarrant & { decisionNo: string; expires: string; on: string };
  };
  WarrantRevoked: { data: OfWarrant & { reason: RevokeReason; on: string } };
  InspectionAnnounced: { data: OfInspection & { on: string; place?: string } };
  InspectionSelfReportFiled: {
    data: OfSubject & { on: string; filedBy: string };
    /** Of the member reported on; of whoever filed it where a unit reports. */
    sealed: TextOf;
  };
  VerificationStarted: { data: OfInspection & { on: string } };
  FindingRaised: {
    data: OfSubject & {
      id: string;
      ruleId: FindingRule;
      /** Ids of the events that show it. */
      eventIds: string[];
      on: string;
    };
    /** Of the member found at fault; of whoever raised it where it concerns a unit. */
    sealed: TextOf;
  };
  FindingRetracted: {
    data: OfInspection & { of: string; on: string };
    sealed: { reason: { of: string; value: string } };
  };
  InspectionReportDrafted: {
    data: OfInspection & { findings: number; on: string };
    sealed: TextOf;
  };
  SubjectHeard: {
    data: OfSubject & { on: string; heardId: string };
    sealed: TextOf;
  };
  InspectionConcluded: {
    data: OfInspection & { on: string; findings: number; units: number; members: number };
    sealed: TextOf;
  };
  ConclusionNoticeIssued: {
    data: OfInspection & { noticeNo: string; on: string; recipients: string[] };
  };
  InspectionClosed: { data: OfInspection & { on: string; followUps: number; done: number } };
}

export type InspectionFacts = OwnFacts & ObligationFacts<typeof FOLLOW_UP_NAMES, OfInspection>;

/** What others may know of an inspection. */
export interface InspectionView {
  readonly inspectionId: string;
  readonly unitId: string | undefined;
  readonly kind: InspectionKind | undefined;
  readonly year: number | undefined;
  readonly scope: WarrantScope | undefined;
  readonly expires: string | undefined;
  readonly findings: readonly {
    readonly id: string;
    readonly ruleId: FindingRule;
    readonly subjectKind: SubjectKind;
    readonly subjectId: string;
    readonly retracted?: true;
  }[];
}
