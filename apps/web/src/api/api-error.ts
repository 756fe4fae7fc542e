import type { Action, Reason } from './types.js';

interface Problem {
  code?: string;
  title?: string;
  detail?: string;
  reasons?: Reason[];
  revision?: number;
  state?: string;
  actions?: Action[];
  retryAfterMs?: number;
}

const isProblem = (body: unknown): body is Problem => typeof body === 'object' && body !== null;

/** What the server refused, or that it did not answer (`OFFLINE`, status 0). */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  private constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string | undefined,
    readonly reasons: readonly Reason[],
    /** The body as it came, for answers that carry more (health, conflicts). */
    readonly body: unknown,
  ) {
    super(code);
  }

  static offline(): ApiError {
    return new ApiError(0, 'OFFLINE', undefined, [], null);
  }

  static from(status: number, body: unknown): ApiError {
    const problem: Problem = isProblem(body) ? body : {};
    const code = problem.code ?? (status >= 502 ? 'OFFLINE' : `HTTP_${String(status)}`);
    return new ApiError(status, code, problem.detail ?? problem.title, problem.reasons ?? [], body);
  }

  /** Whether the server may have done the thing without our hearing of it. */
  get outcomeUnknown(): boolean {
    return this.status === 0 || this.status >= 500;
  }
}

export const isApiError = (value: unknown): value is ApiError => value instanceof ApiError;
