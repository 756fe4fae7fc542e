import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { planImport } from './plan.js';
import type { PlanItem } from './plan.types.js';
import { type BadCell, finding } from './problem.js';
import { badCell, badFile } from './problem.texts.js';
import { openReport, type Report, reportBeside } from './report.js';
import { type FileProblem, readRows } from './rows.reader.js';
import type { Counts, ImportOptions, ImportOutcome, ImportResult, Progress } from './run.types.js';
import type { SheetRow } from './sheet.js';
import { TaskPool } from './task-pool.js';

const AT_ONCE = 64;
const NOTHING: Counts = { created: 0, unchanged: 0, duplicates: 0, refused: 0 };

type Ready = Extract<PlanItem, { kind: 'ok' }>;

/**
 * Imports a file: good rows go in, bad rows go to the report, and the same file again changes
 * nothing. Throws only what `execute` and the disk throw; rows before that are in, and running
 * again finishes the work.
 */
export async function runImport(options: ImportOptions): Promise<ImportResult> {
  const path = options.report ?? reportBeside(options.file);
  const report =
    resolve(path) === resolve(options.file)
      ? undefined
      : await openReport(path).catch(() => undefined);
  if (report === undefined) return unwritable(path);
  try {
    const result = await new Run(options, report, path).result();
    await report.close();
    return result;
  } catch (error) {
    await report.discard();
    throw error;
  }
}

const unwritable = (report: string): ImportResult => ({
  kind: 'refused',
  ...NOTHING,
  report,
  ignoredColumns: [],
  problem: badFile({ code: 'REPORT_UNWRITABLE', params: {} }),
});

class Run {
  readonly #pool: TaskPool;
  readonly #counts = { ...NOTHING };
  /** Units whose row the engine refused; rows below them must not go in. */
  readonly #refusedUnits = new Set<string>();
  #ignored: readonly string[] = [];
  #phase: Progress['phase'] = 'checking';
  #passes = 1;
  #pass = -1;
  #wave = 0;
  #stamp: string | undefined;

  constructor(
    private readonly options: ImportOptions,
    private readonly report: Report,
    private readonly path: string,
  ) {
    this.#pool = new TaskPool(options.concurrency ?? AT_ONCE);
  }

  async result(): Promise<ImportResult> {
    const { kind } = this.options;
    const plan = planImport(kind, () => this.#rows(), this.options, {
      onHeading: ({ ignored }) => (this.#ignored = ignored),
      onChecked: (waves) => this.#startImporting(waves),
    });
    let problem: BadCell | undefined;
    try {
      for await (const item of plan)
        if ('problem' in item) problem = badFile(item.problem);
        else await this.#take(item);
    } finally {
      await this.#pool.drain();
    }
    if (problem !== undefined) await this.report.add([problem]);
    const common = { ...this.#counts, report: this.path, ignoredColumns: this.#ignored };
    return problem === undefined
      ? { kind: 'done', ...common }
      : { kind: 'refused', ...common, problem };
  }

  #startImporting(waves: number): void {
    this.#phase = 'importing';
    this.#passes = waves;
    this.#pass = -1;
  }

  async *#rows(): AsyncGenerator<SheetRow | FileProblem> {
    this.#pass += 1;
    const found = await stat(this.options.file).catch(() => undefined);
    const stamp = `${String(found?.size)} ${String(found?.mtimeMs)}`;
    this.#stamp ??= stamp;
    if (stamp !== this.#stamp) {
      yield { problem: { code: 'FILE_CHANGED', params: {}, row: undefined } };
      return;
    }
    yield* readRows(this.options.file, {
      limits: this.options.limits,
      onBytes: (done, total) => this.#progress(this.#pass * total + done, this.#passes * total),
    });
  }

  #progress(done: number, total: number): void {
    this.options.onProgress?.({ phase: this.#phase, done, total, ...this.#counts });
  }

  async #take(item: PlanItem): Promise<void> {
    if (item.kind === 'bad') return this.#refuse(item.bad);
    if (item.kind === 'duplicate') {
      this.#counts.duplicates += 1;
      return this.report.add(item.bad);
    }
    if (item.wave !== this.#wave) {
      await this.#pool.drain();
      this.#wave = item.wave;
    }
    return this.#pool.start(() => this.#execute(item));
  }

  async #execute(item: Ready): Promise<void> {
    const { command, parentId } = item;
    if (await this.#isBelowRefused(parentId)) {
      this.#refusedUnits.add(command.id);
      return this.#refuse([badCell(item.row, finding('PARENT_REFUSED', undefined, parentId))]);
    }
    const bad = this.#badOf(item, await this.options.execute(command));
    if (bad === undefined) return;
    if (this.options.kind === 'units') this.#refusedUnits.add(command.id);
    return this.#refuse(bad);
  }

  async #isBelowRefused(parentId: string | undefined): Promise<boolean> {
    if (parentId === undefined || !this.#refusedUnits.has(parentId)) return false;
    return !(await this.options.exists('organisation', parentId));
  }

  /** Lines for the report; `undefined` if the row is in. */
  #badOf(item: Ready, outcome: ImportOutcome): readonly BadCell[] | undefined {
    if (outcome.kind === 'accepted') {
      this.#counts[outcome.repeated ? 'unchanged' : 'created'] += 1;
      return undefined;
    }
    if (outcome.kind === 'conflict')
      return [badCell(item.row, finding('CONFLICT', undefined, item.command.id))];
    // The key holds the content, so a used key means the row is in, by another operator's hand.
    if (outcome.reasons.some(({ code }) => code === 'IDEMPOTENCY_KEY_REUSED')) {
      this.#counts.unchanged += 1;
      return undefined;
    }
    return item.explain(outcome.reasons);
  }

  async #refuse(bad: readonly BadCell[]): Promise<void> {
    this.#counts.refused += 1;
    await this.report.add(bad);
  }
}
