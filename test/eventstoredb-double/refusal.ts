/** What the writer believes about the stream: the revision of its last event, or a word. */
export type Expected = number | 'any' | 'no_stream' | 'stream_exists';

/** Everything the server can answer instead of doing what it was asked. */
export type Refusal =
  | { kind: 'wrong-version'; stream: string; expected: Expected; current: number }
  | { kind: 'stream-deleted'; stream: string }
  | { kind: 'access-denied' }
  | { kind: 'append-too-large'; max: number }
  | { kind: 'event-too-large'; id: string; size: number; max: number }
  | { kind: 'metadata-missing'; property: string }
  | { kind: 'invalid-argument'; text: string }
  | { kind: 'timed-out' }
  | { kind: 'not-leader'; host: string; port: number }
  | { kind: 'no-leader' }
  | { kind: 'not-ready' }
  | { kind: 'too-busy' }
  | { kind: 'unavailable'; text: string };

/** Thrown inside a call; every kind of call has its own way of saying it to the client. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(readonly refusal: Refusal) {
    super(refusal.kind);
  }
}
