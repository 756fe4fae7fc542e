import i18n from 'i18next';
import { ApiError } from './api-error.js';
import { session } from './session.js';

export interface RequestOptions {
  method?: 'GET' | 'POST';
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

const address = (path: string): string => (path.startsWith('/health') ? path : `/api/v1${path}`);

/** Headers every request carries: language, bearer token. */
export const commonHeaders = (): Record<string, string> => {
  const token = session.get()?.token;
  return {
    'accept-language': i18n.language || 'vi',
    ...(token && { authorization: `Bearer ${token}` }),
  };
};

const parse = async (response: Response): Promise<unknown> => {
  const text = await response.text();
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/**
 * The one way to the server. Answers the JSON body; throws `ApiError` for anything but 2xx,
 * with code `OFFLINE` when no answer came.
 */
export async function request<T>(path: string, options: RequestOptions = {}): Promise<T> {
  const { method = 'GET', body, headers = {}, signal } = options;
  let response: Response;
  try {
    response = await fetch(address(path), {
      method,
      headers: {
        accept: 'application/json',
        ...commonHeaders(),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
    });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw ApiError.offline();
  }
  const answer = await parse(response);
  if (response.ok) return answer as T;
  const error = ApiError.from(response.status, answer);
  if (error.status === 401 && error.code !== 'BAD_CREDENTIALS' && session.get()) {
    session.end('expired');
  }
  throw error;
}

/** Appends the given query parameters, leaving out empty ones. */
export const withQuery = (
  path: string,
  query: Record<string, string | number | null | undefined>,
): string => {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return text ? `${path}?${text}` : path;
};
