import type { Intent } from '#libs/kernel';
import { recordedFact, type OldFact } from '#libs/kernel/testing';
import { admitted, ended, movedTo } from '../membership/membership.fixtures.js';
import {
  appointed,
  dissolved,
  endedOffice,
  founded,
} from '../organisation/organisation.fixtures.js';
import { heirOfClosedUnit, officeToMembership } from './index.js';

/** What the reactor wants after the last of these facts. */
const wantedAfter = (reactor: typeof heirOfClosedUnit, ...facts: OldFact[]): readonly Intent[] => {
  let state = reactor.start();
  let intents: readonly Intent[] = [];
  for (const fact of facts) {
    intents = reactor.on[fact.type]?.(recordedFact(fact), state) ?? [];
    // The runner keeps the folded state as JSON, so it must survive that.
    state = JSON.parse(JSON.stringify(state));
  }
  return intents;
};
const group = (unitId: string): OldFact => ({
  ...founded,
  data: { ...founded.data, unitId, parentId: 'kp4' },
});
const member = (memberId: string): OldFact => ({
  ...admitted,
  data: { ...admitted.data, memberId },
});
const move = (id: string): Intent => ({
  workflow: 'membership',
  id,
  command: 'move',
  input: { fromUnitId: 'kp4', toUnitId: 'kp5', on: '2025-07-01' },
});

describe('the heir of a closed unit', () => {
  it('receives its units and its members, by the decision that closed it', () => {
    expect(
      wantedAfter(
        heirOfClosedUnit,
        founded,
        group('to1'),
        group('to2'),
        admitted,
        member('lan'),
        dissolved,
      ),
    ).toEqual([
      ...['to1', 'to2'].map((id) => ({
        workflow: 'organisation',
        id,
        command: 'reparent',
        input: {
          fromParentId: 'kp4',
          toParentId: 'kp5',
          on: '2025-07-01',
          decisionNo: '12-QĐ/ĐU',
        },
      })),
      move('khai'),
      move('lan'),
    ]);
  });

  it.each(['OrgMerged', 'OrgSplit', 'OrgDissolved'])('after %s', (type) => {
    expect(wantedAfter(heirOfClosedUnit, admitted, { ...dissolved, type })).toEqual([move('khai')]);
  });

  it('does not receive who has moved away, nor who has left', () => {
    expect(
      wantedAfter(heirOfClosedUnit, admitted, member('lan'), movedTo('kp6', 2024), dissolved),
    ).toEqual([move('lan')]);
    expect(wantedAfter(heirOfClosedUnit, admitted, member('lan'), ended, dissolved)).toEqual([
      move('lan'),
    ]);
  });

  it('does not receive a unit that was closed or hung elsewhere before', () => {
    const closedGroup = {
      ...dissolved,
      data: { ...dissolved.data, unitId: 'to1', parentId: 'kp4' },
    };
    const elsewhere: OldFact = {
      type: 'OrgReparented',
      data: { unitId: 'to2', fromParentId: 'kp4', toParentId: 'kp6', on: '', decisionNo: '' },
    };
    expect(
      wantedAfter(heirOfClosedUnit, group('to1'), group('to2'), closedGroup, elsewhere, dissolved),
    ).toEqual([]);
  });
});

describe('a post', () => {
  const post = { unitId: 'kp4', office: 'secretary' };
  it.each([
    ['taken up', appointed('ha', 'secretary'), 'recordOffice', '2024-03-01'],
    ['left', endedOffice('ha', 'secretary'), 'lapseOffice', '2026-01-01'],
  ])('%s is noted in the member’s own record', (_name, fact, command, on) => {
    expect(wantedAfter(officeToMembership, fact)).toEqual([
      { workflow: 'membership', id: 'ha', command, input: { ...post, on } },
    ]);
  });
});
