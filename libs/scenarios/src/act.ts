import type { CommandRequest } from '#libs/engine';
import type {
  AdoptMinutes,
  AssignObligation,
  DraftMinutes,
  OnDay,
  ReportObligation,
  VerifyObligation,
} from '#libs/kernel';
import type * as inputs from '#libs/workflows';
import type { HonoursInputs, OversightInputs, YearEndInputs } from './year-end.inputs.js';

/** The commands a scenario uses, with what each is given. */
export interface ActInputs extends YearEndInputs, HonoursInputs, OversightInputs {
  'organisation.found': inputs.FoundUnit;
  'organisation.rename': inputs.RenameUnit;
  'organisation.merge': inputs.MergeUnit;
  'organisation.appointOfficer': inputs.AppointOfficer;
  'organisation.endOfficer': inputs.EndOfficer;
  'organisation.chooseCadence': inputs.ChooseCadence;
  'membership.admit': inputs.AdmitMember;
  'membership.changeStatus': inputs.ChangeStatus;
  'membership.grantExemption': inputs.GrantExemption;
  'membership.move': inputs.MoveMember;
  'programme.draft': inputs.DraftPlan;
  'programme.consult': inputs.ConsultPlan;
  'programme.issue': inputs.IssuePlan;
  'programme.amend': inputs.AmendPlan;
  'programme.reportTask': inputs.ReportTask;
  'programme.close': inputs.ClosePlan;
  'registration.submit': inputs.SubmitRegistration;
  'registration.return': inputs.ReturnRegistration;
  'registration.endorse': inputs.EndorseRegistration;
  'registration.publish': inputs.PublishRegistration;
  'registration.bringIntoForce': inputs.BringRegistrationIntoForce;
  'registration.adjust': inputs.AdjustRegistration;
  'registration.assess': inputs.AssessRegistration;
  'registration.close': inputs.CloseRegistration;
  'meeting.schedule': inputs.ScheduleMeeting;
  'meeting.open': inputs.OpenMeeting;
  'meeting.recordAttendance': inputs.RecordMeetingAttendance;
  'meeting.reviewContent': inputs.ReviewRegisteredContent;
  'meeting.assignIssue': AssignObligation;
  'meeting.reportIssue': ReportObligation;
  'meeting.verifyIssue': VerifyObligation;
  'meeting.noteMerit': inputs.NoteMerit;
  'meeting.cancel': inputs.CancelMeeting;
  'meeting.close': inputs.CloseMeeting;
  'meeting.draftMinutes': DraftMinutes;
  'meeting.readMinutes': OnDay;
  'meeting.adoptMinutes': AdoptMinutes;
  'meeting.score': inputs.ScoreMeeting;
  'meeting.report': inputs.ReportMeeting;
  'review.selfReport': inputs.ReportProgress;
  'review.remark': inputs.RemarkDeeds;
  'review.acknowledge': inputs.AcknowledgeRemark;
}
export type ActName = keyof ActInputs;

/** Who sets up units and appoints: the loader itself. */
export const SYSTEM_ACTOR = 'system.scenario';

/** One command at its moment; commands of the same moment are independent of each other. */
export interface Act {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly request: CommandRequest;
  /** A deadline's command: left out where deadlines fire by themselves. */
  readonly byClock?: true;
}

/** The acts of one organisation in one year, as they are written down (not yet in order). */
export class YearScript {
  readonly acts: Act[] = [];

  /** `prefix` starts the key of every command, so that loading again repeats and writes nothing. */
  constructor(private readonly prefix: string) {}

  /** What a deadline's command would do by itself; see `Act.byClock`. */
  byClock<Name extends ActName>(at: string, name: Name, id: string, input: ActInputs[Name]): void {
    this.add(at, SYSTEM_ACTOR, name, id, input);
    this.acts.push({ ...this.acts.pop()!, byClock: true });
  }

  /** `actor` is a member's id, or SYSTEM_ACTOR; gives the act. */
  add<Name extends ActName>(
    at: string,
    actor: string,
    name: Name,
    id: string,
    input: ActInputs[Name],
  ): Act {
    const [workflow, command] = name.split('.') as [string, string];
    const act: Act = {
      at,
      request: {
        workflow,
        id,
        command,
        input,
        actor: { id: actor, kind: actor === SYSTEM_ACTOR ? 'system' : 'person' },
        commandId: `${this.prefix}.${this.acts.length + 1}`,
      },
    };
    this.acts.push(act);
    return act;
  }
}
