import { connect, createServer, type Socket } from 'node:net';

/** A line to a database that can be cut just before an answer is heard. */
export interface DeafLine {
  readonly url: string;
  readonly cuts: number;
  /** Cuts the next connection on which the server says this, and passes it on to nobody. */
  cutAt(answer: string): void;
  close(): void;
}

export async function deafLine(url: string): Promise<DeafLine> {
  const far = new URL(url);
  const sockets = new Set<Socket>();
  let wanted: string | undefined;
  let cuts = 0;
  const server = createServer((near) => {
    const away = connect(Number(far.port), far.hostname);
    for (const socket of [near, away]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
    }
    near.on('data', (data) => away.write(data));
    near.on('close', () => away.destroy());
    away.on('close', () => near.destroy());
    away.on('data', (data) => {
      if (wanted === undefined || !data.includes(wanted)) return void near.write(data);
      wanted = undefined;
      cuts += 1;
      near.resetAndDestroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const own = new URL(url);
  own.port = String(typeof address === 'object' ? address?.port : '');
  return {
    url: own.href,
    get cuts() {
      return cuts;
    },
    cutAt(answer) {
      wanted = answer;
    },
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
