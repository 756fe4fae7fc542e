/**
 * Lets commands that lost a race on a stream go one after the other. Without it each would lose
 * again to the next: of many at once, only as many got through as there are attempts.
 */
export class StreamTurns {
  readonly #last = new Map<string, Promise<void>>();

  /** Resolves when everybody before has finished; call the answer when done. */
  async take(stream: string): Promise<() => void> {
    const before = this.#last.get(stream);
    let done = (): void => undefined;
    const mine = new Promise<void>((resolve) => (done = resolve));
    this.#last.set(stream, mine);
    await before;
    return () => {
      if (this.#last.get(stream) === mine) this.#last.delete(stream);
      done();
    };
  }
}
