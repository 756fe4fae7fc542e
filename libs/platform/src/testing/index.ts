export { recordingTelemetry, type SentSpan } from './recording-telemetry.js';
