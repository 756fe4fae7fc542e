import type { Reason } from '#libs/kernel';

/** What the reader of the report is told, in both languages. */
export interface Text {
  readonly vi: string;
  readonly en: string;
}

/** Fills the sentences of a code. */
export type Params = Readonly<Record<string, string | number | boolean>>;

/** A cell (or, without `column`, a row) that cannot go in, before it is put into words. */
export interface Finding {
  readonly code: string;
  /** The heading as it stands in the file. */
  readonly column?: string | undefined;
  readonly value?: string | undefined;
  readonly params?: Params | undefined;
  /** Set when the engine refused; its own words, if the application knows them. */
  readonly text?: Text | undefined;
}

/** One line of the report. `row` as a spreadsheet counts; undefined: the file as a whole. */
export interface BadCell {
  readonly row: number | undefined;
  readonly column: string;
  readonly value: string;
  readonly code: string;
  readonly text: Text;
  readonly mend: Text;
}

/**
 * Carries a refusal of the whole file out of nested streams. Caught at the public functions, which
 * return it as a value; never leaves the library.
 */
export class FileRefusal extends Error {
  constructor(
    readonly code: string,
    readonly params: Params = {},
    /** Row at which reading stopped, if it got that far. */
    readonly row?: number,
  ) {
    super(code);
  }
}

export const finding = (
  code: string,
  column?: string,
  value?: string,
  params?: Params,
): Finding => ({ code, column, value, params });

/** The finding for a reason the engine refused for. */
export const findingOf = (
  reason: Reason,
  cell: { readonly column?: string | undefined; readonly value?: string | undefined },
  text: Text | undefined,
): Finding => ({ code: reason.code, ...cell, params: reason.params, text });
