import type streams from '@eventstore/db-client/generated/streams_pb.js';
import type { RecordedEvent } from './recorded.event.js';

/** What a filtered read or subscription lets through, and how often it reports where it is. */
export interface EventFilter {
  readonly matches: (event: RecordedEvent) => boolean;
  /** Events one page of a search holds at most. */
  readonly window: number;
  /** Events searched between two checkpoints. */
  readonly checkpointInterval: number;
}

const DEFAULT_WINDOW = 32;

/** The filter of a request, or undefined when it asks for everything. */
export function filterOf(
  options: streams.ReadReq.Options.FilterOptions | undefined,
): EventFilter | undefined {
  if (!options) return undefined;
  const byType = options.hasEventType();
  const expression = byType ? options.getEventType() : options.getStreamIdentifier();
  const prefixes = expression?.getPrefixList() ?? [];
  const regex = expression?.getRegex() ? new RegExp(expression.getRegex()) : undefined;
  const window = options.hasMax() ? options.getMax() : DEFAULT_WINDOW;
  return {
    matches: (event) => {
      const text = byType ? event.type : event.stream;
      return regex ? regex.test(text) : prefixes.some((prefix) => text.startsWith(prefix));
    },
    window,
    checkpointInterval: window * Math.max(options.getCheckpointintervalmultiplier(), 1),
  };
}
