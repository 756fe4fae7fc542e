export { type EncodedEvent, encodeAppend } from './append-request.js';
export {
  type Codec,
  createCodec,
  encodeEvent,
  type EventKind,
  type EventTexts,
  upcast,
  type Upcaster,
  UpcastError,
} from './codec.js';
export {
  type Appended,
  type Clock,
  type Conflict,
  type EventMeta,
  type EventStore,
  type Expected,
  type NewEvent,
  type Page,
  type Position,
  type ReadAllOptions,
  START,
  type StoredEvent,
  StoreError,
  type SubscribeOptions,
  type SubscriptionMessage,
  type WantedParts,
} from './event-store.port.js';
export { type FollowedLog, followLog } from './follow-log.js';
export { memoryEventStore } from './memory-event-store.js';
export { ordinalOf, positionOf } from './ordinal-position.js';
export { NOT_READ, plainEvent, TextEvent } from './text-event.js';
export {
  codeOf,
  type SpanOptions,
  type SpanValues,
  traced,
  type Tracer,
  type TraceSpan,
} from './tracer.port.js';
export { WakeSignal } from './wake-signal.js';
export { sharedFeed } from './shared-feed.js';
