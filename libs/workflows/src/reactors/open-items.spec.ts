import type { Intent, Reactor } from '#libs/kernel';
import { recordedFact, type OldFact } from '#libs/kernel/testing';
import { heirOfOpenItems, sessionToRegistration } from './index.js';

/** What the reactor wants after each of these facts, its state kept as JSON in between. */
const wanted = (reactor: Reactor, ...facts: OldFact[]): readonly Intent[][] => {
  let state = reactor.start();
  return facts.map((fact) => {
    const intents = reactor.on[fact.type]?.(recordedFact(fact), state) ?? [];
    state = JSON.parse(JSON.stringify(state));
    return [...intents];
  });
};
const wantedAfter = (reactor: Reactor, ...facts: OldFact[]) => wanted(reactor, ...facts).at(-1);

const fact = (type: string, data: object): OldFact => ({ type, data });
const of = { unitId: 'donghoa', year: 2024, round: 1 };
const planned = fact('SessionPlanned', of);
const remedy = fact('RemedyAssigned', { ...of, id: 'r1', ownerId: 'lan' });
const closing = (unitId: string, heirId: string, type = 'OrgMerged'): OldFact =>
  fact(type, { unitId, heirId, parentId: 'songvan', on: '2025-07-01', decisionNo: '1' });
const merged = closing('donghoa', 'anbinhdong');
const on = '2025-07-01';
const session = (heirId: string): Intent => ({
  workflow: 'criticism-session',
  id: 'donghoa-2024',
  command: 'handOver',
  input: { heirId, on },
});
const handOver = (workflow: string, id: string, command: string, key: string, heirId: string) => ({
  workflow,
  id,
  command,
  input: { id: key, heirId, heirKind: 'unit', on },
});
const ofRemedy = (heirId: string) =>
  handOver('criticism-session', 'donghoa-2024', 'handOverRemedy', 'r1', heirId);

describe('story 8: the heir of what is open', () => {
  it.each(['OrgMerged', 'OrgSplit', 'OrgDissolved'])('is named after %s', (type) =>
    expect(
      wantedAfter(heirOfOpenItems, planned, remedy, closing('donghoa', 'anbinhdong', type)),
    ).toEqual([session('anbinhdong'), ofRemedy('anbinhdong')]),
  );

  it.each([
    ['IssueAssigned', 'meeting', { meetingId: 'donghoa-20250603' }, 'handOverIssue'],
    ['FollowUpAssigned', 'inspection', { inspectionId: 'kt-01' }, 'handOverFollowUp'],
    [
      'SteeringTaskAssigned',
      'steering-committee',
      { fromYear: 2021, toYear: 2025 },
      'handOverTask',
    ],
  ])('of %s, too', (type, workflow, ids, command) => {
    const id =
      Object.values(ids).length === 2 ? 'donghoa-2021_2025' : String(Object.values(ids)[0]);
    const assigned = fact(type, { unitId: 'donghoa', ...ids, id: 'x1', ownerId: 'lan' });
    expect(wantedAfter(heirOfOpenItems, assigned, merged)).toEqual([
      handOver(workflow, id, command, 'x1', 'anbinhdong'),
    ]);
  });

  it('of a plan that is not closed', () => {
    const plan = { planId: 'donghoa-2025', unitId: 'donghoa' };
    const drafted = fact('PlanDrafted', plan);
    expect(wantedAfter(heirOfOpenItems, drafted, drafted, merged)).toEqual([
      {
        workflow: 'programme',
        id: 'donghoa-2025',
        command: 'handOver',
        input: { heirId: 'anbinhdong', on },
      },
    ]);
    expect(wantedAfter(heirOfOpenItems, drafted, fact('PlanClosed', plan), merged)).toEqual([]);
  });

  it.each([
    ['verified as done', fact('RemedyVerified', { ...of, id: 'r1', done: true }), []],
    ['explained', fact('RemedyExplained', { ...of, id: 'r1' }), []],
    [
      'found not to be done',
      fact('RemedyVerified', { ...of, id: 'r1', done: false }),
      [ofRemedy('anbinhdong')],
    ],
  ])('of a remedy %s', (_name, after, expected) =>
    expect(wantedAfter(heirOfOpenItems, remedy, after, merged)).toEqual(expected),
  );

  it('is not asked for what is closed, nor for what is another unit’s', () => {
    const closed = fact('SessionClosed', of);
    expect(wantedAfter(heirOfOpenItems, planned, closed, merged)).toEqual([]);
    expect(wantedAfter(heirOfOpenItems, planned, closing('kp4', 'kp5'))).toEqual([]);
  });

  it('closed in its turn hands on what it took over, and what came to light since', () => {
    const later = fact('RemedyAssigned', { ...of, id: 'r2', ownerId: 'mai' });
    const [first, , second] = wanted(
      heirOfOpenItems,
      remedy,
      merged,
      later,
      closing('anbinhdong', 'anphu'),
    ).filter((_intents, index) => index > 0);
    expect(first).toEqual([ofRemedy('anbinhdong')]);
    expect(second).toEqual(
      ['r1', 'r2'].map((key) =>
        handOver('criticism-session', 'donghoa-2024', 'handOverRemedy', key, 'anphu'),
      ),
    );
  });
});

describe('what a concluded session found', () => {
  const found = (id: string, subjectId: string) => ({
    id,
    subjectId,
    area: 'unity',
    severity: 'minor',
  });
  const concluded = (round: number, ...shortcomings: object[]) =>
    fact('SessionConcluded', { ...of, round, shortcomings });
  const carry = (memberId: string, round: number, ...ids: string[]): Intent => ({
    workflow: 'registration',
    id: `${memberId}-2025`,
    command: 'carryShortcomings',
    input: {
      sessionId: 'donghoa-2024',
      round,
      shortcomings: ids.map((id) => ({ id, area: 'unity', severity: 'minor' })),
    },
  });

  it('goes to the next year’s registration of each member; the collective’s to nobody’s', () =>
    expect(
      wantedAfter(
        sessionToRegistration,
        concluded(
          1,
          found('s1', 'lan'),
          found('s2', 'mai'),
          found('s3', 'lan'),
          found('s4', 'donghoa'),
        ),
      ),
    ).toEqual([carry('lan', 1, 's1', 's3'), carry('mai', 1, 's2')]));

  it('is taken back where a redo no longer finds it', () =>
    expect(
      wantedAfter(
        sessionToRegistration,
        concluded(1, found('s1', 'lan')),
        concluded(2, found('s5', 'mai')),
      ),
    ).toEqual([carry('mai', 2, 's5'), carry('lan', 2)]));
});
