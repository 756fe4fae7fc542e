import { checkHistory, type Recorded } from './check-history.js';
import type { Moment } from './history.js';

const STREAM = 'commitment-m0-2026';
const at = (n: number): string => String(n).padStart(4, '0');
const event = (revision: number, key: string, position = at(revision + 1)): Recorded => ({
  ...{ stream: STREAM, revision, position },
  commandId: `m0/${key}`,
});
const moment = (atMs: number, kind: Moment['kind'], key: string, more: object = {}): Moment => ({
  ...{ client: 'm0.1', op: 'write', stream: STREAM, via: 'api 1', kind, key, atMs },
  ...more,
});
const ok = (atMs: number, key: string, revision: number): Moment =>
  moment(atMs, 'ok', key, { revision, position: at(revision + 1) });
const read = (atMs: number, revision: number, after?: string): Moment =>
  moment(atMs, 'ok', '', { op: 'read', revision, ...(after !== undefined && { after }) });

const A = [moment(1, 'invoke', 'a'), ok(2, 'a', 0)];
const B = [moment(3, 'invoke', 'b'), ok(4, 'b', 1)];
const LOG = [event(0, 'a'), event(1, 'b')];

describe('a history and its log', () => {
  it.each<[string, readonly Moment[], readonly Recorded[]]>([
    ['agree where each was done in its turn', [...A, ...B], LOG],
    ['agree where a command without an answer was done', [...A, moment(3, 'invoke', 'b')], LOG],
    ['agree where it was not done', [...A, moment(3, 'unknown', 'b')], [event(0, 'a')]],
    [
      'agree where two overlapped and the later stands first',
      [moment(1, 'invoke', 'b'), moment(2, 'invoke', 'a'), ok(3, 'a', 0), ok(4, 'b', 1)],
      LOG,
    ],
    ['agree where what was answered was read', [...A, ...B, read(5, 1, at(2))], LOG],
    [
      'agree where a command left two events',
      [moment(1, 'invoke', 'a'), ok(2, 'a', 1)],
      [event(0, 'a'), event(1, 'a')],
    ],
  ])('%s', (_, moments, log) => {
    expect(checkHistory(moments, log)).toEqual([]);
  });

  it.each<[string, string, readonly Moment[], readonly Recorded[]]>([
    ['an answer is lost', 'b was answered 1 and is nowhere', [...A, ...B], [event(0, 'a')]],
    [
      'an answer names another place',
      'b was answered 1 and is 2',
      [...A, ...B],
      [event(0, 'a'), event(1, 'x'), event(2, 'b')],
    ],
    [
      'a key was done twice',
      'a stands in the log in pieces',
      A,
      [event(0, 'a'), event(1, 'x'), event(2, 'a')],
    ],
    [
      'a refused one was done',
      'b was refused and is in the log',
      [...A, moment(3, 'invoke', 'b'), moment(4, 'fail', 'b')],
      LOG,
    ],
    [
      'a key was refused and accepted',
      'b was refused and accepted',
      [...A, ...B, moment(5, 'fail', 'b')],
      LOG,
    ],
    [
      'a later one stands before an earlier',
      'a was answered before b was asked',
      [...A, moment(3, 'invoke', 'b'), moment(4, 'unknown', 'b')],
      [event(0, 'b', at(1)), event(1, 'a', at(2))],
    ],
    [
      'less was shown than asked for',
      `m0.1 read 0 of ${STREAM} after 1`,
      [...A, ...B, read(5, 0, at(2))],
      LOG,
    ],
    [
      'something was read that is nowhere',
      `m0.1 read revision 7 of ${STREAM}`,
      [...A, read(5, 7)],
      LOG,
    ],
  ])('disagree where %s', (_, wrong, moments, log) => {
    expect(checkHistory(moments, log).join('; ')).toContain(wrong);
  });
});
