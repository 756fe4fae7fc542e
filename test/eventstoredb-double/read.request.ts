import streams from '@eventstore/db-client/generated/streams_pb.js';
import { type EventFilter, filterOf } from './event.filter.js';
import type { Place } from './recorded.event.js';
import { streamNameOf } from './wire.js';

/** Where a read or subscription begins. */
export type Start = 'start' | 'end' | Place | { revision: number };

/** A Read request, taken apart; `stream` is undefined for $all. */
export interface ReadRequest {
  readonly stream: string | undefined;
  readonly start: Start;
  readonly backwards: boolean;
  readonly limit: number;
  readonly filter: EventFilter | undefined;
}

/** Takes a request apart. */
export function requestOf(options: streams.ReadReq.Options): ReadRequest {
  const stream = options.getStream();
  const all = options.getAll();
  const position = all?.getPosition();
  const side = stream ?? all;
  let start: Start = 'start';
  if (side?.hasEnd()) start = 'end';
  else if (stream?.hasRevision()) start = { revision: Number(stream.getRevision()) };
  else if (position) {
    const [commit, prepare] = [position.getCommitPosition(), position.getPreparePosition()];
    start = { commit: Number(commit), prepare: Number(prepare) };
  }
  return {
    stream: stream ? streamNameOf(stream.getStreamIdentifier()) : undefined,
    start,
    backwards: options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS,
    limit: options.hasCount() ? Number(options.getCount()) : Number.POSITIVE_INFINITY,
    filter: filterOf(options.getFilter()),
  };
}
