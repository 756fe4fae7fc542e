import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger, PinoLogger } from 'nestjs-pino';
import { type Observed, ProjectorModule } from './projector.module.js';

/** Nobody sends a projector anything. */
const BODY_MAX_BYTES = 1024;

/** The HTTP server beside a worker; not listening yet. Does not close what it was given. */
export async function createServer(observed: Observed): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    ProjectorModule.of(observed),
    new FastifyAdapter({
      bodyLimit: BODY_MAX_BYTES,
      forceCloseConnections: true,
      skipMiddie: true,
    }),
    { bufferLogs: true, abortOnError: false },
  );
  app.useLogger(app.get(Logger));
  app.flushLogs();
  const logger: PinoLogger = await app.resolve(PinoLogger);
  observed.failures.to(logger);
  observed.alarms.to(logger);
  return app;
}
