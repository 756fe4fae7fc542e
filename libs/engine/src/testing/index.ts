export { commandOn, engineOn, type EngineParts, MIDDAY } from './engine.fixtures.js';
export { type Loss, lossyStore } from './lossy-store.fixtures.js';
export { recordingTracer, type RecordedSpan } from './recording-tracer.fixtures.js';
export { actorOf, buildWorld, worldEngine } from './world-engine.fixtures.js';
