import type { OldFact } from '#libs/kernel/testing';
import { memberView } from '../testing/index.js';
import { followUpDone, HEARD, HISTORIES } from './inspection-histories.fixtures.js';
import { decision, on } from './inspection.fixtures.js';

const { planned, decided, concluded, notice_issued, follow_up } = HISTORIES;
const scope = { ...decision().scope, memberIds: ['ubkt'] };
const task = { id: 'u2', ownerId: 'ha', due: '2026-06-30', on, text: 'x' };

/** The same with the chief of the commission, who acts, among those inspected. */
const ofChief = (facts: readonly OldFact[]): OldFact[] =>
  facts.map((fact) =>
    fact.type === 'WarrantIssued' ? { ...fact, data: { ...fact.data, scope } } : fact,
  );

/** What nobody does, of whatever office, in an inspection of themselves. */
export const OWN_CASE = [
  {
    ...{ command: 'decide' as const, facts: planned, input: decision({ scope }) },
    needs: { members: new Map([['ubkt', memberView({ memberId: 'ubkt' })]]) },
    ...{ codes: ['IS_SUBJECT'], path: 'scope.memberIds' },
  },
  ...(
    [
      ['extendWarrant', decided, { decisionNo: '9', expires: '2026-07-30', on }],
      ['revokeWarrant', decided, { reason: 'needless', on }],
      ['conclude', HEARD, { on, text: 'x' }, 'SUBJECT_NOT_HEARD'],
      ['issueNotice', concluded, { noticeNo: '3', on, recipients: ['kp4'] }],
      ['assignFollowUp', notice_issued, task],
      ['verifyFollowUp', follow_up, { id: 'u1', on, done: true }],
      ['handOverFollowUp', follow_up, { id: 'u1', heirId: 'loc', on }],
      ['close', [...follow_up, followUpDone], { on }],
    ] as const
  ).map(([command, facts, input, ...also]) => ({
    ...{ command, facts: ofChief(facts), input },
    codes: ['IS_SUBJECT', ...also],
  })),
];
