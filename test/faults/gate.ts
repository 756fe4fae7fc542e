import type { RowDatabase } from '#libs/projections';

/** Holds a transaction just before its commit, as a process does that is paused there. */
export class Gate {
  /** A transaction has come to the gate and is held. */
  isReached = false;
  private opened: Promise<void> | undefined;
  private letGo: () => void = () => undefined;
  private told: Promise<string> = Promise.resolve('');
  private tell: (outcome: string) => void = () => undefined;

  close(): void {
    this.opened = new Promise((resolve) => (this.letGo = resolve));
    this.told = new Promise((resolve) => (this.tell = resolve));
  }

  open(): void {
    this.opened = undefined;
    this.letGo();
  }

  /** What becomes of the transaction that is held: `committed`, or the name of the error. */
  outcome(): Promise<string> {
    return this.told;
  }

  /** The same database, with the gate before each commit. */
  between(rows: RowDatabase): RowDatabase {
    const transaction: RowDatabase['transaction'] = async (work) => {
      let wasHeld = false;
      const outcome = rows.transaction(async (tx) => {
        const done = await work(tx);
        if (this.opened === undefined) return done;
        this.isReached = wasHeld = true;
        await this.opened;
        return done;
      });
      await outcome.then(
        () => wasHeld && this.tell('committed'),
        (error: unknown) => wasHeld && this.tell((error as Error).name),
      );
      return outcome;
    };
    return { ...rows, transaction };
  }
}
