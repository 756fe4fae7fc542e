import type { HistoryItem } from '../../api/types.js';
import type { Said } from '../meeting-room/meeting-data.js';

export const ROLES = ['collective', 'head', 'deputy', 'member'] as const;
export type Role = (typeof ROLES)[number];

/** The hearing of one subject, as the record keeps it. */
export interface Item {
  subjectId: string;
  role: Role;
  status: 'waiting' | 'open' | 'concluded' | 'deferred';
  offered: boolean;
  reply?: 'recorded' | 'waived';
}

export interface Remedy {
  id: string;
  ownerId: string;
  due: string;
  status: string;
  /** Id of the shortcoming. */
  basis?: string;
}

/** What the record of a session says. */
export interface SessionState {
  unitId: string;
  year: number;
  round: number;
  chairId?: string;
  recorderId?: string;
  headId?: string;
  items?: Item[];
  representatives?: string[];
  remedies?: Remedy[];
  record?: { minutes: string };
}

export interface PromptTold {
  id: string;
  area: string;
  text: string | undefined;
  answered: boolean;
  answer: string | undefined;
}

export interface ReviewTold {
  version: number;
  kind: string;
  selfRating: string | undefined;
  sections: { key: string; text: string }[] | undefined;
}

export interface ShortcomingTold {
  id: string;
  subjectId: string;
  area: string;
  severity: string;
  text: string | undefined;
  cause: string | undefined;
}

export interface OpinionTold {
  id: string;
  authorId: string;
  text: string | undefined;
  forwarded: boolean;
}

/** What was written and said about one subject in the present round. */
export interface SubjectTold {
  prompts: PromptTold[];
  review: ReviewTold | undefined;
  said: (Said & { area: string })[];
  reply: string | undefined;
  opinions: OpinionTold[];
  conclusion: string | undefined;
  shortcomings: ShortcomingTold[];
}

export interface SessionTold {
  on: string | undefined;
  place: string | undefined;
  subjects: Map<string, SubjectTold>;
  remedyTexts: Map<string, string>;
  minutes: string | undefined;
  adopted: { for: number; against: number; abstained: number } | undefined;
  lasted: { days: number; minutes: number; short: boolean } | undefined;
}

type Data = Record<string, unknown>;
const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;
const wordOf = (value: unknown): string => textOf(value) ?? '';

const nothing = (): SubjectTold => ({
  ...{ prompts: [], review: undefined, said: [], reply: undefined },
  ...{ opinions: [], conclusion: undefined, shortcomings: [] },
});

const subjectAt = (told: SessionTold, data: Data): SubjectTold => {
  const id = wordOf(data['subjectId']);
  const subject = told.subjects.get(id) ?? nothing();
  told.subjects.set(id, subject);
  return subject;
};

const everySubject = (told: SessionTold): SubjectTold[] => [...told.subjects.values()];

type Telling = (told: SessionTold, data: Data, item: HistoryItem) => void;

const HEARING: Readonly<Record<string, Telling>> = {
  PromptIssued(told, data, { sealed }) {
    subjectAt(told, data).prompts.push({
      id: wordOf(data['id']),
      area: wordOf(data['area']),
      text: textOf(sealed?.['text']),
      answered: false,
      answer: undefined,
    });
  },
  PromptAnswered(told, data, { sealed }) {
    const prompt = subjectAt(told, data).prompts.find(({ id }) => id === data['id']);
    if (!prompt) return;
    prompt.answered = true;
    prompt.answer = textOf(sealed?.['text']);
  },
  SelfReviewFiled(told, data, { sealed }) {
    const review = sealed?.['review'] as { sections: { key: string; text: string }[] } | undefined;
    subjectAt(told, data).review = {
      version: Number(data['version']),
      kind: wordOf(data['kind']),
      selfRating: textOf(data['selfRating']),
      sections: review?.sections,
    };
  },
  CriticismRecorded(told, data, { sealed, actorName, recordedAt }) {
    subjectAt(told, data).said.push({
      id: wordOf(data['id']),
      speakerId: wordOf(data['speakerId']),
      area: wordOf(data['area']),
      text: textOf(sealed?.['text']),
      writerName: actorName,
      at: recordedAt,
      retracted: undefined,
    });
  },
  CriticismRetracted(told, data) {
    for (const { said } of everySubject(told))
      for (const one of said)
        if (one.id === data['id']) one.retracted = textOf(data['reason']) ?? '';
  },
  ResponseRecorded(told, data, { sealed }) {
    subjectAt(told, data).reply = textOf(sealed?.['text']);
  },
  OpinionReserved(told, data, { sealed }) {
    subjectAt(told, data).opinions.push({
      id: wordOf(data['id']),
      authorId: wordOf(data['authorId']),
      text: textOf(sealed?.['text']),
      forwarded: false,
    });
  },
  OpinionForwarded(told, data) {
    for (const { opinions } of everySubject(told))
      for (const one of opinions) if (one.id === data['id']) one.forwarded = true;
  },
  ItemConcluded(told, data, { sealed }) {
    subjectAt(told, data).conclusion = textOf(sealed?.['conclusion']);
  },
  ShortcomingRecorded(told, data, { sealed }) {
    const words = sealed?.['text'] as { text?: string; cause?: string } | undefined;
    subjectAt(told, data).shortcomings.push({
      id: wordOf(data['id']),
      subjectId: wordOf(data['subjectId']),
      area: wordOf(data['area']),
      severity: wordOf(data['severity']),
      text: words?.text,
      cause: words?.cause,
    });
  },
};

const TELLINGS: Readonly<Record<string, Telling>> = {
  ...HEARING,
  SessionPlanned(told, data) {
    told.on = textOf(data['on']);
    told.place = textOf(data['place']);
  },
  RedoOrdered(told) {
    // Heard anew: prompts and what was written stay, what was said belongs to the round before.
    for (const [id, { prompts, review }] of told.subjects)
      told.subjects.set(id, { ...nothing(), prompts, review });
    told.minutes = undefined;
    told.adopted = undefined;
    told.lasted = undefined;
  },
  RemedyAssigned(told, data, { sealed }) {
    const text = textOf(sealed?.['text']);
    if (text) told.remedyTexts.set(wordOf(data['id']), text);
  },
  SessionMinutesDrafted(told, _data, { sealed }) {
    told.minutes = textOf(sealed?.['minutes']) ?? told.minutes;
  },
  SessionMinutesAdopted(told, data) {
    told.adopted = data['votes'] as SessionTold['adopted'];
  },
  SessionConcluded(told, data) {
    told.lasted = {
      days: Number(data['days']),
      minutes: Number(data['minutes']),
      short: data['short'] === true,
    };
  },
};

/** The session as its events tell it, oldest first. */
export function sessionTold(events: readonly HistoryItem[]): SessionTold {
  const told: SessionTold = {
    ...{ on: undefined, place: undefined, subjects: new Map(), remedyTexts: new Map() },
    ...{ minutes: undefined, adopted: undefined, lasted: undefined },
  };
  for (const item of events) TELLINGS[item.type]?.(told, item.data, item);
  return told;
}

export const toldOf = (told: SessionTold, subjectId: string): SubjectTold =>
  told.subjects.get(subjectId) ?? nothing();

const rank = ({ role }: Item): number => ROLES.indexOf(role);
const isSettled = ({ status }: Item): boolean => status === 'concluded' || status === 'deferred';

/** In the order in which they are heard. */
export const inOrder = (items: readonly Item[]): Item[] =>
  [...items].sort((a, b) => rank(a) - rank(b));

/** Who is to be heard before this one, or is being heard; undefined: it may begin. */
export const heardBefore = (items: readonly Item[], item: Item): Item | undefined =>
  items.find((one) => one.status === 'open' && one !== item) ??
  inOrder(items).find((one) => rank(one) < rank(item) && !isSettled(one));

/** Why an item cannot be concluded yet: codes of the refusals that the server would give. */
export function conclusionGuards(item: Item): string[] {
  if (item.status !== 'open') return ['ITEM_NOT_OPEN'];
  if (item.reply !== undefined) return [];
  return [item.offered ? 'REPLY_MISSING' : 'REPLY_NOT_OFFERED'];
}
