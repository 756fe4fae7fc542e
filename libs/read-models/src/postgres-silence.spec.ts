import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { sql } from 'kysely';
import { openPostgresReadModels } from './postgres-database.js';
import { describePostgres } from './testing/describe-postgres.js';

/** A line to the server on which, from `silence` on, nothing is heard any more. */
async function lineTo(url: string) {
  const { hostname, port } = new URL(url);
  let isSilent = false;
  const sockets: Socket[] = [];
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    sockets.push(near, far);
    near.pipe(far);
    far.on('data', (chunk) => void (isSilent || near.write(chunk)));
    for (const one of [near, far]) one.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const through = new URL(url);
  through.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: through.href,
    silence: () => void (isSilent = true),
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

describePostgres('a database that takes a query and says nothing', (database) => {
  it('keeps nobody waiting for ever', async () => {
    const line = await lineTo(database.url);
    const models = await openPostgresReadModels({ url: line.url, queryMs: 200 });
    await sql`select 1`.execute(models.db);
    line.silence();
    await expect(sql`select 1`.execute(models.db)).rejects.toThrow('Query read timeout');
    line.close();
    await models.close();
  });
});
