export * from './criticism-session.events.js';
export { criticismSession } from './criticism-session.workflow.js';
export type { CriticismSessionState } from './criticism-session.state.js';
