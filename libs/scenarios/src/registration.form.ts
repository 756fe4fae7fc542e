import type { SubmitRegistration } from '#libs/workflows';
import { AREAS, RULE_PACKS, rulePack } from '#libs/workflows';
import {
  AREA_TEXTS,
  DEED_TEXTS,
  JUSTIFICATIONS,
  PERSONAL_PLANS,
  SHORTCOMING_TEXTS,
} from './deed-texts.js';
import type { World, WorldMember } from './world.js';

const EVIDENCE = ['report', 'minutes', 'confirmation', 'product'];
/** Of three shortcomings two are taken up by a deed, one is justified. */
const MENDED_BY_DEED = 0.67;

/** What the member hands in for the year: two or three deeds, all areas, a leader's own plan. */
export function formFor(
  world: World,
  member: WorldMember,
  year: number,
  leader: boolean,
): SubmitRegistration {
  const { random } = world;
  const mended = member.shortcomings.filter(() => random.chance(MENDED_BY_DEED)).slice(0, 2);
  const others = member.shortcomings.filter((one) => !mended.includes(one));
  const free = random.sample(
    AREAS.filter((area) => !mended.some((one) => one.area === area)),
    (random.chance(0.55) ? 3 : 2) - mended.length,
  );
  return {
    deeds: [
      ...mended.map(({ id, area }) => ({
        ...deedFor(world, area, year),
        content: `Khắc phục: ${SHORTCOMING_TEXTS[area]!}`,
        shortcomingId: id,
      })),
      ...free.map((area) => deedFor(world, area, year)),
    ],
    areas: AREAS.map((area) => ({ area, text: random.pick(AREA_TEXTS[area]!) })),
    ...(leader && { personalPlan: random.pick(PERSONAL_PLANS) }),
    ...(others.length > 0 && {
      justifications: others.map(({ id }) => ({
        shortcomingId: id,
        text: random.pick(JUSTIFICATIONS),
      })),
    }),
  };
}

/** One deed; where the rules of the year let it pass, sometimes without what makes it concrete. */
export function deedFor(world: World, area: string, year: number): SubmitRegistration['deeds'][0] {
  const { random, profile } = world;
  const text = random.pick(DEED_TEXTS[area]!);
  const number = String(2 + random.below(9));
  const whole = {
    area,
    content: text.content.replace('#', number),
    measure: text.measure,
    target: text.target.replace('#', number),
    deadline: `${year}-${random.pick(['06-30', '09-30', '11-30', '12-15'])}`,
    evidence: random.pick(EVIDENCE),
  };
  const strict = rulePack(RULE_PACKS, { year })!.registration.deedNeeds.length > 0;
  if (strict || !random.chance(profile.rates.generic)) return whole;
  const { measure, deadline, evidence, ...vague } = whole;
  return random.pick([
    { ...vague, deadline, evidence },
    { ...vague, measure, evidence },
    { ...vague, measure, deadline },
  ]);
}
