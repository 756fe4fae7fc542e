import { CALL_KINDS, type CallKind } from './fault-desk.js';

/** What a node did since it was made, or since `reset()`. */
export class CallCounts {
  /** Calls by kind; a batch call counts once for every append in it. */
  calls: Record<CallKind, number> = zeroes();
  /** Events given to readers and subscribers. */
  eventsSent = 0;
  /** Events a filter was asked about, sent or not. */
  eventsSearched = 0;
  checkpointsSent = 0;
  /** How often a subscriber was told that it has caught up. */
  caughtUp = 0;
  /** How often a live subscriber was too slow and went back to reading the log. */
  fellBehind = 0;
  /** Subscriptions open now. */
  subscribers = 0;

  reset(): void {
    this.calls = zeroes();
    this.eventsSent = 0;
    this.eventsSearched = 0;
    this.checkpointsSent = 0;
    this.caughtUp = 0;
    this.fellBehind = 0;
  }
}

function zeroes(): Record<CallKind, number> {
  const counts = {} as Record<CallKind, number>;
  for (const kind of CALL_KINDS) counts[kind] = 0;
  return counts;
}
