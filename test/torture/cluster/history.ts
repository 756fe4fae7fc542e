import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';

/**
 * What a call sends: a command for the first time or after an unknown outcome (`same`), the same
 * once more after its answer (`again`), other content under its key (`changed`), or its batch with
 * one event more (`longer`).
 */
export type Variant = 'same' | 'again' | 'changed' | 'longer';

/** One thing that happened; `at` in milliseconds of one monotonic clock. */
export type HistoryLine = { readonly at: number } & (
  | {
      readonly kind: 'invoke';
      readonly call: number;
      readonly key: string;
      readonly variant: Variant;
      readonly stream: string;
      readonly expected: number | 'none';
      readonly count: number;
    }
  | {
      readonly kind: 'ok';
      readonly call: number;
      readonly revision: number;
      readonly position: string;
    }
  | { readonly kind: 'conflict'; readonly call: number; readonly actual: number | 'none' }
  /** `unsent`: the log says that nothing was written; `unknown`: it does not know. */
  | { readonly kind: 'unsent' | 'unknown' | 'error'; readonly call: number; readonly code: string }
  | { readonly kind: 'read'; readonly stream: string; readonly ms: number; readonly code?: string }
  | {
      readonly kind: 'seen';
      readonly subscriber: string;
      readonly position: string;
      readonly key: string;
      readonly index: number;
    }
  | { readonly kind: 'subscribed'; readonly subscriber: string; readonly after: string }
  | { readonly kind: 'ended'; readonly subscriber: string; readonly code: string }
  | { readonly kind: 'fault'; readonly name: string; readonly step: string }
);

/** `Omit` over each alternative. */
type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** An event as it stands in the log at the end. */
export interface LogLine {
  readonly position: string;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly key: string;
  /** Its place in its batch, and how many events that has. */
  readonly index: number;
  readonly count: number;
  readonly variant: Variant;
}

/** Notes what happens, in memory and, given a folder, in `history.jsonl` there. */
export class History {
  readonly lines: HistoryLine[] = [];
  private readonly file: WriteStream | undefined;
  private calls = 0;

  constructor(private readonly folder?: string) {
    if (folder === undefined) return;
    mkdirSync(folder, { recursive: true });
    this.file = createWriteStream(join(folder, 'history.jsonl'));
  }

  note(what: Without<HistoryLine, 'at'>): void {
    const line = { at: performance.now(), ...what } as HistoryLine;
    this.lines.push(line);
    this.file?.write(`${JSON.stringify(line)}\n`);
  }

  /** A number for the next call. */
  nextCall(): number {
    return (this.calls += 1);
  }

  /** Closes the file, and puts the log beside it as `log.jsonl`. */
  async keep(log: readonly LogLine[]): Promise<void> {
    if (this.folder === undefined || this.file === undefined) return;
    this.file.end();
    await once(this.file, 'close');
    const beside = createWriteStream(join(this.folder, 'log.jsonl'));
    for (const line of log) beside.write(`${JSON.stringify(line)}\n`);
    beside.end();
    await once(beside, 'close');
  }
}
