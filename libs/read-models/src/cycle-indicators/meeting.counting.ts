import type { NeedOf, ProjectedEvent } from '#libs/projections';
import type { MeetingFacts } from '#libs/workflows';
import type { CycleAmounts, CycleRows, Memo, tables } from './cycle-book.js';
import { bookOf } from './cycle-book.js';
import { entryOf } from './entry-lateness.js';

type Event<Type extends keyof MeetingFacts> = ProjectedEvent<MeetingFacts, Type>;
type Need = NeedOf<typeof tables>;
type Attended = Event<'AttendanceRecorded'>;

const listId = (meetingId: string): string => `attendance:${meetingId}`;
const monthId = ({
  unitId,
  year,
  month,
}: Attended['data'] | Event<'MeetingHeld'>['data']): string => `month:${unitId}:${year}-${month}`;
const quarterId = ({ unitId, year, month }: Event<'MeetingHeld'>['data']): string =>
  `quarter:${unitId}:${year}-${Math.ceil(month / 3)}`;

const isStudy = (kind: string): boolean => kind === 'study' || kind === 'thematic';
const presentIn = ({ entries }: Attended['data']): string[] =>
  entries.filter(({ presence }) => presence === 'present').map(({ memberId }) => memberId);

/** What one list of attendance adds; a later list of the same meeting replaces it. */
const ofList = (kind: string, present: number, expected: number, sign: 1 | -1): CycleAmounts =>
  isStudy(kind)
    ? {
        study_turns: sign * present,
        study_present: sign * present,
        study_expected: sign * expected,
      }
    : { attendance_present: sign * present, attendance_expected: sign * expected };

const sumOf = (a: CycleAmounts, b: CycleAmounts): CycleAmounts => {
  const sum: Record<string, number> = { ...a };
  for (const [name, value] of Object.entries(b)) sum[name] = (sum[name] ?? 0) + value;
  return sum;
};

interface Noted {
  readonly kind: string;
  readonly present: readonly string[];
  readonly expected: number;
}

/**
 * How many people of a list attend their first study round of the year, less those who no longer
 * do. Whoever a corrected list leaves out altogether is not looked at: a correction says why
 * somebody was away.
 */
function distinctPeople(
  { data }: Attended,
  rows: CycleRows,
  before: readonly string[],
  now: readonly string[],
): number {
  const { year, entries } = data;
  const listed = new Set(entries.map(({ memberId }) => memberId));
  let people = 0;
  const change = (memberId: string, by: 1 | -1): void => {
    const row = rows.cycle_study.get(memberId, year);
    const turns = (row?.turns ?? 0) + by;
    if (row === undefined) rows.cycle_study.put({ member_id: memberId, year, turns });
    else rows.cycle_study.change(row, { turns });
    if (by === 1 && turns === 1) people += 1;
    if (by === -1 && turns === 0) people -= 1;
  };
  for (const memberId of before)
    if (listed.has(memberId) && !now.includes(memberId)) change(memberId, -1);
  for (const memberId of now) if (!before.includes(memberId)) change(memberId, 1);
  return people;
}

function attended(event: Attended, rows: CycleRows, memo: Memo): void {
  const { meetingId, unitId, year, kind, counts } = event.data;
  const present = presentIn(event.data);
  const row = rows.cycle_counted.get(listId(meetingId));
  const before = row && (JSON.parse(row.note) as Noted);
  const note = JSON.stringify({ kind, present, expected: counts.expected } satisfies Noted);
  rows.cycle_counted.put({ id: listId(meetingId), unit_id: unitId, year, note });
  const people = isStudy(kind) ? distinctPeople(event, rows, before?.present ?? [], present) : 0;
  const gone = before ? ofList(before.kind, before.present.length, before.expected, -1) : {};
  const amounts = sumOf(gone, ofList(kind, present.length, counts.expected, 1));
  bookOf(rows, memo).people('flow', event, { unitId, year }, { ...amounts, study_people: people });
}

/** The first of its month or quarter counts; a second one does not make up for another month. */
const first = (rows: CycleRows, id: string, unitId: string, year: number): number => {
  if (rows.cycle_counted.get(id) !== undefined) return 0;
  rows.cycle_counted.put({ id, unit_id: unitId, year, note: '' });
  return 1;
};

function held(event: Event<'MeetingHeld'>, rows: CycleRows, memo: Memo): void {
  const { unitId, year, kind, short } = event.data;
  const regular = kind === 'regular' || kind === 'combined';
  const thematic = kind === 'thematic' || kind === 'combined';
  bookOf(rows, memo).unit(
    'flow',
    event,
    { unitId, year },
    {
      meetings_held: regular ? first(rows, monthId(event.data), unitId, year) : 0,
      thematic_held: thematic ? first(rows, quarterId(event.data), unitId, year) : 0,
      meetings_timed: 1,
      meetings_long: Number(!short),
      ...entryOf(event),
    },
  );
}

/** Meetings held, who came, and how good they were. */
export const meetingCounting = {
  AttendanceRecorded: attended,
  MeetingHeld: held,
  MeetingScored(event: Event<'MeetingScored'>, rows: CycleRows, memo: Memo): void {
    const { unitId, year, level } = event.data;
    const amounts = { meetings_scored: 1, meetings_good: Number(level === 'good') };
    bookOf(rows, memo).unit('flow', event, { unitId, year }, amounts);
  },
};

export const meetingReads = {
  AttendanceRecorded({ data }: Attended, need: Need): void {
    need.cycle_counted(listId(data.meetingId));
    for (const { memberId } of isStudy(data.kind) ? data.entries : [])
      need.cycle_study(memberId, data.year);
  },
  MeetingHeld({ data }: Event<'MeetingHeld'>, need: Need): void {
    need.cycle_counted(monthId(data));
    need.cycle_counted(quarterId(data));
  },
};
