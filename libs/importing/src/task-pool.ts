/** Runs at most `width` tasks at once; the first failure is thrown to whoever waits next. */
export class TaskPool {
  readonly #running = new Set<Promise<void>>();
  #failure: { readonly error: unknown } | undefined;

  constructor(private readonly width: number) {}

  /** Starts the task once there is room. */
  async start(task: () => Promise<void>): Promise<void> {
    while (this.#running.size >= this.width) await Promise.race(this.#running);
    this.#check();
    const running = task()
      .catch((error: unknown) => void (this.#failure ??= { error }))
      .finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  /** Waits for all that was started. */
  async drain(): Promise<void> {
    await Promise.all(this.#running);
    this.#check();
  }

  #check(): void {
    if (this.#failure !== undefined) throw this.#failure.error;
  }
}
