import type { ServerWritableStream } from '@grpc/grpc-js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { mayRead, userOf } from './access.rules.js';
import type { NodeContext } from './node.js';
import { Outlet } from './outlet.js';
import { eventMessage, notFoundMessage } from './read.messages.js';
import { type ReadRequest, requestOf } from './read.request.js';
import { firstIndex, isThere, visibility } from './reading.rules.js';
import { callError } from './refusal.answers.js';
import { Refused } from './refusal.js';
import { subscribe } from './subscription.feed.js';

export type ReadCall = ServerWritableStream<streams.ReadReq, streams.ReadResp>;

/** Read: streams and $all, in both directions, once or for ever (subscriptions). */
export function read(node: NodeContext, call: ReadCall): void {
  const options = call.request.getOptions() ?? new streams.ReadReq.Options();
  const request = requestOf(options);
  const kind = options.hasSubscription() ? 'subscribe' : 'read';
  node.counts.calls[kind] += 1;
  const outlet = new Outlet(call);
  const fail = (problem: unknown) => {
    if (outlet.isOpen()) call.emit('error', callError(problem));
  };
  const open = { breakOff: fail };
  node.open.add(open);
  const leave = () => node.open.delete(open);
  for (const end of ['close', 'cancelled', 'error']) call.on(end, leave);
  try {
    const stream = request.stream ?? '$all';
    if (node.faults.before(kind, stream) === 'hang') return;
    leaderOnly(node, call);
    if (!mayRead(node.log, userOf(call.metadata, node.settings.user), stream)) {
      throw new Refused({ kind: 'access-denied' });
    }
    const work =
      kind === 'subscribe' ? subscribe(node, outlet, request) : readOnce(node, outlet, request);
    work.then(() => outlet.end(), fail);
  } catch (problem) {
    fail(problem);
  }
}

/** A read may be answered by any node, unless the client insists on the leader. */
function leaderOnly(node: NodeContext, call: ReadCall): void {
  const leader = node.leaderElsewhere();
  if (!leader || !call.metadata.get('requires-leader').includes('true')) return;
  if (leader === 'none') throw new Refused({ kind: 'not-ready' });
  throw new Refused({ kind: 'not-leader', ...leader });
}

async function readOnce(
  node: NodeContext,
  outlet: Outlet<streams.ReadResp>,
  request: ReadRequest,
): Promise<void> {
  const { log, counts } = node;
  const { stream, backwards, filter } = request;
  if (stream !== undefined && !isThere(log, stream)) {
    await outlet.send(notFoundMessage(stream));
    return;
  }
  const source = stream === undefined ? log.events : log.stream(stream);
  const visible = stream === undefined ? () => true : visibility(log, stream);
  const step = backwards ? -1 : 1;
  // What is written while a read is under way is not part of it.
  const { length } = source;
  let left = request.limit;
  for (let index = firstIndex(log, request); index >= 0 && index < length; index += step) {
    const event = source[index];
    if (left <= 0 || !event || !outlet.isOpen()) return;
    if (!visible(event)) continue;
    counts.eventsSearched += 1;
    if (filter && !filter.matches(event)) continue;
    left -= 1;
    counts.eventsSent += 1;
    await outlet.send(eventMessage(event));
  }
}
