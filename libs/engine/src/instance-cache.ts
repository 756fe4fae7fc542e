import type { EventStore } from '#libs/event-store';
import type { AnyWorkflow, Instance, RecordedFact } from '#libs/kernel';
import { advance, startOf } from '#libs/kernel';
import { streamOf } from './registry.js';

/**
 * Folded streams, the least recently used thrown out first. Exact as long as this process is the
 * only writer; after a conflict the caller asks for `refresh`, which reads what was missed.
 */
export class InstanceCache {
  readonly #entries = new Map<string, Instance>();
  readonly #loading = new Map<string, Promise<Instance>>();

  constructor(
    private readonly store: EventStore,
    private readonly capacity: number,
  ) {}

  /** The folded instance; without waiting when it is cached. A missing stream folds to its start. */
  load(workflow: AnyWorkflow, id: string): Instance | Promise<Instance> {
    const stream = streamOf(workflow, id);
    const cached = this.#entries.get(stream);
    if (cached === undefined) return this.#loading.get(stream) ?? this.#fetch(workflow, id, stream);
    this.#entries.delete(stream);
    this.#entries.set(stream, cached);
    return cached;
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
    const cached = this.#entries.get(stream);
    if (cached !== undefined && cached !== instance && !advanceBy(cached, facts))
      this.#entries.delete(stream);
    advanceBy(instance, facts);
    return instance;
  }

  async #fetch(workflow: AnyWorkflow, id: string, stream: string): Promise<Instance> {
    const loading = this.store
      .read(stream)
      .then((events) => {
        const instance = advance(startOf(workflow, id), events);
        this.#entries.set(stream, instance);
        this.#evict();
        return instance;
      })
      .finally(() => this.#loading.delete(stream));
    this.#loading.set(stream, loading);
    return loading;
  }

  #evict(): void {
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= this.capacity) return;
      this.#entries.delete(oldest);
    }
  }
}

/** Applies what follows; false when facts in between are missing. */
const advanceBy = (instance: Instance, facts: readonly RecordedFact[]): boolean => {
  const next = facts.filter((fact) => fact.revision > instance.revision);
  if (next[0] !== undefined && next[0].revision !== instance.revision + 1) return false;
  advance(instance, next);
  return true;
};
