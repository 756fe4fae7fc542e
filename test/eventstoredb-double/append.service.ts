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
import { batchStatus } from './batch-refusal.answers.js';
import { append, type Appended } from './append.rules.js';
import type { CallKind } from './fault-desk.js';
import type { NodeContext } from './node.js';
import { type ProposedEvent, sizeOf } from './recorded.event.js';
import { callError } from './refusal.answers.js';
import { type Expected, Refused } from './refusal.js';
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
  let answered = false;
  const replyOnce: typeof reply = (...answer) => {
    if (!answered) reply(...answer);
    answered = true;
    node.open.delete(open);
  };
  const breakOff = (problem: unknown) => replyOnce(callError(problem));
  const open = { breakOff };
  node.open.add(open);
  call.on('cancelled', () => node.open.delete(open));
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
        answer: () => replyOnce(null, appendedAnswer(done)),
        refuse: breakOff,
        breakOff,
      });
    } catch (problem) {
      const wrong = wrongVersionAnswer(problem);
      if (wrong) replyOnce(null, wrong);
      else breakOff(problem);
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
  const open = {
    breakOff: (problem: unknown) => {
      if (node.open.delete(open)) call.emit('error', callError(problem));
    },
  };
  node.open.add(open);
  for (const end of ['close', 'cancelled', 'error']) call.on(end, () => node.open.delete(open));
  call.on('end', () => {
    if (node.open.delete(open)) call.end();
  });
  const respond = (response: streams.BatchAppendResp) => {
    if (node.open.has(open)) call.write(response);
  };
  call.on('data', (request: streams.BatchAppendReq) => {
    const id = uuidText(request.getCorrelationId());
    const options = request.getOptions();
    const waiting = options ? { options, messages: [] } : pending.get(id);
    if (!waiting) return;
    pending.set(id, waiting);
    for (const message of request.getProposedMessagesList()) waiting.messages.push(message);
    if (!request.getIsFinal()) return;
    pending.delete(id);
    const whole = { id: request.getCorrelationId(), ...waiting };
    answerBatch(node, call.metadata, whole, { respond, breakOff: open.breakOff });
  });
}

interface BatchAnswers {
  readonly respond: (response: streams.BatchAppendResp) => void;
  readonly breakOff: (problem: unknown) => void;
}

function answerBatch(
  node: NodeContext,
  caller: Metadata,
  { id, options, messages }: Pending & { id: shared.UUID | undefined },
  call: BatchAnswers,
): void {
  const stream = streamNameOf(options.getStreamIdentifier());
  const response = new streams.BatchAppendResp();
  response.setCorrelationId(id);
  response.setStreamIdentifier(options.getStreamIdentifier());
  const refuse = (problem: unknown) => {
    const status = problem instanceof Refused ? batchStatus(problem.refusal) : undefined;
    if (status) call.respond(response.setError(status));
    else call.breakOff(problem);
  };
  try {
    const expected = expectedOf(options, options.getStreamPosition());
    if (isPast(options)) throw new Refused({ kind: 'timed-out' });
    const request = { stream, expected, events: messages.map(proposedEvent) };
    const done = appendNow(node, 'batchAppend', caller, request);
    if (done === 'hang') return;
    const answer = () => call.respond(response.setSuccess(batchSuccess(done)));
    answerAfter(node, 'batchAppend', stream, { answer, refuse, breakOff: call.breakOff });
  } catch (problem) {
    refuse(problem);
  }
}

/** The deadline of an append in a batch call travels in the message, by the client's own clock. */
function isPast(options: streams.BatchAppendReq.Options): boolean {
  const deadline = options.getDeadline();
  return deadline !== undefined && deadline.toDate().getTime() <= Date.now();
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
