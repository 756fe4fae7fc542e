import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '../config.js';

/** How often connections whose last answer is out are closed while the server goes. */
const SWEEP_MS = 20;

/** Whether this process is on its way out: it still answers, and asks not to be sent more. */
@Injectable()
export class Draining {
  #isDraining = false;

  get isDraining(): boolean {
    return this.#isDraining;
  }

  begin(): void {
    this.#isDraining = true;
  }
}

/**
 * Takes the server out of service without losing anything: says that it is going, so that a proxy
 * sends no more; then stops listening, ends live streams, answers what is under way. Only what
 * takes longer than `shutdownMs` is cut off; the same key tells its outcome from another process.
 */
export async function drain(
  app: NestFastifyApplication,
  { shutdownDelayMs, shutdownMs }: Pick<Config, 'shutdownDelayMs' | 'shutdownMs'>,
): Promise<void> {
  app.get(Draining).begin();
  await pause(shutdownDelayMs);
  const server = app.getHttpServer();
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
  const patience = setTimeout(() => server.closeAllConnections(), shutdownMs);
  try {
    await app.close();
  } finally {
    clearInterval(sweep);
    clearTimeout(patience);
  }
}
