import {
  type ClusterSettings,
  numberSetting,
  type ProcessSettings,
  processSettings,
  requiredClusterSettings,
  type TelemetrySettings,
  telemetrySettings,
  textSetting,
  type Variables,
} from '#libs/platform';

/** Everything that can be set from outside, parsed once. */
export interface Config extends ProcessSettings {
  /** The log, and the database of views and leases: a projector has no folder of its own. */
  readonly cluster: ClusterSettings;
  /** How long a lease lasts that nobody renews; a killed projector's work is idle that long. */
  readonly leaseMs: number;
  /** Where traces go; `undefined`: nothing is traced. */
  readonly telemetry: TelemetrySettings | undefined;
  /** Where health and metrics are answered; nothing else is. */
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
}

/** Reads the settings. Throws SettingError. */
export function readConfig(variables: Variables = process.env): Config {
  return {
    ...processSettings(variables),
    cluster: requiredClusterSettings(variables),
    leaseMs: numberSetting(variables, 'GUONG_LEASE_SECONDS', 10, { min: 2, max: 300 }) * 1000,
    telemetry: telemetrySettings(variables, 'guong-projector'),
    host: textSetting(variables, 'HOST', '127.0.0.1'),
    port: numberSetting(variables, 'PORT', 3001, { min: 0, max: 65_535 }),
  };
}
