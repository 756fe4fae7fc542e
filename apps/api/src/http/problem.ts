import type { Reason } from '#libs/kernel';
import { type Language, type ProblemCode, PROBLEMS, translated } from '#libs/platform';

/** A request that ends in a problem document (RFC 9457). Thrown at the edge, never below it. */
export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly options: {
      readonly reasons?: readonly Reason[];
      /** Further members of the document. */
      readonly extra?: Readonly<Record<string, unknown>>;
      readonly retryAfterMs?: number;
    } = {},
  ) {
    super(code);
    this.name = 'Problem';
  }

  get status(): number {
    return PROBLEMS[this.code].status;
  }
}

/** The document as sent; `traceId` names the request's trace where it has one. */
export const problemDocument = (
  problem: Problem,
  language: Language,
  traceId?: string,
): Readonly<Record<string, unknown>> => {
  const { status, title, detail } = PROBLEMS[problem.code];
  const { reasons = [], extra, retryAfterMs } = problem.options;
  return {
    type: `https://guong.dev/problems/${problem.code}`,
    title: title[language],
    status,
    code: problem.code,
    detail: detail[language],
    reasons: reasons.map(translated),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    ...(traceId !== undefined && { traceId }),
    ...extra,
  };
};
