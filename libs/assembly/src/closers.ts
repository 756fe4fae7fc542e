/** What was opened, to be closed in the opposite order. */
export class Closers {
  private readonly steps: (() => unknown)[] = [];

  /** Remembers how to close a thing, and gives it back. */
  opened<T extends { close(): unknown }>(thing: T): T {
    this.steps.unshift(() => thing.close());
    return thing;
  }

  /** Closes everything, once. */
  async closeAll(): Promise<void> {
    for (const close of this.steps.splice(0)) await close();
  }

  /** Does what opens things; when it fails, what was opened so far is closed again. */
  async orClose<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      await this.closeAll();
      throw error;
    }
  }
}
