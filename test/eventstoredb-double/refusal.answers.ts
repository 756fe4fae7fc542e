import { Metadata, type ServiceError, status } from '@grpc/grpc-js';
import { type Expected, Refused, type Refusal } from './refusal.js';
import { revisionText } from './wire.js';

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
    eventTooLargeText(refusal),
    {
      exception: 'maximum-append-event-size-exceeded',
      'event-id': id,
      'proposed-event-size': String(size),
      'maximum-append-event-size': String(max),
    },
  ];
}

/** The server's own numbers for the words. */
function expectedNumber(expected: Expected): string {
  const numbers = { no_stream: '-1', any: '-2', stream_exists: '-4' };
  return typeof expected === 'number' ? revisionText(expected) : numbers[expected];
}

export function eventTooLargeText(refusal: Extract<Refusal, { kind: 'event-too-large' }>): string {
  const { id, size, max } = refusal;
  return `Event with Id: ${id}, Size: ${size}, exceeds Maximum Append Event Size of ${max}.`;
}
