import { randomUUID } from 'node:crypto';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Warrant } from '#libs/access';
import type { Engine } from '#libs/engine';
import { dayOf } from '#libs/kernel';
import type { Denial } from '#libs/workflows';
import { CLOCK, ENGINE } from '../ports.js';
import type { AccessKey } from './access-table.js';

/** Readings that come within this time share one write to the log. */
const GATHER_MS = 5;
/** Readings in one command at most. */
const BATCH_MAX = 500;

/** Who looked at what of whom. */
export interface View {
  readonly viewerId: string;
  readonly subjectKind: 'member' | 'unit';
  readonly subjectId: string;
  readonly endpoint: AccessKey;
}

interface Entry extends View {
  readonly at: string;
  readonly basis?: 'warrant' | 'account';
  readonly inspectionId?: string;
  readonly warrantId?: string;
  readonly denial?: Denial;
}

/**
 * Writes readings under a warrant, and refused ones, into the log. Either is answered only once its
 * fact is durable; those of a moment share one commit, so that a page of many requests waits once.
 */
@Injectable()
export class ViewRecorder implements OnApplicationShutdown {
  #pending = new Map<string, Entry>();
  #flushing: Promise<void> | undefined;

  constructor(
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(CLOCK) private readonly clock: () => number,
  ) {}

  /** Resolves when the reading is in the log; rejects when it cannot be, and nothing is shown. */
  viewed(view: View, { inspectionId, warrantId }: Warrant): Promise<void> {
    return this.#add({
      ...view,
      at: this.#now(),
      basis: inspectionId === undefined ? 'account' : 'warrant',
      ...(inspectionId !== undefined && { inspectionId }),
      ...(warrantId !== undefined && { warrantId }),
    });
  }

  /** Resolves when the refusal is in the log. */
  denied(view: View, denial: Denial, inspectionId: string | undefined): Promise<void> {
    const about = inspectionId === undefined ? {} : { inspectionId };
    return this.#add({ ...view, at: this.#now(), denial, ...about });
  }

  /** What is being written when the server stops is written to the end. */
  async onApplicationShutdown(): Promise<void> {
    while (this.#flushing !== undefined) await this.#flushing.catch(() => undefined);
  }

  #now(): string {
    return new Date(this.clock()).toISOString();
  }

  #add(entry: Entry): Promise<void> {
    const { at: _at, ...what } = entry;
    const key = JSON.stringify(what);
    // The same reading within the same moment is one reading.
    if (!this.#pending.has(key)) this.#pending.set(key, entry);
    this.#flushing ??= this.#flush();
    return this.#flushing;
  }

  async #flush(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, GATHER_MS));
    const entries = [...this.#pending.values()];
    this.#pending = new Map();
    this.#flushing = undefined;
    const days = Map.groupBy(entries, ({ at }) => dayOf(at));
    for (const [day, views] of days)
      for (let from = 0; from < views.length; from += BATCH_MAX)
        await this.#record(day, views.slice(from, from + BATCH_MAX));
  }

  async #record(day: string, views: readonly Entry[]): Promise<void> {
    const outcome = await this.engine.execute({
      workflow: 'access-log',
      id: day,
      command: 'record',
      input: { views },
      actor: { id: 'system', kind: 'system' },
      commandId: `access/${randomUUID()}`,
    });
    if (outcome.kind !== 'accepted')
      throw new Error(`a reading could not be recorded: ${outcome.kind}`);
  }
}
