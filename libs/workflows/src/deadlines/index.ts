export { ExtendDeadline, FireDeadlineStep } from './deadline.inputs.js';
