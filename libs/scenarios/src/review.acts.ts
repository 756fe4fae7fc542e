import type { DeedMark } from '#libs/workflows';
import { SYSTEM_ACTOR, type YearScript } from './act.js';
import { daysOf, moment } from './calendar.js';
import { DIRECTIONS, REMARK_TEXTS, REPORT_TEXTS } from './meeting.texts.js';
import { judgeOf, type Pledge } from './registration.acts.js';
import { cellsOf, type World } from './world.js';

/** Remarks that come late, and those that nobody ever makes. */
const LATE = 0.01;
const MISSING = 0.008;
/** Members who report themselves before the remark. */
const REPORTED = 0.12;
/** Remarks that notice something out of the ordinary. */
const NOTABLE = 0.05;

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);
const QUARTERS = [3, 6, 9, 12];

/** Cells choose how often they look: every month where the profile says so, else every quarter. */
export function cadences(script: YearScript, world: World, year: number): void {
  if (year !== world.scenario.years.first) return;
  const on = daysOf(year).working(2);
  cellsOf(world).forEach((cell, index) => {
    if (!isMonthly(world, index)) return;
    world.monthly.add(cell.id);
    script.add(moment(on, 8), SYSTEM_ACTOR, 'organisation.chooseCadence', cell.id, {
      cadence: 'monthly',
      fromYear: year,
    });
  });
}

const isMonthly = ({ profile }: World, index: number): boolean =>
  index % 100 < 100 * profile.cycle.monthly;

/** What the cell remarks on every member's deeds at the end of each month or quarter. */
export function reviews(
  script: YearScript,
  world: World,
  year: number,
  pledges: readonly Pledge[],
): void {
  const { profile, scenario } = world;
  if (year < scenario.years.last + 1 - profile.cycle.reviewYears) return;
  pledges.forEach((pledge, index) => {
    const isMonthly = world.monthly.has(pledge.cell.id);
    (isMonthly ? MONTHS : QUARTERS).forEach((month, turn) =>
      reviewed(script, world, year, pledge, { month, isMonthly, index, turn }),
    );
  });
}

interface Turn {
  readonly month: number;
  readonly isMonthly: boolean;
  /** Places in the lists, so that nobody reads the same words twice running. */
  readonly index: number;
  readonly turn: number;
}

function reviewed(
  script: YearScript,
  world: World,
  year: number,
  { member, cell, form, from, id: registrationId }: Pledge,
  { month, isMonthly, index, turn }: Turn,
): void {
  const { random } = world;
  const part = isMonthly ? String(month).padStart(2, '0') : `q${month / 3}`;
  const id = `${registrationId}-${part}`;
  // In January and February nothing is in force yet: what is owed for them is written in May.
  const isEarly = month < 4 && isMonthly;
  const late = !member.settled && random.chance(LATE);
  const missing = !member.settled && random.chance(MISSING);
  const reports = random.chance(REPORTED);
  const notable = random.chance(NOTABLE);
  if (missing) return;
  const days = daysOf(year);
  const shift = index % 3;
  const usual = isEarly
    ? days.from('05-12', turn)
    : late && month < 10
      ? days.from('12-14', shift)
      : days.from(month === 12 ? '12-19' : `${String(month).padStart(2, '0')}-26`, shift);
  // Nobody is remarked on before the registration is in force.
  const written = usual > from ? usual : days.from(from.slice(5), 4 + turn);
  const judge = judgeOf(cell, member);
  // Whoever moved in August is remarked on where they registered, and reports nothing there.
  if (reports && !isEarly && member.unitId === cell.id)
    script.add(moment(written, 8), member.id, 'review.selfReport', id, {
      on: written,
      deeds: form.deeds.map((_, at) => ({ key: `d${at + 1}`, progress: markOf(at, turn) })),
      text: REPORT_TEXTS[(index + turn) % REPORT_TEXTS.length]!,
    });
  script.add(moment(written, 13), judge, 'review.remark', id, {
    unitId: cell.id,
    on: written,
    deeds: form.deeds.map((_, at) => ({ key: `d${at + 1}`, mark: markOf(at, turn) })),
    text: REMARK_TEXTS[(index + turn) % REMARK_TEXTS.length]!,
    nextDirection: DIRECTIONS[(index + turn) % DIRECTIONS.length]!,
    merit: notable ? 'notable' : 'none',
  });
  script.add(moment(written, 19), member.id, 'review.acknowledge', id, { on: written });
}

const markOf = (deed: number, turn: number): DeedMark =>
  (deed + turn) % 9 === 8 ? 'late' : turn > 0 && (deed + turn) % 3 === 0 ? 'done' : 'on_track';
