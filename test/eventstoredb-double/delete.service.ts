import type { sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { mayDelete, userOf } from './access.rules.js';
import { append } from './append.rules.js';
import type { NodeContext } from './node.js';
import type { Place } from './recorded.event.js';
import { callError } from './refusal.answers.js';
import { Refused } from './refusal.js';
import { softDelete } from './stream-metadata.js';
import { expectedOf, streamNameOf } from './wire.js';
import { answerAfter, needsLeader } from './write.gate.js';

type DeleteCall = ServerUnaryCall<streams.DeleteReq, streams.DeleteResp>;
type TombstoneCall = ServerUnaryCall<streams.TombstoneReq, streams.TombstoneResp>;

/** Delete: hides a stream; it may be written again. */
export function deleteStream(
  node: NodeContext,
  call: DeleteCall,
  reply: sendUnaryData<streams.DeleteResp>,
): void {
  const options = call.request.getOptions() ?? new streams.DeleteReq.Options();
  const act = (stream: string) => softDelete(node.log, stream);
  end(node, call, { kind: 'delete', options, act, fail: (problem) => reply(problem) }, (place) => {
    const response = new streams.DeleteResp();
    const position = new streams.DeleteResp.Position();
    position.setCommitPosition(String(place?.commit ?? 0));
    position.setPreparePosition(String(place?.prepare ?? 0));
    response.setPosition(position);
    reply(null, response);
  });
}

/** Tombstone: ends a stream for ever. */
export function tombstoneStream(
  node: NodeContext,
  call: TombstoneCall,
  reply: sendUnaryData<streams.TombstoneResp>,
): void {
  const options = call.request.getOptions() ?? new streams.TombstoneReq.Options();
  const act = (stream: string) => node.log.writeTombstone(stream);
  const fail = (problem: ReturnType<typeof callError>) => reply(problem);
  end(node, call, { kind: 'tombstone', options, act, fail }, (place) => {
    const response = new streams.TombstoneResp();
    const position = new streams.TombstoneResp.Position();
    position.setCommitPosition(String(place?.commit ?? 0));
    position.setPreparePosition(String(place?.prepare ?? 0));
    response.setPosition(position);
    reply(null, response);
  });
}

interface Ending {
  readonly kind: 'delete' | 'tombstone';
  readonly options: streams.DeleteReq.Options | streams.TombstoneReq.Options;
  readonly act: (stream: string) => Place | undefined;
  readonly fail: (problem: ReturnType<typeof callError>) => void;
}

function end(
  node: NodeContext,
  call: DeleteCall | TombstoneCall,
  { kind, options, act, fail }: Ending,
  answer: (place: Place | undefined) => void,
): void {
  node.counts.calls[kind] += 1;
  const stream = streamNameOf(options.getStreamIdentifier());
  try {
    if (node.faults.before(kind, stream) === 'hang') return;
    needsLeader(node, call.metadata);
    if (!mayDelete(node.log, userOf(call.metadata, node.settings.user), stream)) {
      throw new Refused({ kind: 'access-denied' });
    }
    // An append of nothing asks the same question about the revision, and writes nothing.
    append(node.log, stream, expectedOf(options, options.getRevision()), []);
    const place = act(stream);
    answerAfter(node, kind, stream, {
      answer: () => answer(place),
      refuse: (problem) => fail(callError(problem)),
      breakOff: (problem) => fail(callError(problem)),
    });
  } catch (problem) {
    fail(callError(problem));
  }
}
