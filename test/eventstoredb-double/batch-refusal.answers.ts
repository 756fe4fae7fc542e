import type { Message } from 'google-protobuf';
import anyMessage from 'google-protobuf/google/protobuf/any_pb.js';
import emptyMessage from 'google-protobuf/google/protobuf/empty_pb.js';
import code from '@eventstore/db-client/generated/code_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import rpcStatus from '@eventstore/db-client/generated/status_pb.js';
import { eventTooLargeText } from './refusal.answers.js';
import type { Refusal } from './refusal.js';
import { identifierOf, revisionText } from './wire.js';

const { Code } = code;

/**
 * The error inside one answer of a batch call; undefined for what breaks the whole call instead.
 */
export function batchStatus(refusal: Refusal): rpcStatus.Status | undefined {
  switch (refusal.kind) {
    case 'wrong-version':
      return statusOf(
        Code.ALREADY_EXISTS,
        'WrongExpectedVersion',
        'event_store.client.WrongExpectedVersion',
        wrongVersionDetail(refusal),
      );
    case 'stream-deleted': {
      const detail = new shared.StreamDeleted();
      detail.setStreamIdentifier(identifierOf(refusal.stream));
      const type = 'event_store.client.StreamDeleted';
      return statusOf(Code.NOT_FOUND, 'StreamDeleted', type, detail);
    }
    case 'access-denied': {
      const type = 'event_store.client.AccessDenied';
      return statusOf(Code.PERMISSION_DENIED, 'Access Denied', type, new shared.AccessDenied());
    }
    case 'append-too-large': {
      const detail = new shared.MaximumAppendSizeExceeded();
      detail.setMaxappendsize(refusal.max);
      const type = 'event_store.client.MaximumAppendSizeExceeded';
      return statusOf(Code.INVALID_ARGUMENT, 'MaximumAppendSizeExceeded', type, detail);
    }
    case 'timed-out': {
      const type = 'event_store.client.Timeout';
      return statusOf(Code.DEADLINE_EXCEEDED, 'Timeout', type, new shared.Timeout());
    }
    case 'event-too-large':
      return badRequest(eventTooLargeText(refusal));
    case 'metadata-missing':
      return badRequest(`Required Metadata Property '${refusal.property}' is missing`);
    case 'invalid-argument':
      return badRequest(refusal.text);
    default:
      return codelessStatus(refusal);
  }
}

/** "Not handled" has no code and an empty detail: only its text says what it is. */
function codelessStatus(refusal: Refusal): rpcStatus.Status | undefined {
  const texts: Partial<Record<Refusal['kind'], string>> = {
    'not-ready': 'Server Is Not Ready',
    'too-busy': 'Server Is Busy',
    'no-leader': 'No leader info available in response',
  };
  const text = texts[refusal.kind];
  if (text === undefined) return undefined;
  return statusOf(Code.OK, text, 'google.protobuf.Empty', new emptyMessage.Empty());
}

function badRequest(text: string): rpcStatus.Status {
  const detail = new shared.BadRequest();
  detail.setMessage(text);
  return statusOf(Code.INVALID_ARGUMENT, text, 'event_store.client.BadRequest', detail);
}

function statusOf(value: code.Code, text: string, type: string, detail: Message): rpcStatus.Status {
  const details = new anyMessage.Any();
  details.pack(detail.serializeBinary(), type);
  const answer = new rpcStatus.Status();
  answer.setCode(value);
  answer.setMessage(text);
  answer.setDetails(details);
  return answer;
}

function wrongVersionDetail(refusal: Extract<Refusal, { kind: 'wrong-version' }>) {
  const { expected, current } = refusal;
  const detail = new shared.WrongExpectedVersion();
  if (current < 0) detail.setCurrentNoStream(new emptyMessage.Empty());
  else detail.setCurrentStreamRevision(revisionText(current));
  if (expected === 'any') detail.setExpectedAny(new emptyMessage.Empty());
  else if (expected === 'no_stream') detail.setExpectedNoStream(new emptyMessage.Empty());
  else if (expected === 'stream_exists') detail.setExpectedStreamExists(new emptyMessage.Empty());
  else detail.setExpectedStreamPosition(revisionText(expected));
  return detail;
}
