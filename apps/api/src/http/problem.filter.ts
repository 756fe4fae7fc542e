import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  HttpException,
  ServiceUnavailableException,
} from '@nestjs/common';
import '@fastify/static';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PinoLogger } from 'nestjs-pino';
import { StoreError } from '#libs/event-store';
import { isDatabaseAway, isViewMissing, languageOf, type ProblemCode } from '#libs/platform';
import { Problem, problemDocument } from './problem.js';
import { traceIdOf } from './request-tracing.js';

const CODE_OF_STATUS: Readonly<Record<number, ProblemCode>> = {
  // The only 400 the framework makes of its own is a body it cannot read.
  400: 'BAD_JSON',
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  413: 'BODY_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA',
};
const SERVER_PATHS = /^\/(api|health|metrics)(\/|\?|-|$)/;

/** A page of the single-page application, which has its own addresses. */
const asksForPage = (request: FastifyRequest): boolean =>
  request.method === 'GET' &&
  request.headers.accept?.includes('text/html') === true &&
  !SERVER_PATHS.test(request.url);

/** Answers every failure as a problem document, and unknown addresses of the web with its page. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly logger: PinoLogger,
    private readonly servesPages: boolean,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    if (reply.sent) return;
    if (error instanceof ServiceUnavailableException) {
      // The health check's own report, in the shape that its readers expect.
      void reply.status(503).send(error.getResponse());
      return;
    }
    const problem = this.#problemOf(error);
    if (problem.code === 'NOT_FOUND' && this.servesPages && asksForPage(request)) {
      void reply.status(200).header('cache-control', 'no-cache').sendFile('index.html');
      return;
    }
    send(problem, request, reply);
  }

  #problemOf(error: unknown): Problem {
    if (error instanceof Problem) return error;
    if (error instanceof HttpException) {
      const code = CODE_OF_STATUS[error.getStatus()];
      if (code !== undefined) return new Problem(code);
    }
    if (isViewMissing(error)) return new Problem('VIEWS_NOT_BUILT', { retryAfterMs: 5_000 });
    if (isDatabaseAway(error)) {
      // The driver's own words name hosts and users.
      this.logger.warn({ code: (error as { code?: unknown }).code }, 'database away');
      return new Problem('UNAVAILABLE', { retryAfterMs: 1_000 });
    }
    this.logger.error({ err: error }, 'request failed');
    return error instanceof StoreError ? storeProblem(error) : new Problem('INTERNAL');
  }
}

/** What a client may do about a store that does not work: nothing it sent is lost by waiting. */
export function storeProblem({ code }: StoreError): Problem {
  switch (code) {
    case 'STORE_UNAVAILABLE':
    case 'STORE_OUTCOME_UNKNOWN':
      return new Problem(code, { retryAfterMs: 1_000 });
    case 'STORE_DENIED':
    case 'STORE_TOO_LARGE':
      return new Problem(code);
    default:
      return new Problem('UNAVAILABLE', { retryAfterMs: 1_000 });
  }
}

/** Sends the document in the language asked for. */
export function send(problem: Problem, request: FastifyRequest, reply: FastifyReply): void {
  const { retryAfterMs } = problem.options;
  if (retryAfterMs !== undefined) reply.header('retry-after', Math.ceil(retryAfterMs / 1000));
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer');
  const language = languageOf(request.headers['accept-language']);
  void reply
    .status(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('content-language', language)
    .header('cache-control', 'no-store')
    .send(JSON.stringify(problemDocument(problem, language, traceIdOf(request))));
}
