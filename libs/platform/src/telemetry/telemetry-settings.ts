import { SettingError, textSetting, type Variables } from '../environment/environment.js';

/** How a process is traced. */
export interface TelemetrySettings {
  /** Where spans go: a collector's address for traces over HTTP (OTLP). */
  readonly url: string;
  readonly serviceName: string;
  /** Share of new traces kept, 0 to 1; what continues a trace does as its beginning did. */
  readonly share: number;
}

const ENDPOINT = 'OTEL_EXPORTER_OTLP_ENDPOINT';
const SHARE = 'OTEL_TRACES_SAMPLER_ARG';

/**
 * The standard variables of OpenTelemetry: `OTEL_EXPORTER_OTLP_ENDPOINT` (without it nothing is
 * traced: `undefined`), `OTEL_SERVICE_NAME`, `OTEL_TRACES_SAMPLER_ARG`. Throws SettingError.
 */
export function telemetrySettings(
  variables: Variables,
  serviceName: string,
): TelemetrySettings | undefined {
  const endpoint = textSetting(variables, ENDPOINT, '');
  const share = shareOf(textSetting(variables, SHARE, '1'));
  if (endpoint === '') return undefined;
  // The address is not repeated: it may hold a password.
  if (!URL.canParse(endpoint) || !/^https?:$/.test(new URL(endpoint).protocol))
    throw new SettingError(ENDPOINT, {
      vi: `${ENDPOINT}: cần một địa chỉ http:// hoặc https://, ví dụ http://collector:4318`,
      en: `${ENDPOINT}: an address http:// or https:// is needed, such as http://collector:4318`,
    });
  return {
    url: `${endpoint.replace(/\/+$/, '')}/v1/traces`,
    serviceName: textSetting(variables, 'OTEL_SERVICE_NAME', serviceName),
    share,
  };
}

function shareOf(text: string): number {
  const share = /^(\d|\d?\.\d{1,12}|\d\.)$/.test(text) ? Number(text) : Number.NaN;
  if (share >= 0 && share <= 1) return share;
  throw new SettingError(SHARE, {
    vi: `${SHARE}: cần một số từ 0 đến 1, ví dụ 0.05, không phải "${text}"`,
    en: `${SHARE}: a number from 0 to 1 is needed, such as 0.05, not "${text}"`,
  });
}
