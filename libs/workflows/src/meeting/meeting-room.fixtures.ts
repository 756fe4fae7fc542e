import type { OldFact } from '#libs/kernel/testing';
import { of, on } from './meeting.fixtures.js';

export const said: OldFact = {
  type: 'DiscussionRecorded',
  data: { ...of, id: 's1', itemKey: 'work', speakerId: 'khai' },
  sealed: { text: { of: 'khai', value: 'Đồng ý với báo cáo' } },
};
export const takenBack: OldFact = {
  type: 'DiscussionRetracted',
  data: { ...of, of: 's1', on },
  sealed: { reason: { of: 'khai', value: 'Nói nhầm' } },
};
export const merit: OldFact = {
  type: 'MeritNoted',
  data: { ...of, id: 'm1', subjectId: 'khai', subjectKind: 'member', on },
  sealed: { text: { of: 'khai', value: 'Giúp hộ khó khăn' } },
};
export const issue: OldFact = {
  type: 'IssueAssigned',
  data: { ...of, id: 'i1', ownerId: 'khai', due: '2026-04-10', on },
  sealed: { text: { of: 'khai', value: 'Vận động hiến đất mở hẻm' } },
};
export const issueDone: OldFact = {
  type: 'IssueVerified',
  data: { ...of, id: 'i1', ownerId: 'khai', due: '2026-04-10', on, done: true, late: false },
};
export const voteOpened: OldFact = {
  type: 'ResolutionVoteOpened',
  data: {
    ...of,
    voteId: 'nq1',
    itemKey: 'work',
    options: ['for', 'against'],
    electorate: ['ha', 'khai', 'lan'],
    rule: {
      quorumPercent: 50,
      threshold: 'more_than_half',
      of: 'electorate',
      tie: 'failed',
      secret: false,
    },
    on,
  },
};
export const voted: OldFact = {
  type: 'ResolutionVoted',
  data: {
    ...of,
    voteId: 'nq1',
    electorate: 3,
    tally: { issued: 2, returned: 2, valid: 2, votes: [{ option: 'for', count: 2 }] },
    outcome: 'passed',
    winner: 'for',
    tellers: ['mai'],
    on,
  },
};
