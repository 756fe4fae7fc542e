export { lunarDate } from './lunar.fixtures.js';
export { actorOf, authority, CAST, PEOPLE, type Person } from './cast.fixtures.js';
export {
  deadEnds,
  declaredRefusals,
  goldenText,
  provenRefusals,
  unreachable,
  whoMay,
} from './refusals.fixtures.js';
export { memberView, rulesIn, unitView } from './views.fixtures.js';
export { WORLD } from './world.fixtures.js';
