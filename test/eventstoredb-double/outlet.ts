import type { ServerWritableStream } from '@grpc/grpc-js';

/** Sends the messages of one call at the pace the client takes them. */
export class Outlet<Sent> {
  private ended = false;
  private wake: () => void = () => undefined;

  constructor(private readonly call: ServerWritableStream<unknown, Sent>) {
    const stop = () => {
      this.ended = true;
      this.wake();
    };
    // One listener for the whole call: one for every write would pile up.
    call.on('drain', () => this.wake());
    for (const end of ['cancelled', 'close', 'error']) call.on(end, stop);
  }

  /** False once the client has gone or the call was broken off. */
  isOpen(): boolean {
    return !this.ended;
  }

  /** Resolves at once while there is room, else when there is again. */
  async send(message: Sent): Promise<void> {
    if (this.ended || this.call.write(message)) return;
    while (this.isOpen() && this.call.writableNeedDrain) await this.something();
  }

  /** Resolves after the next `poke`, drain or end. */
  something(): Promise<void> {
    return new Promise((resolve) => {
      this.wake = resolve;
    });
  }

  poke(): void {
    this.wake();
  }

  end(): void {
    if (!this.ended) this.call.end();
    this.ended = true;
  }
}
