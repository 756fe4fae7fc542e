import type {
  sendUnaryData,
  ServerDuplexStream,
  ServerReadableStream,
  Metadata,
} from '@grpc/grpc-js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import emptyMessage from 'google-protobuf/google/protobuf/empty_pb.js';
import { mayWrite, userOf } from './access.rules.js';
import { append, type Appended, type Expected } from './append.rules.js';
import type { CallKind } from './fault-desk.js';
import type { NodeContext } from './node.js';
import { type ProposedEvent, sizeOf } from './recorded.event.js';
import { batchStatus, callError } from './refusal.answers.js';
import { Refused } from './refusal.js';
import { answerAfter, needsLeader } from './write.gate.js';
import { expectedOf, proposedEvent, revisionText, streamNameOf, uuidText } from './wire.js';

interface AppendRequest {
  readonly stream: string;
  readonly expected: Expected;
  readonly events: readonly ProposedEvent[];
}

/** All that stands between a request and the log. @throws Refused; 'hang' is never answered */
function appendNow(
  node: NodeContext,
  kind: CallKind,
  caller: Metadata,
  { stream, expected, events }: AppendRequest,
): Appended | 'hang' {
  node.counts.calls[kind] += 1;
  if (node.faults.before(kind, stream) === 'hang') return 'hang';
  needsLeader(node, caller);
  if (stream === '' || stream === '$$') {
    throw new Refused({ kind: 'invalid-argument', text: `'${stream}' is no stream name` });
  }
  if (!mayWrite(node.log, userOf(caller, node.settings.user), stream)) {
    throw new Refused({ kind: 'access-denied' });
  }
  checkSizes(node, events);
  return append(node.log, stream, expected, events);
}

function checkSizes({ settings }: NodeContext, events: readonly ProposedEvent[]): void {
  let total = 0;
  for (const event of events) {
    const size = sizeOf(event);
    total += size;
    if (size > settings.maxEventBytes) {
      throw new Refused({
        kind: 'event-too-large',
        id: event.id,
        size,
        max: settings.maxEventBytes,
      });
    }
    if (total > settings.maxAppendBytes) {
      throw new Refused({ kind: 'append-too-large', max: settings.maxAppendBytes });
    }
  }
}

/** Append: options first, then one message per event, one answer. */
export function unaryAppend(
  node: NodeContext,
  call: ServerReadableStream<streams.AppendReq, streams.AppendResp>,
  reply: sendUnaryData<streams.AppendResp>,
): void {
  let options = new streams.AppendReq.Options();
  const messages: streams.AppendReq.ProposedMessage[] = [];
  const open = { breakOff: (problem: unknown) => reply(callError(problem)) };
  node.open.add(open);
  call.on('close', () => node.open.delete(open));
  call.on('data', (request: streams.AppendReq) => {
    const message = request.getProposedMessage();
    if (message) messages.push(message);
    else options = request.getOptions() ?? options;
  });
  call.on('end', () => {
    const stream = streamNameOf(options.getStreamIdentifier());
    const expected = expectedOf(options, options.getRevision());
    try {
      const events = messages.map(proposedEvent);
      const request = { stream, expected, events };
      const done = appendNow(node, 'unaryAppend', call.metadata, request);
      if (done === 'hang') return;
      answerAfter(node, 'unaryAppend', stream, {
        answer: () => reply(null, appendedAnswer(done)),
        refuse: (problem) => reply(callError(problem)),
        breakOff: (problem) => reply(callError(problem)),
      });
    } catch (problem) {
      const wrong = wrongVersionAnswer(problem);
      if (wrong) reply(null, wrong);
      else reply(callError(problem));
    }
  });
}

function appendedAnswer({ revision, place }: Appended): streams.AppendResp {
  const success = new streams.AppendResp.Success();
  if (revision < 0) success.setNoStream(new shared.Empty());
  else success.setCurrentRevision(revisionText(revision));
  if (place) {
    const position = new streams.AppendResp.Position();
    position.setCommitPosition(String(place.commit));
    position.setPreparePosition(String(place.prepare));
    success.setPosition(position);
  } else success.setNoPosition(new shared.Empty());
  const response = new streams.AppendResp();
  response.setSuccess(success);
  return response;
}

/** A wrong revision is no error of the call: the answer says it in its body. */
function wrongVersionAnswer(problem: unknown): streams.AppendResp | undefined {
  if (!(problem instanceof Refused) || problem.refusal.kind !== 'wrong-version') return undefined;
  const { expected, current } = problem.refusal;
  const wrong = new streams.AppendResp.WrongExpectedVersion();
  if (current < 0) wrong.setCurrentNoStream(new shared.Empty());
  else wrong.setCurrentRevision(revisionText(current));
  if (expected === 'any') wrong.setExpectedAny(new shared.Empty());
  else if (expected === 'no_stream') wrong.setExpectedNoStream(new shared.Empty());
  else if (expected === 'stream_exists') wrong.setExpectedStreamExists(new shared.Empty());
  else wrong.setExpectedRevision(revisionText(expected));
  const response = new streams.AppendResp();
  response.setWrongExpectedVersion(wrong);
  return response;
}

type BatchCall = ServerDuplexStream<streams.BatchAppendReq, streams.BatchAppendResp>;

/** One append of a batch call, as far as it has arrived. */
interface Pending {
  readonly options: streams.BatchAppendReq.Options;
  readonly messages: streams.BatchAppendReq.ProposedMessage[];
}

/** BatchAppend: one long call for all appends of a client, each answered by correlation id. */
export function batchAppend(node: NodeContext, call: BatchCall): void {
  const pending = new Map<string, Pending>();
  const breakOff = (problem: unknown) => {
    call.emit('error', callError(problem));
  };
  const open = { breakOff };
  node.open.add(open);
  call.on('close', () => node.open.delete(open));
  call.on('cancelled', () => node.open.delete(open));
  call.on('error', () => node.open.delete(open));
  call.on('end', () => call.end());
  call.on('data', (request: streams.BatchAppendReq) => {
    const id = uuidText(request.getCorrelationId());
    const options = request.getOptions();
    const waiting = options ? { options, messages: [] } : pending.get(id);
    if (!waiting) return;
    pending.set(id, waiting);
    for (const message of request.getProposedMessagesList()) waiting.messages.push(message);
    if (!request.getIsFinal()) return;
    pending.delete(id);
    answerBatch(node, call, { id: request.getCorrelationId(), ...waiting }, breakOff);
  });
}

function answerBatch(
  node: NodeContext,
  call: BatchCall,
  { id, options, messages }: Pending & { id: shared.UUID | undefined },
  breakOff: (problem: unknown) => void,
): void {
  const stream = streamNameOf(options.getStreamIdentifier());
  const respond = (fill: (response: streams.BatchAppendResp) => void) => {
    const response = new streams.BatchAppendResp();
    response.setCorrelationId(id);
    response.setStreamIdentifier(options.getStreamIdentifier());
    fill(response);
    if (node.open.size > 0 && !call.cancelled) call.write(response);
  };
  const refuse = (problem: unknown) => {
    const status = problem instanceof Refused ? batchStatus(problem.refusal) : undefined;
    if (status) respond((response) => response.setError(status));
    else breakOff(problem);
  };
  try {
    const expected = expectedOf(options, options.getStreamPosition());
    const request = { stream, expected, events: messages.map(proposedEvent) };
    const done = appendNow(node, 'batchAppend', call.metadata, request);
    if (done === 'hang') return;
    const answer = () => respond((response) => response.setSuccess(batchSuccess(done)));
    answerAfter(node, 'batchAppend', stream, { answer, refuse, breakOff });
  } catch (problem) {
    refuse(problem);
  }
}

function batchSuccess({ revision, place }: Appended): streams.BatchAppendResp.Success {
  const success = new streams.BatchAppendResp.Success();
  if (revision < 0) success.setNoStream(new emptyMessage.Empty());
  else success.setCurrentRevision(revisionText(revision));
  if (place) {
    const position = new shared.AllStreamPosition();
    position.setCommitPosition(String(place.commit));
    position.setPreparePosition(String(place.prepare));
    success.setPosition(position);
  } else success.setNoPosition(new emptyMessage.Empty());
  return success;
}
