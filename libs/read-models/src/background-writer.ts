import { Worker } from 'node:worker_threads';
import type { RowStep, WriteAnswer, WriteOrder, WriterThread } from './row-writer.js';

/** A thread without work ends after this, ms; the next order starts another. */
const IDLE_MS = 5_000;

/**
 * Writes to a database file on a thread of its own, started when first needed. One order at a time:
 * who uses it sees to it that nobody else writes meanwhile.
 */
export class BackgroundWriter {
  private worker: Worker | undefined;
  private waiting: PromiseWithResolvers<void> | undefined;
  private idle: NodeJS.Timeout | undefined;

  constructor(
    private readonly file: string,
    private readonly pragmas: string,
  ) {}

  /** Resolves after the commit; rejects with the database's error and nothing written. */
  async write(steps: readonly RowStep[]): Promise<void> {
    clearTimeout(this.idle);
    this.worker ??= this.start();
    this.waiting = Promise.withResolvers();
    const order: WriteOrder = { steps };
    this.worker.postMessage(order);
    try {
      await this.waiting.promise;
    } finally {
      this.waiting = undefined;
      this.idle = setTimeout(() => void this.close(), IDLE_MS).unref();
    }
  }

  /** Ends the thread; between orders only. */
  async close(): Promise<void> {
    clearTimeout(this.idle);
    const { worker } = this;
    this.worker = undefined;
    if (worker === undefined) return;
    const ended = new Promise((resolve) => worker.once('exit', resolve));
    worker.postMessage('end');
    await ended;
  }

  private start(): Worker {
    const workerData: WriterThread = {
      role: 'guong row writer',
      file: this.file,
      pragmas: this.pragmas,
    };
    // Built, or straight from the source as in tests.
    const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
    const source = new URL(`./row-writer.${extension}`, import.meta.url);
    const worker = new Worker(source, { workerData });
    worker.on('message', ({ error }: WriteAnswer) => {
      if (error === undefined) this.waiting?.resolve();
      else this.waiting?.reject(Object.assign(new Error(error.message), error));
    });
    const gone = (error: unknown): void => {
      // A thread that was ended is of no concern to the order that another has by now.
      if (this.worker !== worker) return;
      this.worker = undefined;
      this.waiting?.reject(error);
    };
    worker.on('error', gone);
    worker.on('exit', (code) => gone(new Error(`the writing thread ended with ${code}`)));
    return worker;
  }
}
