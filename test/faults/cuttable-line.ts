import { connect, createServer, type Socket } from 'node:net';

/** A line to PostgreSQL that breaks when told: now, or at an exact message. */
export interface CuttableLine {
  readonly url: string;
  /** How many times it has broken by `cutAfter`. */
  readonly cuts: number;
  /** Breaks every connection and lets nobody in until `heal`. */
  cut(): void;
  heal(): void;
  /**
   * Lets so many more messages pass, of all connections together, and breaks the connection that
   * sends the next one. `queries` counts what clients say, `answers` what the server says.
   */
  cutAfter(direction: 'queries' | 'answers', messages: number): void;
  /** Forgets an order of `cutAfter`; whether it was still to come. */
  disarm(): boolean;
  close(): Promise<void>;
}

interface Armed {
  readonly direction: 'queries' | 'answers';
  left: number;
}

/** Opens a line to the server of this address. */
export async function cuttableLine(url: string): Promise<CuttableLine> {
  const far = new URL(url);
  const sockets = new Set<Socket>();
  let isCut = false;
  let armed: Armed | undefined;
  let cuts = 0;
  const server = createServer((near) => {
    if (isCut) return void near.destroy();
    const away = connect(Number(far.port), far.hostname);
    const breakBoth = (): void => {
      near.destroy();
      away.destroy();
    };
    for (const socket of [near, away]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        breakBoth();
      });
    }
    const passOn = (direction: Armed['direction'], from: Socket, to: Socket): void => {
      const messages = new Messages(direction === 'queries');
      from.on('data', (data) => {
        for (const message of messages.of(data)) {
          if (armed?.direction === direction && (armed.left -= 1) < 0) {
            armed = undefined;
            cuts += 1;
            // What was let through arrives; nothing else does.
            to.end(breakBoth);
            return;
          }
          to.write(message);
        }
      });
    };
    passOn('queries', near, away);
    passOn('answers', away, near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const own = new URL(url);
  own.port = String(typeof address === 'object' ? address?.port : '');
  const cut = (): void => {
    isCut = true;
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: own.href,
    get cuts() {
      return cuts;
    },
    cut,
    heal: () => void (isCut = false),
    cutAfter: (direction, left) => void (armed = { direction, left }),
    disarm() {
      const wasArmed = armed !== undefined;
      armed = undefined;
      return wasArmed;
    },
    async close() {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Splits what comes into the messages of the protocol: a type, a length, a body. */
class Messages {
  private rest: Buffer = Buffer.alloc(0);

  /** The first message of a client, which says who it is, has no type. */
  constructor(private isFirst: boolean) {}

  of(data: Buffer): Buffer[] {
    const found: Buffer[] = [];
    this.rest = Buffer.concat([this.rest, data]);
    for (;;) {
      const typed = this.isFirst ? 0 : 1;
      if (this.rest.length < typed + 4) return found;
      const length = typed + this.rest.readInt32BE(typed);
      if (this.rest.length < length) return found;
      found.push(this.rest.subarray(0, length));
      this.rest = this.rest.subarray(length);
      this.isFirst = false;
    }
  }
}
