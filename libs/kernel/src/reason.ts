/**
 * One machine-readable cause of a refusal. The edge translates `code` once; `path` says which
 * part of the input it concerns (`deeds[1].measure`), `params` fill the sentence.
 */
export interface Reason {
  readonly code: string;
  readonly path?: string;
  readonly params?: Readonly<Record<string, string | number | boolean>>;
}

/** Builds a reason; leaves out what is not given, so that reasons compare by value. */
export const reason = (code: string, params?: Reason['params'], path?: string): Reason => ({
  code,
  ...(path !== undefined && { path }),
  ...(params && { params }),
});
