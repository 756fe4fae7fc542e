import type { OldFact } from '#libs/kernel/testing';
import { type Row, done, fact, replying } from './criticism-refusal.fixtures.js';
import {
  conclusion,
  finding,
  LAN_OPEN,
  mending,
  prompted,
  remedy,
} from './criticism-session.fixtures.js';

const findings = (shortcoming: object, mend?: object | null, facts = done): Row[2 | 3][] => [
  facts,
  conclusion('lan', {
    shortcomings: [finding(shortcoming)],
    remedies: mend === null ? [] : [mending(mend)],
  }),
];
export const CONCLUDING: readonly Row[] = [
  ['concludeItem', 'of a stranger', done, conclusion('nobody'), ['SUBJECT_NOT_HEARD']],
  ['concludeItem', 'that is not open', done, conclusion('loc'), ['ITEM_NOT_OPEN']],
  [
    'concludeItem',
    'before a reply was offered',
    LAN_OPEN,
    conclusion('lan'),
    ['REPLY_NOT_OFFERED'],
  ],
  ['concludeItem', 'before she replied', replying, conclusion('lan'), ['REPLY_MISSING']],
  [
    'concludeItem',
    'with a prompt unanswered',
    done.toSpliced(1, 0, prompted),
    conclusion('lan'),
    ['PROMPT_UNANSWERED'],
  ],
  ...(
    [
      ['a shortcoming in no area', { area: 'x' }, {}, ['AREA_UNKNOWN'], 'shortcomings[0].area'],
      ['a shortcoming without a remedy', {}, null, ['REMEDY_MISSING'], 'shortcomings[0]'],
      [
        'a remedy of nothing',
        {},
        { shortcomingId: 'x' },
        ['REMEDY_MISSING', 'SHORTCOMING_NOT_FOUND'],
        'remedies[0].shortcomingId',
      ],
      [
        'a remedy of a stranger',
        {},
        { ownerId: 'nobody' },
        ['OWNER_UNKNOWN'],
        'remedies[0].ownerId',
      ],
      ['a remedy of the collective', {}, { ownerId: 'kp4' }, ['OWNER_UNKNOWN']],
      [
        'a remedy due yesterday',
        {},
        { due: '2026-12-04' },
        ['DUE_BEFORE_START'],
        'remedies[0].due',
      ],
    ] as const
  ).map(([name, shortcoming, mend, codes, path]): Row => {
    const [facts, input] = findings(shortcoming, mend) as [OldFact[], object];
    return ['concludeItem', name, facts, input, codes, path === undefined ? {} : { path }];
  }),
  [
    'concludeItem',
    'an id of an earlier item',
    [...done, fact('ShortcomingRecorded', { id: '2026-s1' }), remedy('r1', 'khai', '2026-s1')],
    conclusion('lan', { shortcomings: [finding()], remedies: [mending()] }),
    ['SHORTCOMING_TWICE', 'OBLIGATION_TWICE'],
  ],
];
