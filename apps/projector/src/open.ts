import { openWorker } from '#libs/assembly';
import { openTelemetry } from '#libs/platform';
import { PROJECTIONS } from './projections.js';
import { REACTOR_SHARES, TIMERS_WEIGHT } from './reactors.js';
import type { OpenWorker } from './serve.js';

/** The worker of the product, traced if the settings say so. */
export const openProjector: OpenWorker = async ({ cluster, leaseMs, telemetry }, told) => {
  const tracing = await openTelemetry(telemetry);
  try {
    const worker = await openWorker({
      eventsUrl: cluster.eventsUrl,
      viewsUrl: cluster.viewsUrl,
      deadlineMs: cluster.eventsDeadlineMs,
      poolSize: cluster.viewsPoolSize,
      holidays: cluster.holidays,
      projections: PROJECTIONS,
      reactors: REACTOR_SHARES,
      timers: TIMERS_WEIGHT,
      leaseMs,
      tracer: tracing?.tracer,
      ...told,
    });
    return {
      start: () => worker.start(),
      status: () => worker.status(),
      async close() {
        await worker.close();
        // Last, so that the spans of the last batch are sent too.
        await tracing?.close();
      },
    };
  } catch (error) {
    await tracing?.close();
    throw error;
  }
};
