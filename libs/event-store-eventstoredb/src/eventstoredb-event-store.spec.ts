import { jest } from '@jest/globals';
import { eventStoreContract } from '#libs/event-store/testing';
import { type Double, startDouble } from '../../../test/eventstoredb-double/index.js';
import { eventStoreDb, eventStoreOver } from './eventstoredb-event-store.js';
import { scopedClient } from './scoped-client.fixtures.js';

jest.setTimeout(60_000);
const doubles: Double[] = [];

afterEach(async () => {
  await Promise.all(doubles.splice(0).map((double) => double.stop()));
});

eventStoreContract('eventstoredb (double over gRPC)', async (options) => {
  const double = await startDouble();
  doubles.push(double);
  return eventStoreDb({ url: double.url, ...options });
});

/** A server that is there already, or one double for all tests of the suite. */
const realServer = process.env['GUONG_TEST_EVENTSTOREDB'];
let shared: Promise<Double> | undefined;

afterAll(async () => {
  await (await shared)?.stop();
});

eventStoreContract(`eventstoredb (${realServer ? 'real' : 'one'} server)`, async (options) => {
  const url = realServer ?? (await (shared ??= startDouble())).url;
  return eventStoreOver(await scopedClient(url), options);
});
