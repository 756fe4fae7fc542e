import type { EventStore, StoredEvent } from '#libs/event-store';
import type { AnyWorkflow, Instance, RecordedFact } from '#libs/kernel';
import { advance, startOf } from '#libs/kernel';
import { streamOf } from './registry.js';

/**
 * Folded streams, bounded by `capacity`.
 *
 * Where this process is the only writer they are exact; after a conflict the caller asks for
 * `refresh`, which reads what was missed. Where others write as well, somebody follows the log and
 * tells what they wrote (`learn`), and says through `isFresh` whether that is up to date: while it
 * is not, every copy asked for is first brought up to date from the store. A copy is thus as old as
 * `isFresh` tolerates, and no older; whoever writes on top of an older one meets a conflict.
 *
 * Two generations instead of a strict order of use: what is touched moves to the young one; when
 * that holds half the capacity it becomes the old one, and what was not touched since is dropped.
 * Reordering one large map on every use cost a fifth of a command.
 */
export class InstanceCache {
  #young = new Map<string, Instance>();
  #old = new Map<string, Instance>();
  /** Streams being read. What is no longer listed here when it arrives is not kept. */
  readonly #loading = new Map<string, Promise<Instance>>();

  constructor(
    private readonly store: EventStore,
    private readonly capacity: number,
    private readonly isFresh?: () => boolean,
  ) {}

  /** The folded instance; without waiting when it is cached. A missing stream: its start. */
  load(workflow: AnyWorkflow, id: string): Instance | Promise<Instance> {
    const stream = streamOf(workflow, id);
    const copy = this.#copy(stream);
    if (copy === undefined) return this.#fetch(workflow, id, stream);
    return this.isFresh === undefined || this.isFresh() ? copy : this.#caughtUp(copy, stream);
  }

  /** Reads what others wrote since. */
  async refresh(workflow: AnyWorkflow, id: string): Promise<Instance> {
    const stream = streamOf(workflow, id);
    return this.#caughtUp(this.#copy(stream) ?? this.#fetch(workflow, id, stream), stream);
  }

  /**
   * Advances an instance by facts that follow its revision. If the cache has meanwhile been filled
   * with another copy of the stream, that copy learns of them too, or is forgotten.
   */
  apply(instance: Instance, facts: readonly RecordedFact[]): Instance {
    const stream = streamOf(instance.workflow, instance.id);
    const cached = this.#cached(stream);
    if (cached !== undefined && cached !== instance) this.#tell(cached, stream, facts);
    this.#tellReader(stream, facts);
    advanceBy(instance, facts);
    return instance;
  }

  /** Facts that somebody stored, in the order of the log; known ones change nothing. */
  learn(facts: readonly StoredEvent[]): void {
    for (const fact of facts) {
      const { stream } = fact;
      // Not through `#cached`: that others write to a stream is no use of it here.
      const cached = this.#young.get(stream) ?? this.#old.get(stream);
      if (cached !== undefined) this.#tell(cached, stream, [fact]);
      this.#tellReader(stream, [fact]);
    }
  }

  /** Whatever is known of a stream may be out of date: the next one who asks reads it. */
  forget(stream: string): void {
    this.#young.delete(stream);
    this.#old.delete(stream);
    this.#loading.delete(stream);
  }

  /** As `forget`, for all streams. */
  forgetAll(): void {
    this.#young.clear();
    this.#old.clear();
    this.#loading.clear();
  }

  #copy(stream: string): Instance | Promise<Instance> | undefined {
    return this.#cached(stream) ?? this.#loading.get(stream);
  }

  async #caughtUp(copy: Instance | Promise<Instance>, stream: string): Promise<Instance> {
    const instance = await copy;
    return this.apply(instance, await this.store.read(stream, instance.revision + 1));
  }

  /** A copy that cannot take what was stored, or misses what lies between, is worth nothing. */
  #tell(copy: Instance, stream: string, facts: readonly RecordedFact[]): void {
    try {
      if (advanceBy(copy, facts)) return;
    } catch {
      // Whoever asks for the stream next meets the same event, and is told.
    }
    this.forget(stream);
  }

  /** A copy being read may have been read before these facts were stored. */
  #tellReader(stream: string, facts: readonly RecordedFact[]): void {
    const learn = (copy: Instance): void => this.#tell(copy, stream, facts);
    // Whoever asked for the copy learns that it could not be read; here it only means no copy.
    this.#loading.get(stream)?.then(learn, () => undefined);
  }

  #cached(stream: string): Instance | undefined {
    const young = this.#young.get(stream);
    if (young !== undefined) return young;
    const old = this.#old.get(stream);
    if (old !== undefined) this.#keep(stream, old);
    return old;
  }

  #keep(stream: string, instance: Instance): void {
    if (this.#young.size >= this.capacity / 2) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(stream, instance);
  }

  #fetch(workflow: AnyWorkflow, id: string, stream: string): Promise<Instance> {
    const isWanted = (): boolean => this.#loading.get(stream) === loading;
    const loading: Promise<Instance> = this.store
      .read(stream)
      .then((events) => {
        const instance = advance(startOf(workflow, id), events);
        if (isWanted()) this.#keep(stream, instance);
        return instance;
      })
      .finally(() => isWanted() && this.#loading.delete(stream));
    this.#loading.set(stream, loading);
    return loading;
  }
}

/** Applies what follows; false when facts in between are missing. */
const advanceBy = (instance: Instance, facts: readonly RecordedFact[]): boolean => {
  const next = facts.filter((fact) => fact.revision > instance.revision);
  if (next[0] !== undefined && next[0].revision !== instance.revision + 1) return false;
  advance(instance, next);
  return true;
};
