import * as input from './block.commands.js';

/** Input classes by block, to hand to the kernel's building blocks. */
export const OBLIGATION_INPUTS = {
  assign: input.AssignObligationInput,
  report: input.ReportObligationInput,
  verify: input.VerifyObligationInput,
  handOver: input.HandOverObligationInput,
};
export const SESSION_INPUTS = {
  attendance: input.RecordAttendanceInput,
  draft: input.DraftMinutesInput,
  read: input.OnDayInput,
  adopt: input.AdoptMinutesInput,
};
export const VOTE_INPUTS = { open: input.OpenVoteInput, tally: input.RecordTallyInput };
export const APPEAL_INPUTS = { file: input.FileAppealInput, decide: input.DecideAppealInput };
