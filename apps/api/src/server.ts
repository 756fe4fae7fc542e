import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Logger } from 'nestjs-pino';
import { ApiModule, type Opened } from './api.module.js';
import { serveOpenApi } from './http/openapi.js';
import { Problem } from './http/problem.js';
import { send } from './http/problem.filter.js';
import { secure } from './http/security-headers.js';
import { servePages } from './http/static-pages.js';
import { CommandMetrics } from './metrics/command-metrics.js';

const BODY_MAX_BYTES = 1024 * 1024;
const ID_MAX_LENGTH = 256;

/** The HTTP server over what was opened; not listening yet. Does not close what it was given. */
export async function createServer(opened: Opened): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    ApiModule.of(opened),
    new FastifyAdapter({
      bodyLimit: BODY_MAX_BYTES,
      routerOptions: { maxParamLength: ID_MAX_LENGTH },
      // An open stream of live events must not hold up the end of the process.
      forceCloseConnections: true,
      // No middleware is used; without it a request takes a shorter way.
      skipMiddie: true,
      frameworkErrors: (_error: unknown, request: FastifyRequest, reply: FastifyReply) =>
        send(new Problem('NOT_FOUND'), request, reply),
    }),
    { bufferLogs: true, abortOnError: false },
  );
  app.useLogger(app.get(Logger));
  app.flushLogs();
  await secure(app);
  const metrics = app.get(CommandMetrics);
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onResponse', (_request, reply, done) => {
    metrics.request(reply.statusCode);
    done();
  });
  if (opened.config.webFolder !== undefined) await servePages(app, opened.config.webFolder);
  serveOpenApi(app, opened.guong.engine);
  return app;
}
