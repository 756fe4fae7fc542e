import type { SubmitRegistration } from '#libs/workflows';
import type { YearScript } from './act.js';
import { daysOf, moment } from './calendar.js';
import { RETURN_REMARKS } from './deed-texts.js';
import { deedFor, formFor } from './registration.form.js';
import { leadersOf, membersByCell, type World, type WorldMember, type WorldUnit } from './world.js';

/** Cells meet in rounds, four working days apart; a round is over within seven. */
const ROUNDS = 12;
const ROUND_DAYS = 4;
const FIRST_ROUND = 3;
/** Rounds of those who come after the window. */
const LATE_ROUNDS = 3;
const FIRST_LATE_ROUND = 68;
/** In-force registrations of which one is changed in July. */
const ADJUSTED = 0.012;

/** A registration that is in force, until the end of the year. */
export interface Pledge {
  readonly id: string;
  readonly member: WorldMember;
  /** The cell it was handed in to; the member may move on. */
  readonly cell: WorldUnit;
  readonly form: SubmitRegistration;
  readonly leader: boolean;
  /** ISO date from which it is in force. */
  readonly from: string;
}

/** Who judges a member's registration: the secretary, for the secretary's own the deputy. */
export const judgeOf = ({ officers }: WorldUnit, member: WorldMember): string =>
  officers.secretary === member.id ? officers.deputy : officers.secretary;

/** Everybody obliged registers, cell by cell; gives what is in force afterwards. */
export function registrations(script: YearScript, world: World, year: number): Pledge[] {
  const { random, profile } = world;
  const leaders = leadersOf(world);
  const pledges: Pledge[] = [];
  for (const [cellId, members] of membersByCell(world)) {
    const cell = world.units.get(cellId)!;
    const round = random.below(ROUNDS);
    for (const member of members) {
      const late = !member.settled && random.chance(profile.rates.late);
      const missing = !member.settled && random.chance(profile.rates.missing);
      if (member.exempt) continue;
      const leader = leaders.has(member.id);
      const pledge = {
        id: `${member.id}-${year}`,
        member,
        cell,
        leader,
        form: formFor(world, member, year, leader),
        from: '',
      };
      const start = late
        ? FIRST_LATE_ROUND + ROUND_DAYS * random.below(LATE_ROUNDS)
        : FIRST_ROUND + ROUND_DAYS * round;
      if (missing) neverEndorsed(script, world, pledge, start, year);
      else pledges.push(registered(script, world, pledge, start, year));
      member.shortcomings = [];
    }
  }
  return pledges;
}

function submit(script: YearScript, { id, member, form }: Pledge, date: string): void {
  script.add(moment(date, 8), member.id, 'registration.submit', id, form);
}

function sendBack(script: YearScript, world: World, pledge: Pledge, date: string): void {
  const { random } = world;
  script.add(
    moment(date, 14),
    judgeOf(pledge.cell, pledge.member),
    'registration.return',
    pledge.id,
    {
      remarks: [
        {
          path: `deeds[${random.below(pledge.form.deeds.length)}].${random.pick(['content', 'measure', 'target'])}`,
          text: random.pick(RETURN_REMARKS),
        },
      ],
    },
  );
}

/** A third never hands in, a third never mends what was returned, a third is left lying. */
function neverEndorsed(
  script: YearScript,
  world: World,
  pledge: Pledge,
  start: number,
  year: number,
): void {
  const days = daysOf(year);
  const how = world.random.below(3);
  if (how === 0) return;
  submit(script, pledge, days.working(start));
  if (how === 1) sendBack(script, world, pledge, days.working(start + 3));
}

function registered(
  script: YearScript,
  world: World,
  pledge: Pledge,
  start: number,
  year: number,
): Pledge {
  const { random, profile } = world;
  const days = daysOf(year);
  const { cell, id, member } = pledge;
  const judge = judgeOf(cell, member);
  submit(script, pledge, days.working(start + random.below(3)));
  const returned = !member.settled && random.chance(profile.rates.returned);
  const kept = returned ? mended(world, pledge, year) : pledge;
  if (returned) {
    sendBack(script, world, pledge, days.working(start + 3));
    submit(script, kept, days.working(start + 4));
  }
  const endorsed = days.working(start + (returned ? 5 : 3));
  script.add(moment(endorsed, 15), judge, 'registration.endorse', id, {
    minutesNo: `${endorsed.slice(5, 7)}-BB/CB`,
  });
  const on = days.working(start + 6);
  script.add(moment(on, 8), judge, 'registration.bringIntoForce', id, { on });
  publish(script, world, pledge, days.working(start + 7));
  return { ...kept, from: on };
}

/** The registration with one deed written anew. */
function mended(world: World, pledge: Pledge, year: number): Pledge {
  const deeds = pledge.form.deeds.map((deed, index) =>
    index === 0 && deed.shortcomingId === undefined
      ? { ...deed, ...deedFor(world, deed.area, year) }
      : deed,
  );
  return { ...pledge, form: { ...pledge.form, deeds } };
}

/** Secretaries of communes and towns stand by their word on the local radio. */
function publish(script: YearScript, world: World, pledge: Pledge, on: string): void {
  const { profile, units } = world;
  if (profile.radioLevel === undefined || !pledge.leader) return;
  const secretaries = [...units.values()].filter(({ level }) => level === profile.radioLevel);
  if (!secretaries.some(({ officers }) => officers.secretary === pledge.member.id)) return;
  script.add(
    moment(on, 9),
    judgeOf(pledge.cell, pledge.member),
    'registration.publish',
    pledge.id,
    {
      channel: 'local_radio',
      on,
      legalBasis: 'Văn bản đồng ý công khai của người đăng ký; Kế hoạch 08-KH/HU',
    },
  );
}

/** A few change a deed in July, with the reason; gives all as they are from then on. */
export function adjustments(
  script: YearScript,
  world: World,
  year: number,
  pledges: readonly Pledge[],
): Pledge[] {
  const { random } = world;
  const on = daysOf(year).from('07-12');
  return pledges.map((pledge) => {
    if (pledge.member.settled || !random.chance(ADJUSTED)) return pledge;
    const changed = mended(world, pledge, year);
    script.add(moment(on, 10), pledge.member.id, 'registration.adjust', pledge.id, {
      ...changed.form,
      reason: 'Được phân công nhiệm vụ mới từ giữa năm',
    });
    return changed;
  });
}
