import { Metadata, type ServiceError, status } from '@grpc/grpc-js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import rpcStatus from '@eventstore/db-client/generated/status_pb.js';
import anyMessage from 'google-protobuf/google/protobuf/any_pb.js';
import emptyMessage from 'google-protobuf/google/protobuf/empty_pb.js';
import type { Message } from 'google-protobuf';
import type { Expected } from './append.rules.js';
import { Refused, type Refusal } from './refusal.js';
import { identifierOf, revisionText } from './wire.js';

/** The way a call breaks: a gRPC status, with the trailers the clients look at. */
export function callError(problem: unknown): Partial<ServiceError> {
  if (!(problem instanceof Refused)) {
    return { code: status.INTERNAL, details: problem instanceof Error ? problem.message : 'fault' };
  }
  const { refusal } = problem;
  const [code, details, trailers] = callAnswer(refusal);
  const metadata = new Metadata();
  for (const [name, value] of Object.entries(trailers ?? {})) metadata.set(name, value);
  return { code, details, metadata };
}

type CallAnswer = [status, string, Record<string, string>?];

function callAnswer(refusal: Refusal): CallAnswer {
  switch (refusal.kind) {
    case 'wrong-version':
      return [
        status.FAILED_PRECONDITION,
        `Append failed due to WrongExpectedVersion. Stream: ${refusal.stream}`,
        {
          exception: 'wrong-expected-version',
          'stream-name': refusal.stream,
          'expected-version': expectedNumber(refusal.expected),
          'actual-version': refusal.current < 0 ? '' : revisionText(refusal.current),
        },
      ];
    case 'stream-deleted':
      return [
        status.FAILED_PRECONDITION,
        `Event stream '${refusal.stream}' is deleted.`,
        { exception: 'stream-deleted', 'stream-name': refusal.stream },
      ];
    case 'access-denied':
      return [status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' }];
    case 'append-too-large':
      return [
        status.INVALID_ARGUMENT,
        `Maximum Append Size of ${refusal.max} Exceeded.`,
        {
          exception: 'maximum-append-size-exceeded',
          'maximum-append-size': String(refusal.max),
        },
      ];
    case 'event-too-large':
      return eventTooLarge(refusal);
    case 'metadata-missing':
      return [
        status.INVALID_ARGUMENT,
        `Required Metadata Property '${refusal.property}' is missing`,
        {
          exception: 'missing-required-metadata-property',
          'required-metadata-properties': 'type,content-type',
        },
      ];
    case 'not-leader':
      return [
        status.NOT_FOUND,
        'Leader info available',
        {
          exception: 'not-leader',
          'leader-endpoint-host': refusal.host,
          'leader-endpoint-port': String(refusal.port),
        },
      ];
    default:
      return plainAnswer(refusal);
  }
}

function plainAnswer(refusal: Refusal): CallAnswer {
  switch (refusal.kind) {
    case 'timed-out':
      return [status.ABORTED, 'Operation timed out: the write was not acknowledged in time'];
    case 'no-leader':
      return [status.UNKNOWN, 'No leader info available in response'];
    case 'not-ready':
      return [status.UNAVAILABLE, 'Server Is Not Ready'];
    case 'too-busy':
      return [status.UNAVAILABLE, 'Server Is Too Busy'];
    case 'unavailable':
      return [status.UNAVAILABLE, refusal.text];
    case 'invalid-argument':
      return [status.INVALID_ARGUMENT, refusal.text];
    default:
      throw new Error(`no answer for ${refusal.kind}`);
  }
}

function eventTooLarge(refusal: Extract<Refusal, { kind: 'event-too-large' }>): CallAnswer {
  const { id, size, max } = refusal;
  return [
    status.INVALID_ARGUMENT,
    `Event with Id: ${id}, Size: ${size}, exceeds Maximum Append Event Size of ${max}.`,
    {
      exception: 'maximum-append-event-size-exceeded',
      'event-id': id,
      'proposed-event-size': String(size),
      'maximum-append-event-size': String(max),
    },
  ];
}

/**
 * The error inside one answer of a batch call; undefined for what breaks the whole call instead.
 */
export function batchStatus(refusal: Refusal): rpcStatus.Status | undefined {
  switch (refusal.kind) {
    case 'wrong-version':
      return statusOf(
        status.ALREADY_EXISTS,
        'WrongExpectedVersion',
        'event_store.client.WrongExpectedVersion',
        wrongVersionDetail(refusal),
      );
    case 'stream-deleted': {
      const detail = new shared.StreamDeleted();
      detail.setStreamIdentifier(identifierOf(refusal.stream));
      const type = 'event_store.client.StreamDeleted';
      return statusOf(status.NOT_FOUND, 'StreamDeleted', type, detail);
    }
    case 'access-denied': {
      const type = 'event_store.client.AccessDenied';
      return statusOf(status.PERMISSION_DENIED, 'Access Denied', type, new shared.AccessDenied());
    }
    case 'append-too-large': {
      const detail = new shared.MaximumAppendSizeExceeded();
      detail.setMaxappendsize(refusal.max);
      const type = 'event_store.client.MaximumAppendSizeExceeded';
      return statusOf(status.INVALID_ARGUMENT, 'MaximumAppendSizeExceeded', type, detail);
    }
    case 'timed-out': {
      const type = 'event_store.client.Timeout';
      return statusOf(status.DEADLINE_EXCEEDED, 'Timeout', type, new shared.Timeout());
    }
    case 'event-too-large':
      return badRequest(eventTooLarge(refusal)[1]);
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
  return statusOf(status.OK, text, 'google.protobuf.Empty', new emptyMessage.Empty());
}

function badRequest(text: string): rpcStatus.Status {
  const detail = new shared.BadRequest();
  detail.setMessage(text);
  return statusOf(status.INVALID_ARGUMENT, text, 'event_store.client.BadRequest', detail);
}

function statusOf(code: status, text: string, type: string, detail: Message): rpcStatus.Status {
  const details = new anyMessage.Any();
  details.pack(detail.serializeBinary(), type);
  const answer = new rpcStatus.Status();
  // google.rpc.Code has the same numbers as gRPC's own status codes.
  answer.setCode(Number(code));
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

/** The server's own numbers for the words. */
function expectedNumber(expected: Expected): string {
  const numbers = { no_stream: '-1', any: '-2', stream_exists: '-4' };
  return typeof expected === 'number' ? revisionText(expected) : numbers[expected];
}
