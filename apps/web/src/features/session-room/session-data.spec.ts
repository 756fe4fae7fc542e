import type { HistoryItem } from '../../api/types.js';
import {
  conclusionGuards,
  heardBefore,
  inOrder,
  type Item,
  sessionTold,
  toldOf,
} from './session-data.js';

const item = (subjectId: string, role: Item['role'], change: Partial<Item> = {}): Item => ({
  subjectId,
  role,
  status: 'waiting',
  offered: false,
  ...change,
});
const ITEMS = [
  item('m', 'member'),
  item('d', 'deputy'),
  item('u', 'collective'),
  item('h', 'head'),
];

let revision = 0;
const event = (type: string, data: object, sealed?: object): HistoryItem => ({
  position: (revision += 1),
  stream: 'session-chi-bo-1-2026',
  revision,
  type,
  occurredAt: '2026-12-05T01:00:00Z',
  recordedAt: '2026-12-05T01:00:00Z',
  delayDays: 0,
  actor: 'm.lan',
  actorName: 'Trần Thị Lan',
  data: data as Record<string, unknown>,
  ...(sealed && { sealed: sealed as Record<string, unknown> }),
});

describe('the order of a criticism session', () => {
  it('hears the collective first, then the head, deputies, members', () => {
    expect(inOrder(ITEMS).map(({ subjectId }) => subjectId)).toEqual(['u', 'h', 'd', 'm']);
  });

  it('names who is to be heard before', () => {
    const [member, , collective] = ITEMS;
    expect(heardBefore(ITEMS, member!)?.subjectId).toBe('u');
    expect(heardBefore(ITEMS, collective!)).toBeUndefined();
    const later = ITEMS.map((one) =>
      one.role === 'collective' ? { ...one, status: 'concluded' as const } : one,
    );
    expect(heardBefore(later, later[0]!)?.subjectId).toBe('h');
  });

  it('lets nobody begin while another is being heard', () => {
    const busy = [item('a', 'member', { status: 'open' }), item('b', 'member')];
    expect(heardBefore(busy, busy[1]!)?.subjectId).toBe('a');
  });
});

describe('concluding an item', () => {
  it.each<[Partial<Item>, string[]]>([
    [{}, ['ITEM_NOT_OPEN']],
    [{ status: 'open' }, ['REPLY_NOT_OFFERED']],
    [{ status: 'open', offered: true }, ['REPLY_MISSING']],
    [{ status: 'open', offered: true, reply: 'waived' }, []],
    [{ status: 'open', offered: true, reply: 'recorded' }, []],
  ])('of %j is kept from by %j', (change, codes) => {
    expect(conclusionGuards(item('m', 'member', change))).toEqual(codes);
  });
});

describe('a session as its events tell it', () => {
  const about = { subjectId: 'm.khai' };
  const story = [
    event('SessionPlanned', { on: '2026-12-05', place: 'Hội trường' }),
    event('PromptIssued', { ...about, id: 'p1', area: 'duty' }, { text: 'Vì sao chậm?' }),
    event('PromptAnswered', { ...about, id: 'p1' }),
    event('CriticismRecorded', { ...about, id: 'c1', speakerId: 'm.lan', area: 'duty' }),
    event('ResponseRecorded', about, { text: 'Tôi nhận.' }),
    event('ShortcomingRecorded', { ...about, id: 's1', area: 'duty', severity: 'minor' }),
  ];

  it('keeps what is sealed to others as known to exist, without words', () => {
    expect(toldOf(sessionTold(story), 'm.khai')).toMatchObject({
      prompts: [{ id: 'p1', text: 'Vì sao chậm?', answered: true, answer: undefined }],
      said: [{ speakerId: 'm.lan', text: undefined }],
      reply: 'Tôi nhận.',
      shortcomings: [{ id: 's1', severity: 'minor', text: undefined }],
    });
  });

  it('is heard anew after a redo: prompts stay, what was said does not', () => {
    const again = sessionTold([...story, event('RedoOrdered', {})]);
    expect(toldOf(again, 'm.khai')).toMatchObject({
      prompts: [{ id: 'p1' }],
      said: [],
      shortcomings: [],
    });
  });
});
