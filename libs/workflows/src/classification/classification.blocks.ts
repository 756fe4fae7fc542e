import { appeal, vote } from '#libs/kernel';
import { APPEAL_INPUTS, VOTE_INPUTS } from '../blocks/index.js';
import {
  type CriticismSessionView,
  presentVoters,
} from '../criticism-session/criticism-session.events.js';
import { BALLOT_NAMES, COMPLAINT_NAMES } from './classification.events.js';
import { session } from './classification.needs.js';
import * as policies from './classification.policies.js';
import {
  type ClassificationState,
  type ClassificationStateName,
  ofRating,
} from './classification.state.js';

/** Official members present at the criticism session, except the subject (domain brief, 3E). */
export const votersFor = (
  subjectId: string,
  held: CriticismSessionView | undefined,
): readonly string[] =>
  held === undefined ? [] : presentVoters(held).filter((memberId) => memberId !== subjectId);

/** Secret ballot on the rating: who may vote is frozen when it opens, and only totals are kept. */
export const ballot = vote<ClassificationState, ClassificationStateName>()({
  names: BALLOT_NAMES,
  list: 'ballots',
  identity: ofRating,
  inputs: VOTE_INPUTS,
  openIn: ['self_rated', 'commented', 'balloted'],
  tallyIn: ['self_rated', 'commented', 'balloted'],
  openBy: policies.cell,
  tallyBy: policies.cell,
  needs: { session },
  electorate: ({ state, needs }) =>
    votersFor(state.subjectId, (needs as { session: CriticismSessionView | undefined }).session),
  rule: () => ({
    quorumPercent: 67,
    threshold: 'more_than_half',
    of: 'returned',
    tie: 'failed',
    secret: true,
  }),
});

/** The subject's complaint, judged by somebody else than whoever signed the decision. */
export const complaint = appeal<ClassificationState, ClassificationStateName>()({
  names: COMPLAINT_NAMES,
  field: 'complaint',
  identity: ofRating,
  inputs: APPEAL_INPUTS,
  fileIn: ['notified'],
  decideIn: ['complaint'],
  to: { filed: 'complaint', decided: 'complaint_decided' },
  fileBy: policies.subject,
  decideBy: policies.complaintJudge,
});
