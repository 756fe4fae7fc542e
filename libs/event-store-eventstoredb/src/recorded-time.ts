import type { Clock, Position } from '#libs/event-store';
import type { LogRecord, Place } from './log-client.port.js';
import type { OnAlarm } from './log-alarm.js';
import { isAfter, positionOf } from './place.js';

export const SKEW_MAX_MS = 60_000;
/** Own writes whose time at the server is still to be compared. */
const WATCHED = 64;

/**
 * A hybrid logical clock: the time of writing is never before anything this process has written or
 * read, so that it does not decrease, and a log that is copied keeps its times. The server's own
 * clock is only compared, for events that this process wrote just now.
 */
export class RecordedTime {
  private latestMs = 0;
  private furthest: Place | 'start' = 'start';
  private readonly watched = new Map<Position, number>();

  constructor(
    private readonly clock: Clock,
    private readonly onAlarm: OnAlarm,
  ) {}

  next(): number {
    return (this.latestMs = Math.max(this.latestMs, this.clock()));
  }

  /** The furthest place known to be written. */
  get reached(): Place | 'start' {
    return this.furthest;
  }

  /** `fresh`: just now, and not by an attempt before. */
  wrote(place: Place, fresh: boolean): void {
    this.reach(place);
    if (!fresh) return;
    this.watched.set(positionOf(place), this.clock());
    for (const oldest of this.watched.keys()) {
      if (this.watched.size <= WATCHED) break;
      this.watched.delete(oldest);
    }
  }

  /** Called for every event of ours that is read. */
  saw(record: LogRecord, recordedAtMs: number): void {
    this.reach(record.place);
    if (recordedAtMs > this.latestMs) this.advance(record, recordedAtMs);
    if (this.watched.size === 0) return;
    const position = positionOf(record.place);
    const atMs = this.watched.get(position);
    if (atMs === undefined || !this.watched.delete(position)) return;
    if (Math.abs(record.createdMs - atMs) > SKEW_MAX_MS)
      this.onAlarm({ code: 'LOG_CLOCK_SKEW', position });
  }

  private reach(place: Place): void {
    if (isAfter(place, this.furthest)) this.furthest = place;
  }

  /** A writer whose clock is far ahead takes everybody's recorded time with it. */
  private advance(record: LogRecord, recordedAtMs: number): void {
    const limit = Math.max(this.latestMs, this.clock()) + SKEW_MAX_MS;
    this.latestMs = recordedAtMs;
    if (recordedAtMs > limit)
      this.onAlarm({ code: 'LOG_CLOCK_SKEW', position: positionOf(record.place) });
  }
}
