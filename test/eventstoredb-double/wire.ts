import shared from '@eventstore/db-client/generated/shared_pb.js';
import { LAST_INT64, type ProposedEvent, TOMBSTONE_REVISION } from './recorded.event.js';
import { type Expected, Refused } from './refusal.js';

/** The name in a message's stream identifier; names are bytes on the wire. */
export function streamNameOf(identifier: shared.StreamIdentifier | undefined): string {
  return identifier ? Buffer.from(identifier.getStreamName_asU8()).toString('utf8') : '';
}

export function identifierOf(stream: string): shared.StreamIdentifier {
  const identifier = new shared.StreamIdentifier();
  identifier.setStreamName(Buffer.from(stream));
  return identifier;
}

export function uuidOf(text: string): shared.UUID {
  const uuid = new shared.UUID();
  uuid.setString(text);
  return uuid;
}

/** A UUID as text, whichever of its two forms the client chose. */
export function uuidText(uuid: shared.UUID | undefined): string {
  const structured = uuid?.getStructured();
  if (!structured) return uuid?.getString() ?? '';
  const bytes = Buffer.alloc(16);
  bytes.writeBigInt64BE(BigInt(structured.getMostSignificantBits()), 0);
  bytes.writeBigInt64BE(BigInt(structured.getLeastSignificantBits()), 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

export function revisionText(revision: number): string {
  return revision === TOMBSTONE_REVISION ? LAST_INT64 : String(revision);
}

interface ExpectedMessage {
  hasAny(): boolean;
  hasNoStream(): boolean;
  hasStreamExists(): boolean;
}

/** What the client expects; `revision` is the number the message holds when it is no word. */
export function expectedOf(message: ExpectedMessage, revision: string): Expected {
  if (message.hasAny()) return 'any';
  if (message.hasNoStream()) return 'no_stream';
  return message.hasStreamExists() ? 'stream_exists' : Number(revision);
}

interface ProposedMessage {
  getId(): shared.UUID | undefined;
  getMetadataMap(): { get(key: string): string | undefined };
  getCustomMetadata_asU8(): Uint8Array;
  getData_asU8(): Uint8Array;
}

/** @throws Refused metadata-missing, for an event without type or content type */
export function proposedEvent(message: ProposedMessage): ProposedEvent {
  const properties = message.getMetadataMap();
  const property = (name: string) => {
    const value = properties.get(name);
    if (value === undefined) throw new Refused({ kind: 'metadata-missing', property: name });
    return value;
  };
  return {
    id: uuidText(message.getId()),
    type: property('type'),
    contentType: property('content-type'),
    data: message.getData_asU8(),
    custom: message.getCustomMetadata_asU8(),
  };
}
