import type { Position } from '#libs/event-store';

/**
 * What endangers the record. `LOG_ACL_UNSAFE`: others than the application may write streams, or
 * anybody may delete them or change their settings. `LOG_RETENTION`: a setting makes events of a
 * stream disappear. `LOG_STREAM_DELETED`: a stream was deleted. `LOG_STREAM_CUT`: events of a
 * stream are missing. `LOG_TRUNCATED`: the end of the log moved back. `LOG_FOREIGN_EVENT`: an event
 * that no process of ours wrote. `LOG_CLOCK_SKEW`: the server's clock and ours are more than 60 s
 * apart. `LOG_UNREACHABLE`: a subscription has lost the log and goes on trying.
 */
export const LOG_ALARM_CODES = [
  'LOG_ACL_UNSAFE',
  'LOG_RETENTION',
  'LOG_STREAM_DELETED',
  'LOG_STREAM_CUT',
  'LOG_TRUNCATED',
  'LOG_FOREIGN_EVENT',
  'LOG_CLOCK_SKEW',
  'LOG_UNREACHABLE',
] as const;
export type LogAlarmCode = (typeof LOG_ALARM_CODES)[number];

/** One finding: where, never what was written. */
export interface LogAlarm {
  readonly code: LogAlarmCode;
  readonly stream?: string | undefined;
  readonly position?: Position | undefined;
  /** The setting at fault, for example `$maxAge` or `$w`. */
  readonly setting?: string | undefined;
}

export type OnAlarm = (alarm: LogAlarm) => void;
