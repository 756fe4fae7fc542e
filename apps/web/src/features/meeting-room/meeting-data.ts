import type { HistoryItem } from '../../api/types.js';

export interface AgendaItem {
  key: string;
  kind: string;
  title: string;
}

export interface Said {
  id: string;
  speakerId: string;
  /** undefined: not for this reader. */
  text: string | undefined;
  writerName: string | null;
  at: string;
  /** Why it was taken back; undefined: it stands. */
  retracted: string | undefined;
}

export interface ItemRecord {
  said: Said[];
  conclusion: { text: string | undefined; by: string } | undefined;
  /** Whose registered content was gone through; `all` or ids. */
  reviewed: 'all' | string[] | undefined;
}

export interface MeetingVote {
  voteId: string;
  itemKey: string;
  options: string[];
  /** Set once counted; the totals only for whoever may see them. */
  outcome: string | undefined;
  winner: string | undefined;
  tally: { issued: number; votes: { option: string; count: number }[] } | undefined;
}

export interface Merit {
  id: string;
  subjectId: string;
  subjectKind: 'member' | 'unit';
  text: string | undefined;
}

/** A meeting as its events tell it. */
export interface MeetingTold {
  kind: string | undefined;
  on: string | undefined;
  startsAt: string | undefined;
  place: string | undefined;
  theme: string | undefined;
  quorum: readonly [number, number] | undefined;
  agenda: AgendaItem[];
  materials: { key: string; title: string; documentNo?: string }[];
  temporary: string[];
  guests: string[];
  items: Map<string, ItemRecord>;
  votes: MeetingVote[];
  merits: Merit[];
  issueTexts: Map<string, string>;
  minutes: string | undefined;
  adopted: { for: number; against: number; abstained: number } | undefined;
  lasted: { minutes: number; short: boolean } | undefined;
  score: { points: number; level: string } | undefined;
}

const nothingSaid = (): ItemRecord => ({ said: [], conclusion: undefined, reviewed: undefined });

type Data = Record<string, unknown>;
const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;
const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];

const empty = (): MeetingTold => ({
  ...{ kind: undefined, on: undefined, startsAt: undefined, place: undefined, theme: undefined },
  ...{ quorum: undefined, agenda: [], materials: [], temporary: [], guests: [] },
  ...{ items: new Map(), votes: [], merits: [], issueTexts: new Map() },
  ...{ minutes: undefined, adopted: undefined, lasted: undefined, score: undefined },
});

type Telling = (told: MeetingTold, data: Data, item: HistoryItem) => void;

const itemAt = (told: MeetingTold, data: Data): ItemRecord => {
  const key = textOf(data['itemKey']) ?? '';
  const item = told.items.get(key) ?? nothingSaid();
  told.items.set(key, item);
  return item;
};

const TELLINGS: Readonly<Record<string, Telling>> = {
  MeetingScheduled(told, data) {
    told.kind = textOf(data['kind']);
    told.on = textOf(data['on']);
    told.startsAt = textOf(data['startsAt']);
    told.place = textOf(data['place']);
    told.theme = textOf(data['theme']);
    told.quorum = data['quorum'] as MeetingTold['quorum'];
    told.agenda = (data['agenda'] ?? []) as AgendaItem[];
  },
  MeetingPostponed(told, data) {
    told.on = textOf(data['to']);
    told.startsAt = textOf(data['startsAt']);
  },
  MaterialsPublished(told, data) {
    told.materials.push(...((data['items'] ?? []) as MeetingTold['materials']));
  },
  AttendanceRecorded(told, data) {
    told.temporary = textsOf(data['temporary']);
    told.guests = textsOf(data['guests']);
  },
  DiscussionRecorded(told, data, { sealed, actorName, recordedAt }) {
    itemAt(told, data).said.push({
      id: textOf(data['id']) ?? '',
      speakerId: textOf(data['speakerId']) ?? '',
      text: textOf(sealed?.['text']),
      writerName: actorName,
      at: recordedAt,
      retracted: undefined,
    });
  },
  DiscussionRetracted(told, data) {
    for (const { said } of told.items.values())
      for (const one of said)
        if (one.id === data['id']) one.retracted = textOf(data['reason']) ?? '';
  },
  AgendaItemConcluded(told, data, { sealed, actorName, actor }) {
    itemAt(told, data).conclusion = { text: textOf(sealed?.['text']), by: actorName ?? actor };
  },
  RegisteredContentReviewed(told, data) {
    const item = itemAt(told, data);
    const before = Array.isArray(item.reviewed) ? item.reviewed : [];
    const isAll = data['members'] === null || item.reviewed === 'all';
    item.reviewed = isAll ? 'all' : [...new Set([...before, ...textsOf(data['members'])])];
  },
  MeritNoted(told, data, { sealed }) {
    told.merits.push({
      id: textOf(data['id']) ?? '',
      subjectId: textOf(data['subjectId']) ?? '',
      subjectKind: data['subjectKind'] === 'unit' ? 'unit' : 'member',
      text: textOf(sealed?.['text']),
    });
  },
  IssueAssigned(told, data, { sealed }) {
    const text = textOf(sealed?.['text']);
    if (text) told.issueTexts.set(textOf(data['id']) ?? '', text);
  },
  ResolutionVoteOpened(told, data) {
    told.votes.push({
      voteId: textOf(data['voteId']) ?? '',
      itemKey: textOf(data['itemKey']) ?? '',
      options: textsOf(data['options']),
      outcome: undefined,
      winner: undefined,
      tally: undefined,
    });
  },
  ResolutionVoted(told, data) {
    const vote = told.votes.find(({ voteId }) => voteId === data['voteId']);
    if (!vote) return;
    vote.outcome = textOf(data['outcome']);
    vote.winner = textOf(data['winner']);
    vote.tally = data['tally'] as MeetingVote['tally'];
  },
  MeetingHeld(told, data) {
    told.lasted = { minutes: Number(data['minutes']), short: data['short'] === true };
  },
  MinutesDrafted(told, _data, { sealed }) {
    told.minutes = textOf(sealed?.['minutes']) ?? told.minutes;
  },
  MinutesAdopted(told, data) {
    told.adopted = data['votes'] as MeetingTold['adopted'];
  },
  MeetingScored(told, data) {
    told.score = { points: Number(data['points']), level: textOf(data['level']) ?? '' };
  },
};

/** The meeting as its events tell it, oldest first. */
export function meetingTold(events: readonly HistoryItem[]): MeetingTold {
  const told = empty();
  for (const item of events) TELLINGS[item.type]?.(told, item.data, item);
  return told;
}

export const itemOf = (told: MeetingTold, key: string): ItemRecord =>
  told.items.get(key) ?? nothingSaid();
