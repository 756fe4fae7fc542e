import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const DIST = join(import.meta.dirname, '../..', import.meta.filename.endsWith('.ts') ? 'dist' : '');
const ADDRESS = /\b(?:http|esdb):\/\/127\.0\.0\.1:\d+[^\s/]*/g;
/** A busy machine takes its time; whoever is not up then does not come any more. */
const UP_WITHIN_MS = 90_000;
const SAID_MAX = 200_000;

export interface ProcessOrder {
  /** Path of the built program below `dist`. */
  readonly program: string;
  readonly args?: readonly string[];
  /** Settings; nothing named GUONG_ is taken over from this process. */
  readonly settings?: Readonly<Record<string, string>>;
  /** How many addresses it prints when it is up. */
  readonly addresses: number;
}

const alive = new Set<ChildProcess>();
// However the tests end, nothing stays behind; SIGKILL also ends one that is paused.
process.on('exit', () => alive.forEach((child) => child.kill('SIGKILL')));

/** A built program in a process of its own. */
export class RunningProcess {
  readonly #said: Buffer[] = [];
  #size = 0;

  private constructor(
    readonly name: string,
    private readonly child: ChildProcess,
  ) {
    alive.add(child);
    child.once('exit', () => alive.delete(child));
    for (const output of [child.stdout, child.stderr])
      output?.on('data', (chunk: Buffer) => {
        this.#size += chunk.length;
        if (this.#size < SAID_MAX) this.#said.push(chunk);
      });
  }

  /** Starts it; resolves with it and the addresses it printed. Throws with what it said instead. */
  static async start(name: string, order: ProcessOrder): Promise<[RunningProcess, string[]]> {
    const clean = Object.entries(process.env).filter(([key]) => !/^(GUONG_|JEST_|TEST_)/.test(key));
    const child = spawn(process.execPath, [join(DIST, order.program), ...(order.args ?? [])], {
      env: { ...Object.fromEntries(clean), ...order.settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const running = new RunningProcess(name, child);
    const until = performance.now() + UP_WITHIN_MS;
    for (;;) {
      const addresses = running.said.match(ADDRESS) ?? [];
      if (addresses.length >= order.addresses && running.said.endsWith('\n'))
        return [running, addresses];
      if (running.isOver || performance.now() > until) {
        await running.kill();
        throw new Error(`${name} did not start: ${running.said.slice(-2_000)}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** Everything it printed. */
  get said(): string {
    return Buffer.concat(this.#said).toString('utf8');
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  get isOver(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** SIGSTOP: it stands still, with everything it holds. */
  pause(): void {
    this.child.kill('SIGSTOP');
  }

  /** SIGCONT: it goes on as if nothing had happened. */
  resume(): void {
    this.child.kill('SIGCONT');
  }

  /** SIGKILL; resolves once it is gone. */
  async kill(): Promise<void> {
    await this.#ended('SIGKILL');
  }

  /** SIGTERM; the exit code, or the name of the signal that ended it. */
  stop(): Promise<number | string> {
    return this.#ended('SIGTERM');
  }

  async #ended(signal: NodeJS.Signals): Promise<number | string> {
    if (!this.isOver) {
      const gone = once(this.child, 'exit');
      this.child.kill(signal);
      await gone;
    }
    return this.child.exitCode ?? this.child.signalCode ?? 'gone';
  }
}
