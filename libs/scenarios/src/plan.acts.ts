import type { Level } from '#libs/workflows';
import type { YearScript } from './act.js';
import { daysOf, moment } from './calendar.js';
import { planContent } from './plan.texts.js';
import { openUnits, owesPlans, type World, type WorldUnit } from './world.js';

/** Working days of the year on which plans of a level are drafted and, at best, issued. */
interface Timing {
  readonly term: number;
  readonly draft: number;
  readonly issue: number;
}

/** From the top down, so that a plan can name the one above it. */
const TIMING: Readonly<Partial<Record<Level, Timing>>> = {
  district: { term: 19, draft: 30, issue: 33 },
  base: { term: 23, draft: 36, issue: 40 },
  cell: { term: 27, draft: 50, issue: 54 },
};
const AT_THE_TOP: Timing = { term: 14, draft: 22, issue: 26 };
/** First working day on which every plan of the year is overdue, whatever its level. */
const OVERDUE = 80;

/** Year plans that are still to be reported on and closed. */
export interface OpenPlan {
  readonly id: string;
  readonly unitId: string;
  readonly tasks: number;
}

const timingOf = (unit: WorldUnit): Timing =>
  unit.parentId === null ? AT_THE_TOP : TIMING[unit.level]!;

/** Whoever owes a plan in the year, from the top down. */
const planners = (world: World, year: number): WorldUnit[] =>
  openUnits(world).filter(({ level }) => owesPlans(level, year));

/** Plans for five years, drafted and issued before the plan of the first year. */
export function termPlans(script: YearScript, world: World, year: number): void {
  const { random, profile } = world;
  const first = year - ((year + 4) % 5);
  const period = `${first}_${first + 4}`;
  const days = daysOf(year);
  for (const unit of planners(world, year)) {
    if (unit.termPlan === period || year !== world.scenario.years.first) continue;
    if (unit.level === 'cell' && !profile.cellTermPlans) continue;
    if (random.chance(profile.rates.noTermPlan)) continue;
    const { secretary, deputy } = unit.officers;
    const above = unit.parentId === null ? undefined : world.units.get(unit.parentId)!.termPlan;
    const id = `${unit.id}-${period}`;
    const day = timingOf(unit).term;
    script.add(moment(days.working(day), 8), secretary, 'programme.draft', id, {
      ...planContent(random, { from: first, to: first + 4 }, deputy, true),
      ...(above !== undefined && { parentPlanId: `${unit.parentId!}-${above}` }),
    });
    script.add(moment(days.working(day + 2), 8), secretary, 'programme.issue', id, {
      on: days.working(day + 2),
      number: `02-KH/${unit.level === 'cell' ? 'CB' : 'ĐU'}`,
    });
    unit.termPlan = period;
  }
}

/** Drafts, consultations and issues of the year's plans; gives those issued. */
export function yearPlans(script: YearScript, world: World, year: number): OpenPlan[] {
  const { random, profile } = world;
  const days = daysOf(year);
  const issuedOn = new Map<string, string>();
  return planners(world, year).map((unit): OpenPlan => {
    const { draft, issue } = timingOf(unit);
    const { secretary, deputy } = unit.officers;
    const late = random.chance(profile.rates.latePlan);
    const id = `${unit.id}-${year}`;
    const drafted = days.working(draft);
    const issued = days.working(late ? OVERDUE + 5 * random.below(4) : issue + random.below(3));
    const above = unit.parentId === null ? undefined : issuedOn.get(unit.parentId);
    const content = planContent(
      random,
      { from: year, to: year },
      deputy,
      !random.chance(profile.rates.noBreakthrough),
    );
    script.add(moment(drafted, 9), secretary, 'programme.draft', id, {
      ...content,
      // A plan above that is not issued yet cannot be named; the exception stays visible.
      ...(above !== undefined && above < drafted && { parentPlanId: `${unit.parentId!}-${year}` }),
    });
    if (unit.level !== 'cell')
      script.add(moment(days.working(draft + 2), 9), secretary, 'programme.consult', id, {
        on: days.working(draft + 2),
        consulted: 'Các chi bộ trực thuộc và Ban Tuyên giáo cấp trên',
      });
    script.add(moment(issued, 10), secretary, 'programme.issue', id, {
      on: issued,
      number: `05-KH/${unit.level === 'cell' ? 'CB' : 'ĐU'}`,
    });
    issuedOn.set(unit.id, issued);
    return { id, unitId: unit.id, tasks: content.tasks.length };
  });
}

/** Half-year reports, a few amendments in September, the final reports. */
export function followPlans(
  script: YearScript,
  world: World,
  year: number,
  plans: readonly OpenPlan[],
): void {
  const { random } = world;
  const days = daysOf(year);
  const [july, september, december] = [
    days.from('07-05'),
    days.from('09-10'),
    days.from('12-20', random.below(2)),
  ];
  for (const { id, unitId, tasks } of plans) {
    const { secretary, deputy } = world.units.get(unitId)!.officers;
    script.add(moment(july, 9), secretary, 'programme.reportTask', id, {
      key: `t${1 + random.below(tasks)}`,
      status: random.pick(['on_track', 'on_track', 'done', 'late'] as const),
      on: july,
    });
    if (random.chance(0.015))
      script.add(moment(september, 9), secretary, 'programme.amend', id, {
        ...planContent(random, { from: year, to: year }, deputy, true),
        on: september,
        number: '11-KH/ĐU',
        reason: 'Điều chỉnh theo chỉ đạo của cấp trên',
      });
    script.add(moment(december, 9), secretary, 'programme.close', id, {
      on: december,
      reportNumber: `21-BC/${year}`,
    });
  }
}

/** Term plans end with their last year, or with the unit: communes close theirs before a merger. */
export function closeTermPlans(script: YearScript, world: World, year: number): void {
  const on = daysOf(year).from('12-26');
  const merging = world.mergers.filter((one) => one.on === `${year + 1}-01-01`);
  for (const unit of openUnits(world)) {
    const ends = unit.termPlan?.endsWith(`_${year}`);
    const closes = merging.some(({ closedId }) => closedId === unit.id);
    if (unit.termPlan === undefined || (!ends && !closes)) continue;
    script.add(
      moment(on, 9),
      unit.officers.secretary,
      'programme.close',
      `${unit.id}-${unit.termPlan}`,
      {
        on,
        reportNumber: `30-BC/${year}`,
      },
    );
    unit.termPlan = undefined;
  }
}
