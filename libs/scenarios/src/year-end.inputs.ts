import type {
  AdoptMinutes,
  AssignObligation,
  DraftMinutes,
  OnDay,
  OpenVote,
  RecordAttendance,
  RecordTally,
  ReportObligation,
  VerifyObligation,
} from '#libs/kernel';
import type * as inputs from '#libs/workflows';

type MomentOfDay = OnDay & { at: string };

/** Criticism sessions and ratings at the end of a year. */
export interface YearEndInputs {
  'criticism-session.plan': inputs.PlanSession;
  'criticism-session.fileSelfReview': inputs.FileSelfReview;
  'criticism-session.sendMaterials': OnDay;
  'criticism-session.open': inputs.OpenSession;
  'criticism-session.recordAttendance': RecordAttendance;
  'criticism-session.openItem': inputs.OfSubjectInput;
  'criticism-session.deferItem': inputs.DeferItem;
  'criticism-session.recordCriticism': inputs.RecordCriticism;
  'criticism-session.offerResponse': inputs.OfSubjectInput;
  'criticism-session.recordResponse': inputs.RecordResponse;
  'criticism-session.waiveResponse': inputs.WaiveResponse;
  'criticism-session.concludeItem': inputs.ConcludeItem;
  'criticism-session.conclude': MomentOfDay;
  'criticism-session.draftMinutes': DraftMinutes;
  'criticism-session.readMinutes': OnDay;
  'criticism-session.adoptMinutes': AdoptMinutes;
  'criticism-session.startTracking': inputs.StartTracking;
  'criticism-session.reportRemedy': ReportObligation;
  'criticism-session.verifyRemedy': VerifyObligation;
  'criticism-session.close': OnDay;
  'classification.selfRate': inputs.SelfRate;
  'classification.openBallot': OpenVote;
  'classification.tallyBallot': RecordTally;
  'classification.propose': inputs.ProposeRating;
  'classification.notify': inputs.NotifyRating;
  'classification.finalise': inputs.FinaliseRating;
  'rating-list.decide': inputs.DecideRatings;
}

/** What is honoured, steered and vied for. */
export interface HonoursInputs {
  'commendation.nominate': inputs.Nominate;
  'commendation.completeDossier': inputs.CompleteDossier;
  'commendation.appraise': inputs.AppraiseAward;
  'commendation.openCouncilVote': OpenVote;
  'commendation.tallyCouncilVote': RecordTally;
  'commendation.decide': inputs.DecideAward;
  'commendation.publish': inputs.PublishAward;
  'commendation.present': inputs.PresentAward;
  'commendation.proposeRevocation': inputs.ProposeRevocation;
  'commendation.revoke': inputs.RevokeAward;
  'contest.announce': inputs.AnnounceContest;
  'contest.open': OnDay;
  'contest.submitEntry': inputs.SubmitEntry;
  'contest.close': OnDay;
  'contest.scoreEntry': inputs.ScoreEntry;
  'contest.judge': inputs.JudgeContest;
  'contest.award': inputs.AwardContest;
  'model.register': inputs.RegisterModel;
  'model.pilot': inputs.PilotModel;
  'model.recognise': inputs.RecogniseModel;
  'model.replicate': inputs.ReplicateModel;
  'emulation-pact.sign': inputs.SignPact;
  'emulation-pact.score': inputs.ScorePact;
  'emulation-pact.close': inputs.ClosePact;
  'steering-committee.form': inputs.FormCommittee;
  'steering-committee.assignTask': AssignObligation;
  'steering-committee.reportTask': ReportObligation;
  'steering-committee.verifyTask': VerifyObligation;
}

/** Whoever moves, and what a commission looks into. */
export interface OversightInputs {
  'transfer.request': inputs.RequestTransfer;
  'transfer.review': inputs.ReviewSender;
  'transfer.issueLetter': inputs.IssueLetter;
  'transfer.sealFile': inputs.SealFile;
  'transfer.markOverdue': inputs.MarkOverdue;
  'transfer.explainOverdue': inputs.ExplainOverdue;
  'transfer.present': inputs.PresentTransfer;
  'transfer.receive': inputs.ReceiveTransfer;
  'inspection.plan': inputs.PlanInspection;
  'inspection.decide': inputs.DecideInspection;
  'inspection.announce': inputs.AnnounceInspection;
  'inspection.fileSelfReport': inputs.FileInspectionSelfReport;
  'inspection.startVerification': OnDay;
  'inspection.raiseFinding': inputs.RaiseFinding;
  'inspection.draftReport': inputs.WriteInspectionText;
  'inspection.hearSubject': inputs.HearSubject;
  'inspection.conclude': inputs.WriteInspectionText;
  'inspection.issueNotice': inputs.IssueConclusionNotice;
  'inspection.assignFollowUp': AssignObligation;
  'inspection.reportFollowUp': ReportObligation;
  'inspection.verifyFollowUp': VerifyObligation;
  'inspection.close': OnDay;
}
