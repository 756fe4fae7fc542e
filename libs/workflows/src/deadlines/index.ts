export { ExtendDeadline, FireDeadlineStep, MigrateDefinition } from './deadline.commands.js';
