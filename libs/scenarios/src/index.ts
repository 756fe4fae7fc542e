export { type Act, type ActName, SYSTEM_ACTOR } from './act.js';
export {
  DEMO_SCENARIO,
  demoCell,
  demoPeople,
  type DemoPerson,
  type DemoRole,
} from './demo-people.js';
export {
  DEMO_SEED,
  type LoadOptions,
  type LoadProgress,
  type LoadReport,
  loadScenarios,
  ScenarioError,
} from './loader.js';
export { scaled, smallDemo } from './scale.js';
export { type ExpectKind, type ExpectRow, type Scenario } from './scenario.js';
export {
  parseScenario,
  readScenarios,
  SCENARIO_FOLDER,
  ScenarioFileError,
} from './scenario.reader.js';
export { loadSmallDemo } from './small-demo.js';
export { createWorld, type World, type WorldMember, type WorldUnit } from './world.js';
export { yearScript } from './year.script.js';
