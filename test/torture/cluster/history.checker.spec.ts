import { checkHistory, type Recorded } from './history.checker.js';
import type { HistoryLine, LogLine } from './history.js';

const place = (n: number): string => String(n).padStart(4, '0');

function event(position: number, key: string, fields: Partial<LogLine> = {}): LogLine {
  return {
    position: place(position),
    stream: 's',
    revision: 0,
    type: 'Step',
    key,
    index: 0,
    count: 1,
    variant: 'same',
    ...fields,
  };
}

/** Two commands in one stream, the first a batch of two; a conflict; a repeat; two subscribers. */
function goodRun(): { lines: HistoryLine[]; log: LogLine[] } {
  const log = [
    event(1, 'a', { count: 2 }),
    event(2, 'a', { revision: 1, index: 1, count: 2 }),
    event(3, 'b', { revision: 2, type: 'Rare' }),
  ];
  const invoke = (at: number, call: number, key: string, expected: number | 'none', count = 1) =>
    ({ at, kind: 'invoke', call, key, variant: 'same', stream: 's', expected, count }) as const;
  const lines: HistoryLine[] = [
    invoke(0, 1, 'a', 'none', 2),
    { at: 1, kind: 'unknown', call: 1, code: 'STORE_OUTCOME_UNKNOWN' },
    invoke(2, 2, 'a', 'none', 2),
    { at: 3, kind: 'ok', call: 2, revision: 1, position: place(2) },
    invoke(4, 3, 'b', 1),
    invoke(4, 4, 'c', 1),
    { at: 5, kind: 'ok', call: 3, revision: 2, position: place(3) },
    { at: 6, kind: 'conflict', call: 4, actual: 2 },
    { ...invoke(7, 5, 'b', 1), variant: 'again' },
    { at: 8, kind: 'ok', call: 5, revision: 2, position: place(3) },
    { ...invoke(9, 6, 'b', 1), variant: 'changed' },
    { at: 10, kind: 'conflict', call: 6, actual: 2 },
    invoke(11, 7, 'd', 2),
    { at: 12, kind: 'unsent', call: 7, code: 'STORE_UNAVAILABLE' },
    { at: 13, kind: 'read', stream: 's', ms: 4 },
    ...['all', 'some'].flatMap((subscriber) =>
      log
        .filter(({ type }) => subscriber === 'all' || type === 'Rare')
        .map(({ position, key, index }) => ({
          at: 20,
          kind: 'seen' as const,
          subscriber,
          position,
          key,
          index,
        })),
    ),
  ];
  return { lines, log };
}

const check = (lines: readonly HistoryLine[], log: readonly LogLine[]): string[] =>
  checkHistory({
    lines,
    log,
    subscribers: new Map<string, readonly string[] | undefined>([
      ['all', undefined],
      ['some', ['Rare']],
    ]),
    limitMs: 100,
  } satisfies Recorded);

type Forge = (run: ReturnType<typeof goodRun>) => unknown;

/** Replaces the first line for which the fields hold. */
const alter =
  (where: Partial<Record<string, unknown>>, to: object): Forge =>
  ({ lines }) => {
    const index = lines.findIndex((line) =>
      Object.entries(where).every(([name, value]) => Reflect.get(line, name) === value),
    );
    const line = lines[index];
    if (line === undefined) throw new Error('nothing to alter');
    lines[index] = { ...line, ...to };
  };

const without =
  (where: (line: HistoryLine) => boolean): Forge =>
  ({ lines }) =>
    lines.splice(lines.findIndex(where), 1);

/** Negative controls: each forgery, and what must be said of it. */
const FORGERIES: [string, Forge, RegExp][] = [
  ['an acknowledged event is gone', ({ log }) => log.pop(), /I1: acknowledged b/],
  [
    'an acknowledged event stands elsewhere',
    ({ log }) => (log[2] = { ...log[2]!, position: place(9) }),
    /I1: acknowledged b/,
  ],
  ['half a batch is there', ({ log }) => log.splice(1, 1), /I2: a left 1 of 2/],
  [
    'a command was written twice',
    ({ log }) => log.push(event(4, 'b', { revision: 3 })),
    /I2: b left 2 of 1/,
  ],
  ['an event of nobody', ({ log }) => log.push(event(4, 'z', { revision: 3 })), /I2: z was never/],
  [
    'a batch was torn apart',
    ({ log }) => ((log[1] = { ...log[1]!, revision: 2 }), (log[2] = { ...log[2]!, revision: 1 })),
    /I2: the events of a/,
  ],
  [
    'content of a later call',
    ({ log }) => (log[2] = { ...log[2]!, variant: 'changed' }),
    /I2: the events of b/,
  ],
  ['a revision is missing', ({ log }) => (log[2] = { ...log[2]!, revision: 3 }), /I3: s has 3/],
  [
    'positions run back',
    ({ log }) => (log[1] = { ...log[1]!, position: place(7) }),
    /I4: position/,
  ],
  [
    'a refused command is there',
    ({ log }) => log.push(event(4, 'c', { revision: 3 })),
    /I8: c is there although/,
  ],
  [
    'an unsent command is there',
    ({ log }) => log.push(event(4, 'd', { revision: 3 })),
    /I8: d is there although/,
  ],
  ['a repeat got another answer', alter({ call: 5, kind: 'ok' }, { revision: 3 }), /I8: b has the/],
  [
    'a repeat became a conflict',
    alter({ call: 5, kind: 'ok' }, { kind: 'conflict', actual: 2 }),
    /I8: b was written and/,
  ],
  [
    'an answer at another revision',
    alter({ call: 3, kind: 'invoke' }, { expected: 0 }),
    /I8: b is not at the revision/,
  ],
  [
    'other content was taken',
    alter({ call: 6, kind: 'conflict' }, { kind: 'ok', revision: 3, position: place(4) }),
    /I8: b was taken once more, changed/,
  ],
  ['a stale conflict', alter({ call: 6, kind: 'conflict' }, { actual: 0 }), /long past/],
  ['a conflict without one', alter({ call: 4, kind: 'conflict' }, { actual: 1 }), /what it exp/],
  ['an error without a name', alter({ call: 7, kind: 'unsent' }, { kind: 'error' }), /d failed/],
  [
    'the later stands before the earlier',
    ({ lines, log }) => {
      log.splice(0, 3, { ...log[2]!, position: place(1), revision: 0 }, ...log.slice(0, 2));
      alter({ call: 3, kind: 'ok' }, { position: place(1) })({ lines, log });
    },
    /order: b was sent after a/,
  ],
  ['a call was never answered', without(({ kind }) => kind === 'unsent'), /hung: d was never/],
  ['a call took too long', alter({ call: 7, kind: 'unsent' }, { at: 500 }), /hung: d took 489/],
  ['a read took too long', alter({ kind: 'read' }, { ms: 101 }), /hung: reading s/],
  ['a subscriber missed one', without(({ kind }) => kind === 'seen'), /I4: all did not see 0001/],
  [
    'a subscriber saw one twice',
    ({ lines }) => lines.push(lines.at(-1)!),
    /I4: some saw 2 events where 1/,
  ],
  [
    'a subscriber saw another order',
    ({ lines }) => {
      const from = lines.findIndex(({ kind }) => kind === 'seen');
      lines.splice(from, 2, lines[from + 1]!, lines[from]!);
    },
    /I4: all did not see 0001/,
  ],
  [
    'a subscriber ended',
    ({ lines }) => lines.push({ at: 30, kind: 'ended', subscriber: 'all', code: 'STORE_AHEAD' }),
    /I4: all ended with STORE_AHEAD/,
  ],
];

describe('the checker of histories', () => {
  it('finds nothing wrong with a good one', () => {
    const { lines, log } = goodRun();
    expect(check(lines, log)).toEqual([]);
  });

  it.each(FORGERIES)('finds out: %s', (_what, forge, said) => {
    const run = goodRun();
    forge(run);
    expect(check(run.lines, run.log)).toEqual(
      expect.arrayContaining([expect.stringMatching(said)]),
    );
  });
});
