import type { Outcome } from '#libs/engine';
import type { Kind } from './headings.js';
import type { ImportCommand, PlanContext } from './plan.types.js';
import type { BadCell } from './problem.js';

export interface ImportOptions extends PlanContext {
  readonly file: string;
  readonly kind: Kind;
  /** Validates the input and gives the command to the engine as the importing actor. */
  readonly execute: (command: ImportCommand) => Promise<ImportOutcome>;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Path of the report; default: beside the file, `NAME.import-report.csv`. */
  readonly report?: string | undefined;
  /** Commands under way at once; default 64. */
  readonly concurrency?: number | undefined;
}

/** As the engine answers; of a conflict and an acceptance only this much is looked at. */
export type ImportOutcome =
  | Pick<Extract<Outcome, { kind: 'accepted' }>, 'kind' | 'repeated'>
  | Pick<Extract<Outcome, { kind: 'refused' }>, 'kind' | 'reasons'>
  | Pick<Extract<Outcome, { kind: 'conflict' }>, 'kind'>;

/** Rows by what became of them. */
export interface Counts {
  readonly created: number;
  /** In already, from an earlier run. */
  readonly unchanged: number;
  readonly duplicates: number;
  /** Rows that did not go in; each is in the report. */
  readonly refused: number;
}

export interface Progress extends Counts {
  readonly phase: 'checking' | 'importing';
  /** Bytes of the file (unpacked, for a spreadsheet) read in this phase, and in all. */
  readonly done: number;
  readonly total: number;
}

export type ImportResult = Counts & {
  /** Where the report lies; it is there, with its heading alone, when nothing was wrong. */
  readonly report: string;
  /** Headings that meant nothing to us. */
  readonly ignoredColumns: readonly string[];
} & (
    | { readonly kind: 'done' }
    /** The file cannot be used. Nothing was written unless it changed under our hands. */
    | { readonly kind: 'refused'; readonly problem: BadCell }
  );
