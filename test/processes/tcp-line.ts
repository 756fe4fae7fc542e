import { connect, createServer, type Server, type Socket } from 'node:net';

/** What a line does with what passes: nothing, or decide message by message. */
export interface Listener {
  /** Cuts what a client sends into pieces. */
  readonly pieces: (data: Buffer) => readonly Buffer[];
  /** Whether the line is to stop in front of this piece, if it was asked to stop somewhere. */
  readonly isPlace: (piece: Buffer) => boolean;
}

const deaf = (): Listener => ({ pieces: (data) => [data], isPlace: () => false });

/** A line between processes: it can break, fall silent, or stop in front of a message. */
export class TcpLine {
  readonly #sockets = new Set<Socket>();
  readonly #halves = new Set<Half>();
  #mode: 'open' | 'cut' | 'silent' = 'open';
  #arrived: (() => void) | undefined;
  #stopped: Half | undefined;

  private constructor(
    private readonly server: Server,
    /** The far address, through this line. */
    readonly url: string,
  ) {}

  /** Opens a line to the server of an address; `listen` hears each connection. */
  static async to(far: string, listen: () => Listener = deaf): Promise<TcpLine> {
    const target = new URL(far);
    const server = createServer({ noDelay: true });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    // Schemes that URL does not know keep their port in the text.
    const line = new TcpLine(server, far.replace(`:${target.port}`, `:${port}`));
    server.on('connection', (near) => line.#connect(near, Number(target.port), listen()));
    return line;
  }

  /** Breaks every connection and lets nobody in until `heal`. */
  cut(): void {
    this.#mode = 'cut';
    for (const socket of this.#sockets) socket.resetAndDestroy();
  }

  /** Connections stay, new ones are taken, and nothing passes any more: a network that is gone. */
  silence(): void {
    this.#mode = 'silent';
    for (const half of this.#halves) half.hold();
  }

  /** What was kept back by silence is lost with its connection, as after a long silence. */
  heal(): void {
    const wasSilent = this.#mode === 'silent';
    this.#mode = 'open';
    if (wasSilent) for (const socket of this.#sockets) socket.resetAndDestroy();
  }

  /** Resolves when a client is about to send such a message; nothing of that connection passes. */
  stopAtPlace(): Promise<void> {
    return new Promise((resolve) => {
      this.#arrived = resolve;
    });
  }

  /** Lets pass what was stopped, if the connection is still there. */
  letPass(): void {
    this.#stopped?.release();
    this.#stopped = undefined;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }

  #connect(near: Socket, port: number, listener: Listener): void {
    if (this.#mode === 'cut') return void near.resetAndDestroy();
    const away = connect({ port, host: '127.0.0.1', noDelay: true });
    const [sent, answered] = [new Half(away), new Half(near)];
    for (const half of [sent, answered]) {
      this.#halves.add(half);
      if (this.#mode === 'silent') half.hold();
    }
    for (const [socket, other] of [
      [near, away],
      [away, near],
    ] as const) {
      this.#sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        this.#sockets.delete(socket);
        this.#halves.delete(sent);
        this.#halves.delete(answered);
        other.destroy();
      });
    }
    away.on('data', (data) => answered.pass(data));
    near.on('data', (data) => {
      for (const piece of listener.pieces(data)) {
        // Asked of every piece: the listener may learn from those that pass.
        if (listener.isPlace(piece) && this.#arrived !== undefined) this.#stopIn(sent);
        sent.pass(piece);
      }
    });
  }

  #stopIn(half: Half): void {
    half.hold();
    this.#stopped = half;
    this.#arrived?.();
    this.#arrived = undefined;
  }
}

/** One direction of a connection. */
class Half {
  #kept: Buffer[] | undefined;

  constructor(private readonly to: Socket) {}

  pass(data: Buffer): void {
    if (this.#kept === undefined) this.to.write(data);
    else this.#kept.push(data);
  }

  hold(): void {
    this.#kept ??= [];
  }

  release(): void {
    const kept = this.#kept ?? [];
    this.#kept = undefined;
    for (const data of kept) this.to.write(data);
  }
}
