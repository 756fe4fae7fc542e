import { type Act, YearScript } from './act.js';
import { assessments } from './assessment.acts.js';
import { awards, revocation } from './award.acts.js';
import { contests } from './contest.acts.js';
import { honours } from './honours.acts.js';
import { inspections } from './inspection.acts.js';
import { leavingIn, transfers } from './transfer.acts.js';
import { augustMoves, januaryMembers } from './membership.acts.js';
import { meetings } from './meeting.acts.js';
import { closeTermPlans, followPlans, termPlans, yearPlans } from './plan.acts.js';
import { adjustments, registrations } from './registration.acts.js';
import { cadences, reviews } from './review.acts.js';
import { finalRatings, ratings } from './rating.acts.js';
import { remedies, reportedAtOnce } from './remedy.acts.js';
import { sessions } from './session.acts.js';
import { foundOrganisation, mergeCommunes, rotateOfficers } from './structure.acts.js';
import { membersByCell, type World, type WorldMember } from './world.js';

/** Members move in August: who is expected changes then. */
const UNTIL_AUGUST = [1, 2, 3, 4, 5, 6, 7, 8];
const FROM_SEPTEMBER = [9, 10, 11, 12];

/**
 * Everything one organisation does in one year, in order of time. Years must be asked for in order:
 * the world moves on with each. After the last year comes what it leaves to do.
 */
export function yearScript(world: World, year: number): readonly Act[] {
  const script = new YearScript(`${world.scenario.id}.${year}`);
  finalRatings(script, world);
  if (year > world.scenario.years.last) return inOrder(script.acts);
  if (year === world.scenario.years.first) foundOrganisation(script, world, year);
  else {
    mergeCommunes(script, world, year);
    rotateOfficers(script, world, year);
    januaryMembers(script, world, year);
  }
  cadences(script, world, year);
  termPlans(script, world, year);
  const plans = yearPlans(script, world, year);
  const pledges = adjustments(script, world, year, registrations(script, world, year));
  const merits = meetings(script, world, year, UNTIL_AUGUST);
  remedies(script, world, year);
  // Whoever moves in August is heard and rated where they were until then.
  const counted = countedByCell(world);
  awards(script, world, year, merits, ['01-01', '07-31']);
  contests(script, world, year);
  honours(script, world, year);
  const leaving = leavingIn(world);
  augustMoves(script, world, year, leaving);
  transfers(script, world, year, leaving);
  merits.push(...meetings(script, world, year, FROM_SEPTEMBER));
  reviews(script, world, year, pledges);
  followPlans(script, world, year, plans);
  assessments(script, world, year, pledges);
  const held = sessions(script, world, year, counted);
  ratings(script, world, year, held, new Set(pledges.map(({ member }) => member.id)));
  awards(script, world, year, merits, ['08-01', '12-31']);
  revocation(script, world, year);
  reportedAtOnce(script, world, year);
  inspections(script, world, year);
  closeTermPlans(script, world, year);
  return inOrder(script.acts);
}

const countedByCell = (world: World): ReadonlyMap<string, readonly WorldMember[]> =>
  new Map(
    [...membersByCell(world)].map(([cellId, members]) => [
      cellId,
      members.filter(({ exempt }) => !exempt),
    ]),
  );

/** By moment; what is written first goes first (the sort is stable). */
export const inOrder = (acts: readonly Act[]): readonly Act[] =>
  [...acts].sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
