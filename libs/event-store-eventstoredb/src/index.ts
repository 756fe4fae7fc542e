export {
  eventStoreDb,
  type EventStoreDb,
  type EventStoreDbOptions,
} from './eventstoredb-event-store.js';
export { installLog, type InstallOptions } from './install-log.js';
export { LOG_ALARM_CODES, type LogAlarm, type LogAlarmCode } from './log-alarm.js';
export type { CheckOptions, LogCheck } from './log-check.js';
export type { Guarding, GuardOptions } from './log-guard.js';
