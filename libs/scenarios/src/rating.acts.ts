import { type Rating, RATINGS, RULE_PACKS, rulePack } from '#libs/workflows';
import { SYSTEM_ACTOR, type YearScript } from './act.js';
import { dayAfter, daysOf, minutesAfter, moment, type YearDays } from './calendar.js';
import { SELF_RATING_TEXTS } from './rating.texts.js';
import { judgeOf } from './registration.acts.js';
import type { HeldSession } from './session.acts.js';
import type { World, WorldMember, WorldUnit } from './world.js';

/** Shares of members below good. */
const NOT_COMPLETED = 0.008;
const COMPLETED = 0.1;
/** Of those rated good or better, where no cap holds. */
const EXCELLENT = 0.14;
/** Lists with one proposal more than the cap allows, which the decision lowers. */
const OVER_THE_CAP = 0.15;
/** Members who write a line with their own rating. */
const WRITTEN = 0.1;
/** A secret ballot needs two tellers among those who vote. */
const TELLERS = 2;

/** A member's rating on its way: what the cell proposes and what is decided. */
interface Rated {
  readonly member: WorldMember;
  readonly cell: WorldUnit;
  readonly voters: readonly string[];
  /** `member.{id}-{year}`. */
  readonly id: string;
  proposed: Rating;
  decided: Rating;
}

interface RatingYear {
  readonly year: number;
  readonly days: YearDays;
  readonly isBalloted: boolean;
}

/**
 * The ratings of a year's end: everybody's own, the secret ballot where the rules ask for one, the
 * cell's proposal, the list of the unit above with its cap, the notice.
 */
export function ratings(
  script: YearScript,
  world: World,
  year: number,
  held: readonly HeldSession[],
  committed: ReadonlySet<string>,
): void {
  const { ballot: isBalloted } = rulePack(RULE_PACKS, { year })!.classification;
  const of = { year, days: daysOf(year), isBalloted };
  const lists = new Map<string, Rated[]>();
  for (const session of held) {
    const list = lists.get(session.cell.parentId!) ?? [];
    lists.set(session.cell.parentId!, list);
    list.push(...ratedIn(world, session, of));
  }
  for (const [unitId, list] of lists) {
    best(world, year, list, committed);
    list.forEach((rated, index) => proposed(script, world, rated, of, index));
    decided(script, world, world.units.get(unitId)!, list, of);
  }
}

/** Everybody of a session; where too few could count a ballot, nobody is rated. */
function ratedIn(
  { random }: World,
  { cell, members, voters }: HeldSession,
  { year, isBalloted }: RatingYear,
): Rated[] {
  return members.flatMap((member): Rated[] => {
    const others = voters.filter((voter) => voter !== member.id);
    const chance = random.next();
    const rating: Rating =
      chance < NOT_COMPLETED && !member.settled
        ? 'not_completed'
        : chance < COMPLETED && !member.settled
          ? 'completed'
          : 'good';
    if (isBalloted && others.length < TELLERS) return [];
    const id = `member.${member.id}-${year}`;
    return [{ member, cell, voters: others, id, proposed: rating, decided: rating }];
  });
}

/** Chooses the best of a list, as many as the cap allows; in some lists one more is proposed. */
function best(
  { random }: World,
  year: number,
  list: readonly Rated[],
  committed: ReadonlySet<string>,
): void {
  const { cap } = rulePack(RULE_PACKS, { year })!.classification;
  const good = list.filter(({ decided: rating }) => rating === 'good');
  const worthy = good.filter(({ member }) => committed.has(member.id));
  const shown = worthy.filter(({ member }) => member.settled);
  const others = random.sample(
    worthy.filter(({ member }) => !member.settled),
    worthy.length,
  );
  const most = allowed(cap.percent, cap.denominator === 'GOOD_ONLY', good.length);
  const wanted = cap.percent === 100 ? Math.round(EXCELLENT * good.length) : most;
  // Of the people of demonstrations one at most is rated best.
  const chosen = [...shown.slice(2, 3), ...others].slice(0, wanted);
  for (const rated of chosen) rated.proposed = rated.decided = 'excellent';
  const next = others.find((one) => one.decided === 'good');
  if (cap.percent < 100 && next !== undefined && random.chance(OVER_THE_CAP))
    next.proposed = 'excellent';
}

/** How many of so many good ones may be the best, when the best no longer count as good. */
function allowed(percent: number, ofGoodOnly: boolean, good: number): number {
  let count = 0;
  while (count < good && (count + 1) * 100 <= percent * (good - (ofGoodOnly ? count + 1 : 0)))
    count += 1;
  return count;
}

/** The member's own rating, the ballot, what the cell proposes. */
function proposed(
  script: YearScript,
  { random }: World,
  { id, member, cell, voters, proposed: rating }: Rated,
  { days, isBalloted }: RatingYear,
  index: number,
): void {
  const judge = judgeOf(cell, member);
  const voted = days.from('12-15');
  script.add(moment(voted, 9), member.id, 'classification.selfRate', id, {
    rating,
    ...(random.chance(WRITTEN) && { text: random.pick(SELF_RATING_TEXTS) }),
  });
  if (isBalloted) {
    script.add(moment(voted, 14), judge, 'classification.openBallot', id, {
      ...{ voteId: 'v1', options: [...RATINGS], on: voted },
    });
    script.add(moment(voted, 15), judge, 'classification.tallyBallot', id, {
      ...{ voteId: 'v1', tellers: voters.slice(0, TELLERS), on: voted },
      ...countOf(rating, voters.length, random.chance(0.3) ? 1 : 0),
    });
  }
  // One after another, so that they stand on the list in this order.
  const at = minutesAfter(days.from('12-24'), 9, index);
  script.add(at, judge, 'classification.propose', id, { rating });
}

/** Totals in which so many vote for the rating below. */
function countOf(rating: Rating, voters: number, others: number) {
  const apart = voters > 4 ? others : 0;
  const below = RATINGS[Math.min(RATINGS.indexOf(rating) + 1, RATINGS.length - 1)]!;
  const votes = [{ option: rating as string, count: voters - apart }];
  if (apart > 0 && below !== rating) votes.push({ option: below, count: apart });
  const valid = votes.reduce((sum, { count }) => sum + count, 0);
  return { issued: voters, returned: valid, valid, votes };
}

/** The unit above decides on its list, and tells everybody; complaints run for a month. */
function decided(
  script: YearScript,
  world: World,
  unit: WorldUnit,
  list: readonly Rated[],
  { year, days }: RatingYear,
): void {
  if (list.length === 0) return;
  const { secretary, deputy, committee } = unit.officers;
  const [on, told] = [days.from('12-24', 1), days.from('12-24', 2)];
  const changes = list
    .filter((rated) => rated.proposed !== rated.decided)
    .map(({ member, decided: rating }) => ({
      ...{ subjectKind: 'member' as const, subjectId: member.id, rating },
      reason: 'cap' as const,
    }));
  const changed = new Set(changes.map(({ subjectId }) => subjectId));
  const judge = [secretary, deputy, ...committee].find((officer) => !changed.has(officer));
  script.add(moment(on, 10), judge ?? secretary, 'rating-list.decide', `${unit.id}-${year}`, {
    ...{ decisionNo: `${String(year).slice(2)}1-QĐ/ĐU`, on },
    ...(changes.length > 0 && { changes }),
  });
  for (const { id, member, decided: rating } of list) {
    const by = [secretary, deputy, ...committee].find((officer) => officer !== member.id);
    script.add(moment(told, 14), by ?? SYSTEM_ACTOR, 'classification.notify', id, { on: told });
    world.notified.push({ id, on: told, member });
    if (rating === 'excellent') world.excellent.add(`${member.id} ${year}`);
  }
}

/** Last year's ratings that nobody complained about become final, a month after the notice. */
export function finalRatings(script: YearScript, world: World): void {
  for (const { id, on } of world.notified.splice(0))
    script.byClock(moment(dayAfter(on, 31), 8), 'classification.finalise', id, {});
}
