export {
  type Account,
  type AccountGrant,
  type AccountWarrant,
  type NewAccount,
  type Role,
  ROLES,
  type Soon,
} from './accounts/account.js';
export {
  type AccountStore,
  NewerKeysError,
  type PersonWarrant,
} from './accounts/account-store.port.js';
export { type AccountsCopied, copyAccounts } from './accounts/copy-accounts.js';
export { isDatabaseAway, isViewMissing } from './accounts/database-away.js';
export { dataError } from './data-folder/data-error.js';
export { ensureFolder } from './data-folder/ensure-folder.js';
export { type LoginLimit, MemoryLoginLimit } from './accounts/login-limit.js';
export { type AccountPlace, openAccounts } from './accounts/open-accounts.js';
export { postgresAccounts, type PostgresAccountsOptions } from './accounts/postgres-accounts.js';
export { SqliteAccounts } from './accounts/sqlite-accounts.js';
export { clusterError, printedUrl } from './environment/cluster-error.js';
export {
  type ClusterSettings,
  clusterSettings,
  requiredClusterSettings,
} from './environment/cluster-settings.js';
export {
  choiceSetting,
  numberSetting,
  SettingError,
  textSetting,
  type Variables,
} from './environment/environment.js';
export { type ProcessSettings, processSettings } from './environment/process-settings.js';
export { proxySetting } from './environment/proxy-setting.js';
export { type UrlForm, urlSetting } from './environment/url-setting.js';
export { inputSchema } from './input/input-schema.js';
export { validateInput, type ValidInput } from './input/validate-input.js';
export { FailureLog } from './logging/failure-log.js';
export { LOG_LEVELS, loggerOptions, type LogLevel } from './logging/logger-options.js';
export { CommandMetrics } from './metrics/command-metrics.js';
export { CommitMetrics } from './metrics/commit-metrics.js';
export { EngineMetrics } from './metrics/engine-metrics.js';
export { LeaseMetrics, type LeaseOwner } from './metrics/lease-metrics.js';
export { type Measured, MetricsPage } from './metrics/metrics-page.js';
export { ProjectionMetrics, type ProjectionMetricsOptions } from './metrics/projection-metrics.js';
export { ReactorMetrics } from './metrics/reactor-metrics.js';
export { TimerMetrics, type TimerMetricsOptions } from './metrics/timer-metrics.js';
export {
  type Bilingual,
  type Language,
  languageOf,
  LANGUAGES,
  terminalLanguage,
} from './texts/bilingual.js';
export { openTelemetry } from './telemetry/open-telemetry.js';
export type { Telemetry } from './telemetry/telemetry.port.js';
export { type TelemetrySettings, telemetrySettings } from './telemetry/telemetry-settings.js';
export { LOG_ALARM_TEXTS } from './texts/log-alarm-texts.js';
export { type ProblemCode, PROBLEMS, type ProblemText } from './texts/problem-texts.js';
export { reasonText, termText, translated, type TranslatedReason } from './texts/reason-text.js';
export { REFUSAL_TEXTS } from './texts/refusal-texts.js';
export { TERMS } from './texts/term-texts.js';
export {
  START_FAILURES,
  StartError,
  type StartFailure,
  type StartFailureCode,
} from './texts/startup-texts.js';
export {
  type IssuedToken,
  type TokenClaims,
  TokenIssuer,
  type TokenVerdict,
} from './tokens/token-issuer.js';
export { listenError } from './process/listen-error.js';
export { liveUntilStopped, type Running } from './process/process-life.js';
