export { ExtendDeadline, FireDeadlineStep, MigrateDefinition } from './deadline.inputs.js';
