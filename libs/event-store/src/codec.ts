import type { EventMeta, NewEvent } from './event-store.port.js';

/** Turns the data of version `from` of one event type into version `from + 1`; pure. */
export interface Upcaster {
  readonly type: string;
  readonly from: number;
  up(data: object): object;
}

/** An upcaster threw. Names the event, never its content. */
export class UpcastError extends Error {
  constructor(
    readonly eventId: string,
    readonly type: string,
    readonly schemaVersion: number,
    options?: ErrorOptions,
  ) {
    super(`upcasting event ${eventId} (${type} version ${schemaVersion}) failed`, options);
    this.name = 'UpcastError';
  }
}

/** One (type, stored version) of events, with what it takes to deliver its data as of today. */
export interface EventKind {
  readonly type: string;
  readonly storedVersion: number;
  /** Version of the data after the chain of upcasters. */
  readonly schemaVersion: number;
  /** The upcasters from `storedVersion` on, in order; empty: delivered as stored. */
  readonly chain: readonly Upcaster[];
}

/** How events become text and text becomes events; the same for every adapter. */
export interface Codec {
  /**
   * The same object for the same arguments. A version without upcasters, newer ones too, has an
   * empty chain.
   */
  kindOf(type: string, storedVersion: number): EventKind;
}

/** Throws TypeError when two upcasters start from the same (type, version). */
export function createCodec(options: { readonly upcasters?: readonly Upcaster[] } = {}): Codec {
  const steps = new Map<string, Upcaster>();
  for (const upcaster of options.upcasters ?? []) {
    const key = keyOf(upcaster.type, upcaster.from);
    if (steps.has(key))
      throw new TypeError(`two upcasters for ${upcaster.type} version ${upcaster.from}`);
    steps.set(key, upcaster);
  }
  const kinds = new Map<string, EventKind>();
  return {
    kindOf(type, storedVersion) {
      const key = keyOf(type, storedVersion);
      let kind = kinds.get(key);
      if (kind === undefined) {
        const chain = chainOf(steps, type, storedVersion);
        kind = { type, storedVersion, schemaVersion: storedVersion + chain.length, chain };
        kinds.set(key, kind);
      }
      return kind;
    },
  };
}

/** Data as of today. Throws UpcastError at the version whose upcaster threw. */
export function upcast(kind: EventKind, eventId: string, stored: object): object {
  let data = stored;
  for (const step of kind.chain) {
    try {
      data = step.up(data);
    } catch (cause) {
      throw new UpcastError(eventId, kind.type, step.from, { cause });
    }
  }
  return data;
}

/** An event's envelope without type and version, as stored in one text. */
export type StoredMeta = EventMeta & { readonly id: string };

/** An event's three texts; clear and sealed parts are never in the same one. */
export interface EventTexts {
  readonly meta: string;
  readonly data: string;
  readonly sealed: string | null;
}

/** Throws TypeError if data or a sealed part is not JSON (our own mistake; nothing is written). */
export function encodeEvent(event: NewEvent): EventTexts {
  const meta: StoredMeta = {
    id: event.id,
    workflow: event.workflow,
    definitionVersion: event.definitionVersion,
    rulePack: event.rulePack,
    actor: event.actor,
    onBehalfOf: event.onBehalfOf,
    via: event.via,
    capacity: event.capacity,
    policy: event.policy,
    occurredAt: event.occurredAt,
    commandId: event.commandId,
    commandHash: event.commandHash,
    causationId: event.causationId,
    correlationId: event.correlationId,
    clocks: event.clocks,
    trace: event.trace,
  };
  return {
    meta: JSON.stringify(meta),
    data: jsonOf(event.data),
    sealed: event.sealed === undefined ? null : jsonOf(event.sealed),
  };
}

function jsonOf(value: object): string {
  const text = JSON.stringify(value) as string | undefined;
  if (text === undefined || (text[0] !== '{' && text[0] !== '['))
    throw new TypeError('event content must be a JSON object');
  return text;
}

const keyOf = (type: string, version: number): string => `${version}:${type}`;

function chainOf(
  steps: ReadonlyMap<string, Upcaster>,
  type: string,
  storedVersion: number,
): Upcaster[] {
  const chain: Upcaster[] = [];
  for (let version = storedVersion; ; version += 1) {
    const step = steps.get(keyOf(type, version));
    if (step === undefined) return chain;
    chain.push(step);
  }
}
