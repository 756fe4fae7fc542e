import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import type { TraceSpan } from '#libs/event-store';
import type { Telemetry } from '#libs/platform';

/** Asked every few seconds, or open for hours: of these a trace tells nothing. */
const UNTRACED = /^\/(health|metrics|api\/v1\/live)(\/|\?|$)/;

const spans = new WeakMap<
  FastifyRequest,
  { readonly span: TraceSpan; readonly traceId?: string }
>();

/** Id of the trace that a request belongs to; none when nothing is traced. */
export const traceIdOf = (request: FastifyRequest): string | undefined =>
  spans.get(request)?.traceId;

/**
 * Makes each request a span, within the trace that its `traceparent` names. Named by method and
 * pattern of the path: paths themselves hold ids.
 */
export function traceRequests(app: NestFastifyApplication, telemetry: Telemetry): void {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', (request, _reply, done) => {
    if (!UNTRACED.test(request.url)) begin(request, telemetry);
    done();
  });
  // Only here the body has been read: what runs in its events belongs to the socket.
  fastify.addHook('preValidation', (request, _reply, done) => {
    const traced = spans.get(request);
    if (traced === undefined) done();
    else telemetry.within(traced.span, done);
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const { span } = spans.get(request) ?? {};
    span?.set({ 'http.response.status_code': reply.statusCode });
    if (reply.statusCode >= 500) span?.fail(String(reply.statusCode));
    span?.end();
    done();
  });
}

function begin(request: FastifyRequest, telemetry: Telemetry): void {
  const { method, headers, routeOptions } = request;
  const route = routeOptions.url;
  const { traceparent } = headers;
  const span = telemetry.tracer.span(route === undefined ? method : `${method} ${route}`, {
    kind: 'server',
    parent: typeof traceparent === 'string' ? traceparent : undefined,
    values: { 'http.request.method': method, ...(route !== undefined && { 'http.route': route }) },
  });
  const traceId = telemetry.traceIdOf(span);
  spans.set(request, { span, ...(traceId !== undefined && { traceId }) });
}
