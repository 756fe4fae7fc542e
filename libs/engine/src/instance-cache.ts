import type { EventStore } from '#libs/event-store';
import type { AnyWorkflow, Instance, RecordedFact } from '#libs/kernel';
import { advance, startOf } from '#libs/kernel';
import { streamOf } from './registry.js';

/**
 * Folded streams, bounded by `capacity`. Exact as long as this process is the only writer; after a
 * conflict the caller asks for `refresh`, which reads what was missed.
 *
 * Two generations instead of a strict order of use: what is touched moves to the young one; when
 * that holds half the capacity it becomes the old one, and what was not touched since is dropped.
 * Reordering one large map on every use cost a fifth of a command.
 */
export class InstanceCache {
  #young = new Map<string, Instance>();
  #old = new Map<string, Instance>();
  readonly #loading = new Map<string, Promise<Instance>>();

  constructor(
    private readonly store: EventStore,
    private readonly capacity: number,
  ) {}

  /** The folded instance; without waiting when it is cached. A missing stream: its start. */
  load(workflow: AnyWorkflow, id: string): Instance | Promise<Instance> {
    const stream = streamOf(workflow, id);
    return this.#cached(stream) ?? this.#loading.get(stream) ?? this.#fetch(workflow, id, stream);
  }

  /** Reads what others wrote since. */
  async refresh(workflow: AnyWorkflow, id: string): Promise<Instance> {
    const instance = await this.load(workflow, id);
    const missed = await this.store.read(streamOf(workflow, id), instance.revision + 1);
    return this.apply(instance, missed);
  }

  /**
   * Advances an instance by facts that follow its revision. If the cache has meanwhile been filled
   * with another copy of the stream, that copy learns of them too, or is forgotten.
   */
  apply(instance: Instance, facts: readonly RecordedFact[]): Instance {
    const stream = streamOf(instance.workflow, instance.id);
    const cached = this.#cached(stream);
    if (cached !== undefined && cached !== instance && !advanceBy(cached, facts))
      this.#forget(stream);
    this.#tellReader(stream, facts);
    advanceBy(instance, facts);
    return instance;
  }

  /** A copy being read may have been read before these facts were stored. */
  #tellReader(stream: string, facts: readonly RecordedFact[]): void {
    const learn = (copy: Instance): void => {
      if (!advanceBy(copy, facts)) this.#forget(stream);
    };
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

  #forget(stream: string): void {
    this.#young.delete(stream);
    this.#old.delete(stream);
  }

  async #fetch(workflow: AnyWorkflow, id: string, stream: string): Promise<Instance> {
    const loading = this.store
      .read(stream)
      .then((events) => {
        const instance = advance(startOf(workflow, id), events);
        this.#keep(stream, instance);
        return instance;
      })
      .finally(() => this.#loading.delete(stream));
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
