import type { OldFact } from '#libs/kernel/testing';
import { memberView, unitView } from '../testing/index.js';
import type { TransferView } from './transfer.events.js';
import {
  type Command,
  explained,
  given,
  HISTORIES,
  HISTORIES_OF,
  INPUTS,
  lettered,
  of,
  overdue,
  PRESENT_BY,
  requested,
  START_BY,
} from './transfer.fixtures.js';
import { transfer } from './transfer.workflow.js';

const system = { id: 'system', kind: 'system' } as const;
const ACTORS: Partial<Record<Command, string>> = { request: 'khai', present: 'khai' };
const arriving: readonly Command[] = ['receive', 'return'];
const give = (command: Command, input: object = {}, facts: OldFact[] = HISTORIES_OF[command]) =>
  given(...facts).when(
    command,
    { ...INPUTS[command], ...input },
    {
      actor:
        command === 'markOverdue'
          ? system
          : (ACTORS[command] ?? (arriving.includes(command) ? 'sau' : 'ha')),
    },
  );

describe('a transfer', () => {
  it.each<[Command, string, object, string]>([
    [
      'request',
      'TransferRequested',
      { reason: 'residence', movedOn: '2026-02-26', on: '2026-03-02', startBy: START_BY },
      'requested',
    ],
    ['review', 'SenderReviewed', { on: '2026-03-10' }, 'sender_reviewed'],
    [
      'issueLetter',
      'LetterIssued',
      { number: '15-GT/CB', on: '2026-03-16', late: false, presentBy: PRESENT_BY },
      'letter_issued',
    ],
    ['sealFile', 'FileSealed', { on: '2026-03-17' }, 'file_sealed'],
    ['present', 'TransferPresented', { on: '2026-04-01', late: false }, 'presented'],
    [
      'receive',
      'TransferReceived',
      { on: '2026-04-06', late: false, leavesUnitId: 'kp4' },
      'received',
    ],
    ['return', 'TransferReturned', { on: '2026-04-06', reason: 'papers_wrong' }, 'returned'],
    ['withdraw', 'TransferReturned', { on: '2026-03-05', reason: 'withdrawn' }, 'returned'],
    [
      'markOverdue',
      'TransferOverdue',
      { step: 'arrival', due: PRESENT_BY, on: '2026-06-15' },
      'file_sealed',
    ],
  ])('%s', (command, type, data, to) => {
    const then = give(command);
    then.thenFacts([{ type, data: { ...of, ...data } }]);
    then.thenState(to);
  });

  it('that is overdue is explained, the words sealed', () => {
    give('explainOverdue').thenFacts([
      {
        type: 'TransferOverdueExplained',
        data: { ...of, step: 'arrival', reason: 'illness', on: '2026-05-30' },
        sealed: { text: { of: 'khai', value: 'Nằm viện' } },
      },
    ]);
    const { state } = given(requested(), overdue('start'), explained('start')).instance;
    expect((state as TransferView).overdue).toEqual([
      { step: 'start', due: START_BY, on: '2026-05-27', reason: 'illness' },
    ]);
  });

  it('knows which of its limits passed', () => {
    const [fact] = give('markOverdue', {}, HISTORIES.sender_reviewed).facts;
    expect(fact?.data).toMatchObject({ step: 'start', due: START_BY });
  });

  it('is late when the letter, the arrival or the reception is, and nothing ends by it', () => {
    expect(give('issueLetter', { on: '2026-05-27' }).facts[0]?.data).toMatchObject({ late: true });
    expect(give('present', { on: '2026-04-29' }).facts[0]?.data).toMatchObject({ late: true });
    expect(give('receive', { on: '2026-04-29' }).facts[0]?.data).toMatchObject({
      late: true,
      explained: false,
    });
    const facts = [...HISTORIES.presented, overdue('arrival'), explained('arrival')];
    expect(give('receive', { on: '2026-06-01' }, facts).facts[0]?.data).toMatchObject({
      late: true,
      explained: true,
    });
  });

  it('for a time needs neither review nor file', () => {
    const stay = [requested('temporary')];
    give('issueLetter', {}, stay).thenState('letter_issued');
    give('present', {}, [
      ...stay,
      { ...lettered, data: { ...lettered.data, kind: 'temporary' } },
    ]).thenState('presented');
  });

  it('from a unit closed meanwhile leaves from its heir', () => {
    const then = given(...HISTORIES.presented).when('receive', INPUTS.receive, {
      actor: 'sau',
      needs: {
        membership: memberView({ unitId: 'kp6' }),
        sender: unitView({ closedOn: '2026-03-20', heirId: 'kp6' }),
      },
    });
    expect(then.facts[0]?.data).toMatchObject({ fromUnitId: 'kp4', leavesUnitId: 'kp6' });
  });

  it('knows from its id whose it is and from which year', () =>
    expect(transfer.start('m.00017-20161231')).toMatchObject({
      transferId: 'm.00017-20161231',
      memberId: 'm.00017',
      year: 2016,
    }));

  it('asks for every explanation still owed', () => {
    const { explanation } = transfer.deadlines;
    const owed = (...facts: OldFact[]) =>
      'each' in explanation! ? explanation.each(given(...facts).instance.state) : [];
    expect(owed(requested(), overdue('start'))).toEqual([{ key: 'start', due: '2026-06-06' }]);
    expect(owed(requested(), overdue('start'), explained('start'))).toEqual([]);
  });
});

describe('a temporary stay', () => {
  it.each([
    ['work', '2026-05-26', undefined],
    ['work', '2027-02-25', undefined],
    ['study', '2028-02-25', undefined],
    ['work', '2026-05-25', 'STAY_TOO_SHORT'],
    ['work', '2027-02-26', 'STAY_TOO_LONG'],
    ['study', '2028-02-26', 'STAY_TOO_LONG'],
  ])('of somebody who moves for %s until %s: %s', (reason, until, code) => {
    const then = give('request', { kind: 'temporary', reason, until });
    if (code === undefined) then.thenState('requested', { kind: 'temporary' });
    else then.thenRefusedOnlyFor(code);
  });
});
