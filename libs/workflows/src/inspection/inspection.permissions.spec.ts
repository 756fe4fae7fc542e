import type { OldFact } from '#libs/kernel/testing';
import { type Person, whoMay } from '../testing/index.js';
import { HEARD, HISTORIES } from './inspection-histories.fixtures.js';
import { decision, given, on, plan } from './inspection.fixtures.js';

type Command = Parameters<ReturnType<typeof given>['when']>[0];
const { planned, decided, announced, notice_issued } = HISTORIES;
const report = { subjectKind: 'member', subjectId: 'khai', on, text: 'x' };

describe('who may', () => {
  const commission: Person[] = ['tam', 'minh', 'ubkt'];
  it.each<[Command, readonly OldFact[], object, Person[]]>([
    ['plan', [], plan(), commission],
    ['decide', planned, decision(), commission],
    ['revokeWarrant', decided, { reason: 'abuse', on }, commission],
    ['announce', decided, { on }, ['sau']],
    ['fileSelfReport', announced, report, ['khai']],
    [
      'fileSelfReport',
      announced,
      { ...report, subjectKind: 'unit', subjectId: 'kp4' },
      ['ha', 'loc', 'tam'],
    ],
    ['conclude', HEARD, { on, text: 'x' }, commission],
    ['close', notice_issued, { on }, commission],
  ])('%s', (command, facts, input, people) => {
    expect(whoMay(given(...facts), command, input)).toEqual(people);
  });
});
