import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { startDouble } from './index.js';

it('appends and refuses a second beginning', async () => {
  const double = await startDouble();
  const client = EventStoreDBClient.connectionString(double.url);
  const first = { expectedRevision: 'no_stream' as const };
  const event = () => jsonEvent({ type: 'A', data: { n: 1 } });
  expect(await client.appendToStream('phòng-1', event(), first)).toMatchObject({ success: true });
  await expect(client.appendToStream('phòng-1', event(), first)).rejects.toMatchObject({
    type: 'wrong-expected-version',
    actualVersion: 0n,
  });
  await client.dispose();
  await double.stop();
});
