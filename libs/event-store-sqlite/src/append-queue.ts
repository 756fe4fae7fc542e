import type { Appended, Conflict } from '#libs/event-store';
import type { AppendRequest, LogWriter } from './log-writer.js';

/** Appends in one transaction, at most: bounds how long the event loop is held (about 20 ms). */
const MAX_BATCH = 512;

interface Waiting extends AppendRequest {
  readonly resolve: (answer: Appended | Conflict) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Group commit. Appends wait until the event loop has run everything that is ready (setImmediate),
 * so that all requests that arrived together share one sync of the disk; one alone waits only for
 * that turn of the loop.
 */
export class AppendQueue {
  private waiting: Waiting[] = [];
  private scheduled = false;

  /** `written` is called after each transaction. */
  constructor(
    private readonly writer: LogWriter,
    private readonly written: () => void,
  ) {}

  append(request: AppendRequest): Promise<Appended | Conflict> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ ...request, resolve, reject });
      this.schedule();
    });
  }

  /** Writes everything that waits, now. */
  drain(): void {
    while (this.waiting.length > 0) this.flush();
  }

  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      this.flush();
      if (this.waiting.length > 0) this.schedule();
    });
  }

  private flush(): void {
    if (this.waiting.length === 0) return;
    const batch = this.waiting.splice(0, MAX_BATCH);
    try {
      const answers = this.writer.write(batch);
      batch.forEach(({ resolve }, index) => resolve(answers[index] as Appended | Conflict));
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
    this.written();
  }
}
