import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Logger, PinoLogger } from 'nestjs-pino';
import { CommandMetrics, TokenIssuer } from '#libs/platform';
import { ApiModule, type Opened } from './api.module.js';
import { Draining } from './http/draining.js';
import { serveOpenApi } from './http/openapi.js';
import { traceRequests } from './http/request-tracing.js';
import { Problem } from './http/problem.js';
import { send } from './http/problem.filter.js';
import { secure } from './http/security-headers.js';
import { servePages } from './http/static-pages.js';

const BODY_MAX_BYTES = 1024 * 1024;
const ID_MAX_LENGTH = 256;

/** The HTTP server over what was opened; not listening yet. Does not close what it was given. */
export async function createServer(opened: Opened): Promise<NestFastifyApplication> {
  const { accounts, clock, config, failures, product, telemetry } = opened;
  const tokens = new TokenIssuer(await accounts.tokenKey(), config.tokenSeconds, clock);
  const app = await NestFactory.create<NestFastifyApplication>(
    ApiModule.of(opened, tokens),
    new FastifyAdapter({
      bodyLimit: BODY_MAX_BYTES,
      routerOptions: { maxParamLength: ID_MAX_LENGTH },
      // Whatever is under way is answered before the end; `drain` says how long that may take.
      forceCloseConnections: 'idle',
      keepAliveTimeout: config.keepAliveMs,
      trustProxy: config.trustProxy.length === 0 ? false : [...config.trustProxy],
      // No middleware is used; without it a request takes a shorter way.
      skipMiddie: true,
      frameworkErrors: (_error: unknown, request: FastifyRequest, reply: FastifyReply) =>
        send(new Problem('NOT_FOUND'), request, reply),
    }),
    { bufferLogs: true, abortOnError: false },
  );
  app.useLogger(app.get(Logger));
  app.flushLogs();
  failures.to(await app.resolve(PinoLogger));
  if (telemetry !== undefined) traceRequests(app, telemetry);
  await secure(app);
  const metrics = app.get(CommandMetrics);
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onResponse', (_request, reply, done) => {
    metrics.request(reply.statusCode);
    done();
  });
  const draining = app.get(Draining);
  fastify.addHook('onSend', (_request, reply, _payload, done) => {
    // Whoever keeps the connection sends the next request to another process.
    if (draining.isDraining) void reply.header('connection', 'close');
    done();
  });
  if (config.webFolder !== undefined) await servePages(app, config.webFolder);
  serveOpenApi(app, product.engine);
  return app;
}
