import type { YearScript } from './act.js';
import { daysOf, moment } from './calendar.js';
import {
  CELL_MERIT_TEXTS,
  MEETING_TITLES,
  MERIT_TEXTS,
  ISSUE_TEXTS,
  STUDY_THEMES,
} from './meeting.texts.js';
import { cellsOf, membersByCell, type World, type WorldMember, type WorldUnit } from './world.js';

/** Months of study rounds by how many there are in a year. */
const STUDY_MONTHS: Readonly<Record<number, readonly number[]>> = {
  0: [],
  2: [3, 9],
  4: [2, 5, 7, 11],
};
/** Meetings of one cell: one in so many assigns an issue, notes a merit, is minuted and scored. */
const ISSUES = 0.08;
const MERITS = 0.35;
/** What the cell did together is noted less often. */
const CELL_MERITS = 0.03;
const MINUTES = 0.12;

/** What a cell says of its year so far: merits noted by month, for the commendations. */
export interface NotedMerit {
  readonly subjectKind: 'member' | 'unit';
  readonly subjectId: string;
  readonly on: string;
}

/**
 * Cell meetings of the months, on the common day: opened, attended, the registered content gone
 * through, closed; some with issues, merits, minutes and a score. Study rounds are meetings of
 * their own. Gives the merits noted.
 */
export function meetings(
  script: YearScript,
  world: World,
  year: number,
  months: readonly number[],
): NotedMerit[] {
  const { profile } = world;
  const cells = membersByCell(world);
  const merits: NotedMerit[] = [];
  for (const cell of cellsOf(world)) {
    const people = cells.get(cell.id) ?? [];
    if (people.length === 0) continue;
    for (const month of months) {
      if (profile.cycle.meetingMonths.includes(month))
        merits.push(...regular(script, world, cell, people, year, month));
      const round = STUDY_MONTHS[profile.cycle.studyRounds]!.indexOf(month);
      if (round >= 0) study(script, world, cell, people, year, month, round + 1);
    }
  }
  return merits;
}

const monthText = (month: number): string => String(month).padStart(2, '0');
const idOf = (cell: WorldUnit, on: string): string => `${cell.id}-${on.replaceAll('-', '')}`;

/** Who comes: the settled always, others by the organisation's habit; the exempt do not count. */
function attendanceOf(world: World, people: readonly WorldMember[], rate: number) {
  return people.map((member) => {
    const comes = member.settled || world.random.chance(rate);
    const away = world.random.chance(0.1);
    if (member.exempt) return { memberId: member.id, presence: 'exempt' as const };
    if (comes) return { memberId: member.id, presence: 'present' as const };
    return { memberId: member.id, presence: away ? ('unexcused' as const) : ('excused' as const) };
  });
}

/** How many have a vote, and how many of them are there: official members who are not exempt. */
function votesOf(
  people: readonly WorldMember[],
  entries: readonly { readonly memberId: string; readonly presence: string }[],
): { readonly voting: number; readonly electorate: number } {
  const official = new Set(
    people.filter(({ status, exempt }) => status === 'official' && !exempt).map(({ id }) => id),
  );
  const voting = entries.filter(
    ({ memberId, presence }) => presence === 'present' && official.has(memberId),
  ).length;
  return { voting, electorate: official.size };
}

function regular(
  script: YearScript,
  world: World,
  cell: WorldUnit,
  people: readonly WorldMember[],
  year: number,
  month: number,
): NotedMerit[] {
  const { random, profile } = world;
  const days = daysOf(year);
  const on = days.from(`${monthText(month)}-03`, month === 1 ? 3 : 0);
  const id = idOf(cell, on);
  const chair = cell.officers.secretary;
  // Every cell begins at its own minute, so that cells act together and a cell in order.
  const at = (hour: number, minute: number): string => moment(on, hour, minute);
  const thematic = month % 3 === 0 && random.chance(0.3);
  const called = days.from(`${monthText(month)}-01`, month === 1 ? 1 : 0);
  script.add(moment(called, 8), chair, 'meeting.schedule', id, {
    kind: thematic ? 'combined' : 'regular',
    on,
    startsAt: '14:00',
    place: 'Hội trường chi bộ',
    ...(thematic && { theme: random.pick(STUDY_THEMES) }),
    agenda: [
      { key: 'follow', kind: 'study_follow', title: random.pick(MEETING_TITLES) },
      { key: 'news', kind: 'news', title: 'Thông tin thời sự, văn bản mới' },
      { key: 'work', kind: 'work', title: 'Kết quả tháng trước, nhiệm vụ tháng này' },
    ],
  });
  script.add(at(14, 0), chair, 'meeting.open', id, { at: at(14, 0), chairId: chair });
  const entries = attendanceOf(world, people, profile.cycle.attendance);
  script.add(at(14, 5), chair, 'meeting.recordAttendance', id, { entries, on });
  const { voting, electorate } = votesOf(people, entries);
  if (2 * voting < electorate) {
    script.add(at(14, 10), chair, 'meeting.cancel', id, { reason: 'too_few', on });
    return [];
  }
  if (random.chance(profile.cycle.contentReviewed))
    script.add(at(14, 20), chair, 'meeting.reviewContent', id, { itemKey: 'follow', on });
  const merits = outcomes(script, world, cell, people, id, on);
  const minutes = random.chance(0.05) ? 70 : 95 + 5 * random.below(5) + (thematic ? 25 : 0);
  const end = moment(on, 14 + Math.floor(minutes / 60), minutes % 60);
  script.add(end, chair, 'meeting.close', id, { at: end });
  if (random.chance(MINUTES) || cell === cellsOf(world)[0])
    minuted(script, world, cell, id, on, { voting, electorate });
  return merits;
}

/** Urgent things are assigned to somebody by name, and what was done well is noted. */
function outcomes(
  script: YearScript,
  world: World,
  cell: WorldUnit,
  people: readonly WorldMember[],
  id: string,
  on: string,
): NotedMerit[] {
  const { random } = world;
  const chair = cell.officers.secretary;
  const able = people.filter((member) => !member.exempt && member.id !== chair);
  if (able.length === 0) return [];
  if (random.chance(ISSUES)) {
    const owner = random.pick(able).id;
    const year = Number(on.slice(0, 4));
    const due = daysOf(year).from(on.slice(5), on < `${year}-11-15` ? 15 : 3);
    script.add(moment(on, 14, 30), chair, 'meeting.assignIssue', id, {
      id: 'i1',
      ownerId: owner,
      due,
      on,
      text: random.pick(ISSUE_TEXTS),
    });
    const done = daysOf(year).from(on.slice(5), 2);
    script.add(moment(done, 9), owner, 'meeting.reportIssue', id, {
      id: 'i1',
      on: done,
      text: 'Đã giải quyết xong, có biên bản kèm theo.',
    });
    script.add(moment(done, 16), chair, 'meeting.verifyIssue', id, {
      id: 'i1',
      on: done,
      done: true,
    });
  }
  const collective = random.chance(CELL_MERITS);
  if (collective)
    script.add(moment(on, 14, 45), chair, 'meeting.noteMerit', id, {
      ...{ id: 'm2', subjectId: cell.id, subjectKind: 'unit', on },
      text: random.pick(CELL_MERIT_TEXTS),
    });
  const noted: NotedMerit[] = collective ? [{ subjectKind: 'unit', subjectId: cell.id, on }] : [];
  if (!random.chance(MERITS)) return noted;
  const memberId = random.pick(able).id;
  script.add(moment(on, 14, 40), chair, 'meeting.noteMerit', id, {
    id: 'm1',
    subjectId: memberId,
    subjectKind: 'member',
    deedKey: 'd1',
    on,
    text: random.pick(MERIT_TEXTS),
  });
  return [...noted, { subjectKind: 'member', subjectId: memberId, on }];
}

/** Minutes written, read back, adopted; the meeting scored and reported. */
function minuted(
  script: YearScript,
  world: World,
  cell: WorldUnit,
  id: string,
  on: string,
  { voting, electorate }: ReturnType<typeof votesOf>,
): void {
  const chair = cell.officers.secretary;
  script.add(moment(on, 17, 20), chair, 'meeting.draftMinutes', id, {
    on,
    text: 'Chi bộ đã thảo luận và thống nhất các nội dung theo chương trình.',
  });
  script.add(moment(on, 17, 30), chair, 'meeting.readMinutes', id, { on });
  // Too few came: the minutes wait for the next meeting.
  if (2 * voting <= electorate) return;
  script.add(moment(on, 17, 40), chair, 'meeting.adoptMinutes', id, {
    on,
    for: voting,
    against: 0,
    abstained: 0,
  });
  const points = 70 + world.random.below(30);
  script.add(moment(on, 18), chair, 'meeting.score', id, {
    on,
    points,
    level: points >= 90 ? 'good' : points >= 80 ? 'fair' : 'average',
  });
  script.add(moment(on, 18, 10), chair, 'meeting.report', id, { to: cell.parentId!, on });
}

/** A round of study: a meeting of its own in the afternoon, on another day of the month. */
function study(
  script: YearScript,
  world: World,
  cell: WorldUnit,
  people: readonly WorldMember[],
  year: number,
  month: number,
  round: number,
): void {
  const days = daysOf(year);
  const on = days.from(`${monthText(month)}-18`);
  const id = idOf(cell, on);
  const chair = cell.officers.secretary;
  script.add(moment(days.from(`${monthText(month)}-10`), 8), chair, 'meeting.schedule', id, {
    kind: 'study',
    on,
    startsAt: '08:00',
    place: 'Hội trường cơ quan',
    theme: STUDY_THEMES[(year + round) % STUDY_THEMES.length]!,
    studyRound: `${year}-r${round}`,
    agenda: [{ key: 'study', kind: 'study_follow', title: 'Học tập chuyên đề' }],
  });
  const begins = moment(on, 8);
  script.add(begins, chair, 'meeting.open', id, { at: begins, chairId: chair });
  const entries = attendanceOf(world, people, world.profile.cycle.studyAttendance);
  script.add(moment(on, 8, 10), chair, 'meeting.recordAttendance', id, { entries, on });
  const { voting, electorate } = votesOf(people, entries);
  if (2 * voting < electorate) {
    script.add(moment(on, 8, 20), chair, 'meeting.cancel', id, { reason: 'too_few', on });
    return;
  }
  const ends = moment(on, 10, 30);
  script.add(ends, chair, 'meeting.close', id, { at: ends });
}
