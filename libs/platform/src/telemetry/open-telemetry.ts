import type { Telemetry } from './telemetry.port.js';
import type { TelemetrySettings } from './telemetry-settings.js';

/** Tracing as set; without settings none. The packages it takes are loaded only then. */
export async function openTelemetry(
  settings: TelemetrySettings | undefined,
): Promise<Telemetry | undefined> {
  if (settings === undefined) return undefined;
  const { otlpTelemetry } = await import('./otel-telemetry.js');
  return otlpTelemetry(settings);
}
