import { eventStoreContract } from '#libs/event-store/testing';
import { type Double, startDouble } from '../../../test/eventstoredb-double/index.js';
import { eventStoreDb } from './eventstoredb-event-store.js';

const doubles: Double[] = [];

afterEach(async () => {
  await Promise.all(doubles.splice(0).map((double) => double.stop()));
});

eventStoreContract('eventstoredb (double over gRPC)', async (options) => {
  const double = await startDouble();
  doubles.push(double);
  return eventStoreDb({ url: double.url, ...options });
});
