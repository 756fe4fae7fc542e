import { AREAS } from '#libs/workflows';
import type { YearScript } from './act.js';
import { daysOf, minutesAfter, moment, type YearDays } from './calendar.js';
import { SHORTCOMING_TEXTS } from './deed-texts.js';
import { judgeOf } from './registration.acts.js';
import * as words from './session.texts.js';
import { cellsOf, type World, type WorldMember, type WorldUnit } from './world.js';

/** Cells meet on so many days, one after another. */
const DAYS = 2;
/** Subjects who are away; who criticise; who answer in words rather than give it up. */
const AWAY = 0.02;
const CRITICISED = 0.08;
const ANSWERED = 0.1;
/** Subjects in whom the session finds something to mend. */
const FOUND = 0.05;
const DUE = ['03-20', '06-25', '09-20', '11-15'] as const;
const ITEM_MINUTES = 5;

/** A session that was held, as the ratings need to know it. */
export interface HeldSession {
  readonly cell: WorldUnit;
  /** Everybody it heard or deferred: who counts in the cell that year. */
  readonly members: readonly WorldMember[];
  /** Official members who were there. */
  readonly voters: readonly string[];
}

interface Sitting extends HeldSession {
  readonly year: number;
  readonly days: YearDays;
  /** `{cell}-{year}`. */
  readonly id: string;
  readonly on: string;
  readonly away: WorldMember | undefined;
}

/** Whether the organisation held criticism sessions in that year, and rated its members. */
export const hasSessions = ({ profile, scenario }: World, year: number): boolean =>
  year <= scenario.years.last && year > scenario.years.last - profile.cycle.sessionYears;

/**
 * Every cell's criticism session in December: everybody who counts in the cell is heard, the head
 * first. What is found is to be mended in the next year.
 */
export function sessions(
  script: YearScript,
  world: World,
  year: number,
  counted: ReadonlyMap<string, readonly WorldMember[]>,
): HeldSession[] {
  if (!hasSessions(world, year)) return [];
  const days = daysOf(year);
  return cellsOf(world).flatMap((cell, index) => {
    const members = inOrder(cell, counted.get(cell.id) ?? []);
    if (members.length === 0) return [];
    const away = awayFrom(world, cell, members);
    const sitting = {
      ...{ cell, members, year, days, away, id: `${cell.id}-${year}` },
      on: days.from('12-08', index % DAYS),
      voters: members
        .filter((one) => one !== away && one.status === 'official')
        .map(({ id }) => id),
    };
    prepared(script, world, sitting);
    const ended = heard(script, world, sitting);
    concluded(script, world, sitting, ended);
    return [sitting];
  });
}

/** The head, the deputy, everybody else. */
function inOrder({ officers }: WorldUnit, members: readonly WorldMember[]): WorldMember[] {
  const rank = ({ id }: WorldMember): number =>
    id === officers.secretary ? 0 : id === officers.deputy ? 1 : 2;
  return [...members].sort((one, other) => rank(one) - rank(other));
}

/** One of a cell may be away, if there are still enough to decide. */
function awayFrom(
  { random }: World,
  { officers }: WorldUnit,
  members: readonly WorldMember[],
): WorldMember | undefined {
  const official = members.filter(({ status }) => status === 'official');
  const isAway = random.chance(AWAY * members.length);
  const who = random.pick(members);
  const holds = who.id === officers.secretary || who.id === officers.deputy;
  return isAway && official.length > 4 && !holds && !who.settled ? who : undefined;
}

const roleOf = ({ officers }: WorldUnit, { id }: WorldMember): 'head' | 'deputy' | 'member' =>
  id === officers.secretary ? 'head' : id === officers.deputy ? 'deputy' : 'member';

/** The plan, everybody's look at themselves, the papers. */
function prepared(
  script: YearScript,
  { random }: World,
  { cell, members, days, away, id, on }: Sitting,
): void {
  const { secretary, deputy } = cell.officers;
  const [planned, written, sent] = [0, 1, 2].map((more) => days.from('12-01', more)) as [
    string,
    string,
    string,
  ];
  script.add(moment(planned, 8, 30), secretary, 'criticism-session.plan', id, {
    on,
    chairId: secretary,
    recorderId: deputy,
    place: 'Hội trường chi bộ',
    subjects: [
      { subjectId: cell.id, role: 'collective' },
      ...members.map((member) => ({ subjectId: member.id, role: roleOf(cell, member) })),
    ],
  });
  const section = () => [{ key: 's1', text: random.pick(words.SELF_REVIEW_TEXTS) }];
  script.add(moment(written, 8, 30), secretary, 'criticism-session.fileSelfReview', id, {
    ...{ subjectId: cell.id, kind: '01', sections: section(), on: written },
  });
  members.forEach((member, index) => {
    if (member === away) return;
    const kind = roleOf(cell, member) === 'member' ? '2a' : '2b';
    const at = minutesAfter(written, 9, index);
    script.add(at, member.id, 'criticism-session.fileSelfReview', id, {
      ...{ subjectId: member.id, kind, sections: section(), on: written },
    });
  });
  script.add(moment(sent, 16), secretary, 'criticism-session.sendMaterials', id, { on: sent });
}

/** Opening, attendance, one item after another; gives the minutes it took from eight on. */
function heard(script: YearScript, world: World, sitting: Sitting): number {
  const { cell, members, away, id, on } = sitting;
  const { secretary } = cell.officers;
  script.add(moment(on, 8), secretary, 'criticism-session.open', id, { on, at: '08:00' });
  script.add(moment(on, 8, 5), secretary, 'criticism-session.recordAttendance', id, {
    on,
    entries: members.map((member) => ({
      memberId: member.id,
      presence: member === away ? ('excused' as const) : ('present' as const),
    })),
  });
  let minutes = 10;
  const collective = { subjectId: cell.id, on };
  const begin = (more: number): string => minutesAfter(on, 8, minutes + more);
  script.add(begin(0), secretary, 'criticism-session.openItem', id, collective);
  script.add(begin(1), secretary, 'criticism-session.offerResponse', id, collective);
  script.add(begin(2), secretary, 'criticism-session.waiveResponse', id, collective);
  script.add(begin(3), secretary, 'criticism-session.concludeItem', id, {
    ...collective,
    text: world.random.pick(words.CONCLUSION_TEXTS),
    ...{ shortcomings: [], remedies: [] },
  });
  for (const member of members) {
    minutes += ITEM_MINUTES;
    if (member === away)
      script.add(begin(0), secretary, 'criticism-session.deferItem', id, {
        ...{ subjectId: member.id, reason: 'away', on },
      });
    else item(script, world, sitting, member, minutes);
  }
  return minutes + ITEM_MINUTES;
}

/** One person's item: criticism by somebody, the reply or its giving up, the conclusion. */
function item(
  script: YearScript,
  world: World,
  sitting: Sitting,
  member: WorldMember,
  minutes: number,
): void {
  const { cell, members, away, id, on } = sitting;
  const { random } = world;
  const { secretary } = cell.officers;
  const of = { subjectId: member.id, on };
  const at = (more: number): string => minutesAfter(on, 8, minutes + more);
  script.add(at(0), secretary, 'criticism-session.openItem', id, of);
  const speaker = random.pick(members);
  if (random.chance(CRITICISED) && speaker !== member && speaker !== away)
    script.add(at(1), speaker.id, 'criticism-session.recordCriticism', id, {
      ...{ ...of, id: `c${minutes}`, speakerId: speaker.id, area: random.pick(AREAS) },
      text: random.pick(words.CRITICISM_TEXTS),
    });
  script.add(at(2), secretary, 'criticism-session.offerResponse', id, of);
  if (random.chance(ANSWERED))
    script.add(at(3), member.id, 'criticism-session.recordResponse', id, {
      ...{ ...of, text: random.pick(words.RESPONSE_TEXTS) },
    });
  else script.add(at(3), member.id, 'criticism-session.waiveResponse', id, of);
  script.add(at(4), judgeOf(cell, member), 'criticism-session.concludeItem', id, {
    ...{ ...of, text: random.pick(words.CONCLUSION_TEXTS) },
    ...found(world, sitting, member),
  });
}

/** What there is to mend, and by when; the world keeps it for the next year. */
function found(world: World, { cell, members, year, id }: Sitting, member: WorldMember) {
  const { random } = world;
  const index = members.indexOf(member);
  // The fourth and fifth of the first cell show what is owed to those who look at demonstrations.
  const isShown = member.settled && (index === 3 || index === 4);
  const isLast = year === world.scenario.years.last;
  if (!(isShown && isLast) && (member.settled || !random.chance(FOUND)))
    return { shortcomings: [], remedies: [] };
  const known = member.shortcomings.map(({ area }) => area);
  const area = random.pick(AREAS.filter((one) => !known.includes(one)));
  const [shortcomingId, remedyId] = [`${year}-s${index}`, `r${index}`];
  const due = daysOf(year + 1).from(random.pick(DUE));
  member.shortcomings = [...member.shortcomings, { id: shortcomingId, area }];
  world.remedies.push({
    ...{ sessionId: id, id: remedyId, ownerId: member.id, cell, due, index },
    reportedAtOnce: isShown && index === 3,
  });
  return {
    shortcomings: [
      {
        ...{ id: shortcomingId, area, severity: 'minor' as const },
        cause: random.pick(words.CAUSE_TEXTS),
        text: SHORTCOMING_TEXTS[area]!,
      },
    ],
    remedies: [
      {
        id: remedyId,
        shortcomingId,
        ownerId: member.id,
        measure: random.pick(words.REMEDY_TEXTS),
        due,
      },
    ],
  };
}

/** The end of the session, its minutes, and the report upward. */
function concluded(
  script: YearScript,
  world: World,
  { cell, voters, id, on }: Sitting,
  minutes: number,
): void {
  const { secretary, deputy } = cell.officers;
  const at = (more: number): string => minutesAfter(on, 8, minutes + more);
  const hour = 8 + Math.floor(minutes / 60);
  const ended = `${String(hour).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  script.add(at(0), secretary, 'criticism-session.conclude', id, { on, at: ended });
  script.add(at(5), deputy, 'criticism-session.draftMinutes', id, {
    on,
    text: 'Chi bộ đã kiểm điểm tập thể và từng đồng chí theo đúng trình tự.',
  });
  script.add(at(10), deputy, 'criticism-session.readMinutes', id, { on });
  script.add(at(15), secretary, 'criticism-session.adoptMinutes', id, {
    ...{ on, for: voters.length, against: 0, abstained: 0 },
  });
  script.add(moment(on, 19), secretary, 'criticism-session.startTracking', id, {
    on,
    reportedTo: cell.parentId!,
  });
  if (!world.remedies.some(({ sessionId }) => sessionId === id))
    script.add(moment(on, 20), secretary, 'criticism-session.close', id, { on });
}
