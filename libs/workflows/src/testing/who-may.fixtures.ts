/** Who may give a command, as far as the person goes: state and guards may still stop them. */
interface Line {
  /** On a record of the cell that the ward decides on, or that leads to another cell. */
  readonly here: string;
  /** On a record that the cell decides on itself; left out: the same people. */
  readonly there?: string;
  /** `workflow command`. */
  readonly of: readonly string[];
}

const of = (workflow: string, commands: string): readonly string[] =>
  commands.split(' ').map((command) => `${workflow} ${command}`);

/**
 * Offices by level, persons by what the record names them; `anybody`: a guard says who. Written
 * down apart from the declarations, so that a change of either must be meant.
 */
export const WHO_MAY: readonly Line[] = [
  {
    here: 'ward secretary committee; system',
    of: [...of('organisation', 'found')],
  },
  {
    here: 'ward secretary committee; province secretary committee; system',
    of: [
      ...of('organisation', 'rename reparent merge split dissolve appointOfficer endOfficer'),
      ...of('membership', 'move end'),
      ...of('programme', 'handOver'),
      ...of('transfer', 'handOver'),
      ...of('model', 'recognise'),
      ...of('emulation-pact', 'score close'),
      ...of('criticism-session', 'handOver'),
    ],
  },
  {
    here: 'cell secretary; ward secretary committee; province secretary committee; system',
    of: [
      ...of('organisation', 'chooseCadence'),
      ...of('membership', 'admit correctPerson changeStatus'),
    ],
  },
  {
    here: 'cell secretary; ward committee; province committee; system',
    of: [...of('membership', 'grantExemption endExemption')],
  },
  {
    here: 'system',
    of: [
      ...of('membership', 'recordOffice lapseOffice'),
      ...of('registration', 'carryShortcomings'),
      ...of('review', 'miss'),
      ...of('transfer', 'markOverdue'),
      ...of('classification', 'recordDecision finalise change'),
      ...of('rating-list', 'enter withdraw'),
      ...of('achievement-record', 'recordMerit claim release'),
      ...of('access-log', 'record'),
      ...of('delegation', 'close'),
    ],
  },
  {
    here: 'cell secretary committee; ward committee; province committee; system',
    of: [...of('programme', 'draft consult issue amend reportTask close')],
  },
  {
    here: 'member',
    of: [
      ...of('registration', 'saveDraft submit adjust'),
      ...of('review', 'selfReport acknowledge dispute'),
      ...of('delegation', 'grant revoke'),
    ],
  },
  {
    here: 'cell secretary deputy; ward secretary committee; province secretary committee',
    of: [
      ...of('registration', 'return endorse publish assess'),
      ...of('transfer', 'review issueLetter sealFile'),
      ...of('classification', 'openBallot tallyBallot propose'),
    ],
  },
  {
    here: 'cell secretary deputy; ward secretary committee; province secretary committee; system',
    of: [
      ...of('registration', 'bringIntoForce close'),
      ...of('emulation-pact', 'sign'),
      ...of(
        'steering-committee',
        'form addMember endMember dissolve assignTask verifyTask handOverTask',
      ),
      ...of('classification', 'markNotRated'),
      ...of('commendation', 'nominate'),
    ],
  },
  {
    here: 'cell secretary deputy committee; ward secretary committee; province secretary committee; system',
    of: [
      ...of('review', 'open'),
      ...of('contest', 'announce open close judge award'),
      ...of('model', 'register pilot replicate retire'),
      ...of(
        'meeting',
        'schedule publishMaterials postpone cancel open verifyIssue handOverIssue score report file',
      ),
      ...of('criticism-session', 'handOverRemedy'),
    ],
  },
  {
    here: 'cell secretary deputy committee; ward secretary committee; province secretary committee',
    of: [
      ...of('review', 'remark resolve'),
      ...of('criticism-session', 'plan assignRemedy verifyRemedy explainRemedy'),
      ...of('rating-list', 'decide amend'),
    ],
  },
  {
    here: 'cell secretary deputy; ward secretary committee; province secretary committee; member',
    of: [...of('transfer', 'request withdraw'), ...of('commendation', 'completeDossier')],
  },
  {
    here: 'ward secretary committee; province secretary committee; other secretary deputy; member',
    there: 'cell secretary deputy; ward secretary committee; province secretary committee; member',
    of: [...of('transfer', 'present')],
  },
  {
    here: 'ward secretary committee; province secretary committee; other secretary deputy',
    there: 'cell secretary deputy; ward secretary committee; province secretary committee',
    of: [...of('transfer', 'receive return')],
  },
  {
    here: 'cell secretary; other secretary; member',
    there: 'cell secretary; member',
    of: [...of('transfer', 'explainOverdue')],
  },
  {
    here: 'cell secretary deputy committee; ward secretary committee; province secretary committee; subject; system',
    of: [...of('contest', 'submitEntry')],
  },
  {
    here: 'anybody',
    of: [
      ...of('contest', 'scoreEntry'),
      ...of('steering-committee', 'reportTask'),
      ...of('meeting', 'retractDiscussion reportIssue'),
      ...of('criticism-session', 'retract reportRemedy'),
      ...of('inspection', 'raiseFinding retractFinding hearSubject reportFollowUp'),
    ],
  },
  {
    here: 'cell secretary deputy committee; ward secretary committee; province secretary committee; recorder; system',
    of: [
      ...of(
        'meeting',
        'recordAttendance concludeItem reviewContent noteMerit assignIssue tallyVote draftMinutes readMinutes',
      ),
    ],
  },
  {
    here: 'cell secretary deputy committee; ward secretary committee; province secretary committee; speaker; recorder; system',
    of: [...of('meeting', 'discuss')],
  },
  {
    here: 'cell secretary deputy; ward secretary; province secretary; chair; system',
    of: [...of('meeting', 'openVote close adoptMinutes')],
  },
  {
    here: 'ward secretary committee; province secretary committee',
    of: [...of('criticism-session', 'prompt orderRedo'), ...of('delegation', 'substitute')],
  },
  {
    here: 'subject; head',
    of: [...of('criticism-session', 'answerPrompt fileSelfReview recordResponse')],
  },
  {
    here: 'cell secretary deputy committee; chair; recorder',
    of: [
      ...of(
        'criticism-session',
        'sendMaterials open recordAttendance adjourn resume draftMinutes readMinutes openItem deferItem offerResponse forwardOpinion',
      ),
    ],
  },
  {
    here: 'cell secretary deputy committee; ward secretary committee; province secretary committee; chair',
    of: [...of('criticism-session', 'conclude adoptMinutes concludeItem')],
  },
  {
    here: 'speaker; recorder',
    of: [...of('criticism-session', 'recordCriticism')],
  },
  {
    here: 'subject; recorder; head',
    of: [...of('criticism-session', 'waiveResponse')],
  },
  {
    here: 'recorder; author',
    of: [...of('criticism-session', 'reserveOpinion')],
  },
  {
    here: 'cell secretary deputy committee; ward secretary committee; province secretary committee; chair; recorder; system',
    of: [...of('criticism-session', 'startTracking close')],
  },
  {
    here: 'cell secretary deputy; member',
    of: [...of('classification', 'selfRate fileComplaint')],
  },
  {
    here: 'anybody but member; system',
    of: [...of('classification', 'comment')],
  },
  {
    here: 'ward secretary deputy committee; province secretary deputy committee',
    of: [...of('classification', 'appraise decideComplaint annul')],
  },
  {
    here: 'ward secretary deputy committee; province secretary deputy committee; system',
    of: [...of('classification', 'notify')],
  },
  {
    here: 'ward secretary deputy committee',
    there: 'cell secretary deputy committee',
    of: [...of('commendation', 'appraise openCouncilVote tallyCouncilVote decide reject')],
  },
  {
    here: 'cell secretary deputy; ward secretary deputy committee; province secretary committee',
    there:
      'cell secretary deputy committee; ward secretary committee; province secretary committee',
    of: [...of('commendation', 'publish present')],
  },
  {
    here: 'ward secretary deputy committee commission; province secretary committee commission',
    there:
      'cell secretary deputy committee commission; ward secretary committee commission; province secretary committee commission',
    of: [...of('commendation', 'proposeRevocation')],
  },
  {
    here: 'ward secretary deputy committee; province secretary committee',
    there:
      'cell secretary deputy committee; ward secretary committee; province secretary committee',
    of: [...of('commendation', 'revoke refuseRevocation')],
  },
  {
    here: 'province secretary committee; system',
    there: 'ward secretary committee; province secretary committee; system',
    of: [...of('commendation', 'handOver')],
  },
  {
    here: 'cell secretary committee commission; ward commission; province commission',
    of: [
      ...of(
        'inspection',
        'plan decide extendWarrant revokeWarrant conclude issueNotice assignFollowUp verifyFollowUp close',
      ),
    ],
  },
  {
    here: 'lead; team-deputy',
    of: [...of('inspection', 'announce startVerification draftReport')],
  },
  {
    here: 'subject',
    of: [...of('inspection', 'fileSelfReport')],
  },
  {
    here: 'cell secretary committee commission; ward commission; province commission; system',
    of: [...of('inspection', 'handOverFollowUp')],
  },
  {
    here: 'ward secretary committee; province secretary committee; member',
    of: [...of('delegation', 'endSubstitute')],
  },
];
