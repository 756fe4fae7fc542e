import type { Worker } from '#libs/assembly';

export const WORKER = Symbol('Worker');
export const HEALTH_CLOCK = Symbol('HealthClock');

/** What health and metrics ask; the process itself starts and closes the worker. */
export type ObservedWorker = Pick<Worker, 'status'>;
