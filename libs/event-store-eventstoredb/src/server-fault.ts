import { StoreError } from '#libs/event-store';

/** What went wrong at the server, as far as it matters here. */
export type FaultKind =
  /** It cannot be reached, is not ready, or is not the leader: nothing was done. Worth a retry. */
  | 'unavailable'
  /** No answer, or the call broke: whether it was done is not known. Worth a retry. */
  | 'unknown'
  | 'noStream'
  /** The stream was deleted for good (a tombstone). */
  | 'deleted'
  | 'denied'
  | 'tooLarge'
  /** The position is on no record of this log. */
  | 'invalidPosition'
  /** This side ended the call. */
  | 'ended';

/** A call that the server did not carry out, or of which that is unknown; quotes nothing. */
export class ServerFault extends Error {
  constructor(
    readonly kind: FaultKind,
    options?: ErrorOptions,
  ) {
    super(kind, options);
    this.name = 'ServerFault';
  }
}

/** What of the client's error objects is looked at; everything may be missing. */
interface ClientError {
  readonly type?: unknown;
  readonly code?: unknown;
  readonly details?: unknown;
  readonly message?: unknown;
  readonly metadata?: { getMap?: () => Record<string, unknown> };
  readonly _raw?: ClientError | null;
}

/** Trailer `exception`, and the type the client gives to a detail of a batch append. */
const BY_NAME: Readonly<Record<string, FaultKind>> = {
  'not-leader': 'unavailable',
  'access-denied': 'denied',
  'stream-deleted': 'deleted',
  'stream-not-found': 'noStream',
  'no-stream': 'noStream',
  'maximum-append-size-exceeded': 'tooLarge',
  'maximum-append-event-size-exceeded': 'tooLarge',
};

/** The transport never reached a server; nothing can have been sent. */
const NOT_CONNECTED = /no connection established|ECONNREFUSED|ENOTFOUND|EAI_AGAIN|name resolution/i;

/** Texts of the server (and of the transport) where no trailer names the cause. */
const BY_TEXT: readonly (readonly [RegExp, FaultKind])[] = [
  [/server is (not ready|too busy|busy|shutting down)|still.*(starting|initializ)/i, 'unavailable'],
  [/not[- ]leader|leader info/i, 'unavailable'],
  [/invalid position/i, 'invalidPosition'],
  [/maximum append (event )?size|larger than max|exceeds? (the )?max/i, 'tooLarge'],
  [/access denied|unauthenticated|not authenticated/i, 'denied'],
  [/cancelled on client/i, 'ended'],
  [NOT_CONNECTED, 'unavailable'],
  [/failed to discover/i, 'unavailable'],
];

/** A caller it does not know: the one status with a single meaning, and without a trailer. */
const UNAUTHENTICATED = 16;

/**
 * Sorts an error of a call by its trailer, its detail or its text, never by the status code alone:
 * ABORTED and UNAVAILABLE each mean several things. What cannot be told is `unknown`.
 */
export function faultOf(error: unknown): ServerFault {
  if (error instanceof ServerFault) return error;
  return new ServerFault(kindOf(error as ClientError | null | undefined), { cause: error });
}

function kindOf(error: ClientError | null | undefined): FaultKind {
  const raw = error?._raw ?? error;
  const trailer = textOf(raw?.metadata?.getMap?.()['exception']);
  // Where there is a raw error the client's own type may come from the status code alone.
  const type = error?._raw == null ? textOf(error?.type) : '';
  const named = BY_NAME[trailer] ?? BY_NAME[type];
  if (named !== undefined) return named;
  const text = `${textOf(raw?.details)} ${textOf(raw?.message)}`;
  const told = BY_TEXT.find(([pattern]) => pattern.test(text));
  if (told !== undefined) return told[1];
  return raw?.code === UNAUTHENTICATED ? 'denied' : 'unknown';
}

/**
 * The fault of a call that carries several appends and broke: each of them may have been done,
 * whatever broke the call, unless there never was a connection, or nobody let in.
 */
export function brokenCall(error: unknown): ServerFault {
  const fault = faultOf(error);
  if (fault.kind === 'denied' || fault.kind === 'ended') return fault;
  const { details, message } = (error as ClientError | null)?._raw ?? {};
  const unreached = NOT_CONNECTED.test(`${textOf(details)} ${textOf(message)}`);
  if (fault.kind === 'unavailable' && unreached) return fault;
  return new ServerFault('unknown', { cause: error });
}

const textOf = (value: unknown): string =>
  typeof value === 'string' || Buffer.isBuffer(value) ? value.toString() : '';

const MESSAGES = {
  unavailable: ['STORE_UNAVAILABLE', 'the log cannot be reached'],
  unknown: ['STORE_UNAVAILABLE', 'the log did not answer'],
  noStream: ['STORE_UNAVAILABLE', 'the log did not answer'],
  deleted: ['STORE_CORRUPT', 'a stream of the log was deleted'],
  denied: ['STORE_DENIED', 'the log does not let this user do that'],
  tooLarge: ['STORE_TOO_LARGE', 'an event or a batch is larger than the log takes'],
  invalidPosition: ['STORE_AHEAD', 'a position is on no event of this log'],
  ended: ['STORE_CLOSED', 'the event store is closed'],
} as const satisfies Record<FaultKind, readonly [StoreError['code'], string]>;

/** The error of the port for a fault; `what` names the place, never content. */
export function storeErrorOf(fault: ServerFault, what?: string): StoreError {
  const [code, message] = MESSAGES[fault.kind];
  // The client's own error may quote names or content: it is not passed on.
  return new StoreError(code, [message, ...(what ? [what] : []), ...knownCause(fault)].join(': '));
}

/** What an operator can act on, where the transport or the server names it; quotes nothing. */
const CAUSES = new RegExp(
  [
    'ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH',
    '(unable to verify|self[- ]signed)[a-z ]*certificate|certificate has expired',
    'server is (not ready|too busy)|failed to discover|[a-z_]*cert_[a-z_]+',
  ].join('|'),
  'i',
);

/** The cause of a fault, if it is one of those. */
export function knownCause({ cause }: ServerFault): string[] {
  if (cause instanceof ServerFault) return knownCause(cause);
  const error = cause as ClientError | null | undefined;
  const raw = error?._raw ?? error;
  const [found] = CAUSES.exec(`${textOf(raw?.details)} ${textOf(raw?.message)}`) ?? [];
  return found === undefined ? [] : [found];
}
