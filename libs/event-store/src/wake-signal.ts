/** Wakes everybody who waits, once; whoever waits again afterwards waits for the next call. */
export class WakeSignal {
  private readonly waiting = new Set<() => void>();

  wake(): void {
    const woken = [...this.waiting];
    this.waiting.clear();
    for (const resolve of woken) resolve();
  }

  /** Resolves at the next `wake`, or when the signal aborts; leaves no listener behind. */
  next(signal?: AbortSignal): Promise<void> {
    if (signal?.aborted === true) return Promise.resolve();
    return new Promise((resolve) => {
      const done = (): void => {
        this.waiting.delete(done);
        signal?.removeEventListener('abort', done);
        resolve();
      };
      this.waiting.add(done);
      signal?.addEventListener('abort', done);
    });
  }
}
