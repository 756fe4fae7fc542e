import { credentials, Metadata } from '@grpc/grpc-js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { closeAll, closeWith, event, given, listOf } from './double.rig.js';

afterEach(closeAll);

/** What a product's installer writes: only `app` may write, only administrators end streams. */
async function installed(user: string, batch = true) {
  const { double, client } = await given({ batch });
  await client.appendToStream('room', event());
  double.setDefaultAccess({ $r: ['app'], $w: ['app'], $d: '$admins', $mr: 'app', $mw: '$admins' });
  double.settings.user = user;
  return { double, client };
}

type Client = Awaited<ReturnType<typeof installed>>['client'];

const write = (client: Client) => client.appendToStream('room', event());
const writeSystem = (client: Client) => client.appendToStream('$room', event());
const writeMetadata = (client: Client) => client.setStreamMetadata('room', { maxCount: 1 });
const readStream = (client: Client) => listOf(client.readStream('room'));
const readMetadata = (client: Client) => client.getStreamMetadata('room');
const readAll = (client: Client) => listOf(client.readAll({ maxCount: 1 }));
const remove = (client: Client) => client.deleteStream('room');
const tombstone = (client: Client) => client.tombstoneStream('room');

describe('without rules of its own, a server lets', () => {
  it.each([
    ['anybody', 'app', write],
    ['anybody', 'app', writeMetadata],
    ['anybody', 'app', tombstone],
    ['an administrator', 'admin', writeSystem],
    ['an administrator', 'ops', readAll],
  ])('%s (%s) do it: %p', async (_who, user, act) => {
    const { double, client } = await given();
    await client.appendToStream('room', event());
    double.settings.user = user;
    await expect(act(client)).resolves.toBeDefined();
  });

  it.each([
    ['read $all', readAll],
    ['write system streams', writeSystem],
  ])('only administrators %s', async (_what, act) => {
    const { double, client } = await given();
    double.settings.user = 'app';
    await expect(act(client)).rejects.toMatchObject({ type: 'access-denied' });
  });
});

describe.each([
  ['batch calls', true],
  ['calls of their own', false],
])('with $settings written, by %s', (_way, batch) => {
  it.each([
    ['write', write, 'app', 'guest'],
    ['read', readStream, 'app', 'guest'],
    ['read metadata', readMetadata, 'app', 'guest'],
    ['write metadata', writeMetadata, 'admin', 'app'],
    ['delete', remove, 'admin', 'app'],
    ['tombstone', tombstone, 'admin', 'app'],
  ] as const)('%s: allowed to one, denied to another', async (_what, act, allowed, denied) => {
    const refused = await installed(denied, batch);
    await expect(act(refused.client)).rejects.toMatchObject({ type: 'access-denied' });
    const granted = await installed(allowed, batch);
    await expect(act(granted.client)).resolves.toBeDefined();
  });
});

it('a stream’s own list goes before the defaults, also for $all', async () => {
  const { double, client } = await installed('projector');
  await expect(readAll(client)).rejects.toMatchObject({ type: 'access-denied' });
  double.setMetadata('$all', { $acl: { $r: 'projector' } });
  await expect(readAll(client)).resolves.toHaveLength(1);
  double.setMetadata('room', { $acl: { $w: ['projector'] } });
  await expect(write(client)).resolves.toMatchObject({ success: true });
});

it('what was written is readable as the safety check of an adapter reads it', async () => {
  const { double, client } = await installed('admin');
  double.setMetadata('$all', { $acl: { $r: 'projector' } });
  const [settings] = await listOf(client.readStream('$settings'));
  expect(settings?.event?.data).toMatchObject({ $userStreamAcl: { $w: ['app'], $mw: '$admins' } });
  const { metadata } = await client.getStreamMetadata('$all');
  expect(metadata).toEqual({ acl: { readRoles: 'projector' } });
});

it('credentials in a call’s metadata say who calls', async () => {
  const { double } = await installed('admin');
  const raw = new StreamsClient(`127.0.0.1:${double.port}`, credentials.createInsecure());
  closeWith(async () => {
    raw.close();
    await Promise.resolve();
  });
  const name = new shared.StreamIdentifier();
  name.setStreamName(Buffer.from('room'));
  const options = new streams.DeleteReq.Options();
  options.setStreamIdentifier(name);
  options.setAny(new shared.Empty());
  const request = new streams.DeleteReq();
  request.setOptions(options);
  const removeAs = (user: string) =>
    new Promise((resolve) => {
      const caller = new Metadata();
      caller.set('authorization', `Basic ${Buffer.from(`${user}:secret`).toString('base64')}`);
      raw.delete(request, caller, (problem) => resolve(problem?.details ?? 'ok'));
    });
  expect([await removeAs('app'), await removeAs('admin')]).toEqual(['Access Denied', 'ok']);
});
