import type { Lease } from './lease-table.port.js';

/**
 * The tokens under which this process writes. A token is forgotten when its lease is lost: what is
 * still under way is then refused, by whoever stores it.
 */
export class FenceTokens {
  readonly #tokens = new Map<string, number>();
  #isHeld: (lease: Pick<Lease, 'item' | 'token'>) => boolean = () => true;

  /**
   * From now on a token counts only while this says so (`LeaseHolder.isHeld`): a process that was
   * paused past its lease writes nothing more, even before it has noticed.
   */
  limitTo(isHeld: (lease: Pick<Lease, 'item' | 'token'>) => boolean): void {
    this.#isHeld = isHeld;
  }

  hold({ item, token }: Pick<Lease, 'item' | 'token'>): void {
    this.#tokens.set(item, token);
  }

  forget(item: string): void {
    this.#tokens.delete(item);
  }

  /** Undefined: this process does not hold the item, and may write nothing of it. */
  of(item: string): number | undefined {
    const token = this.#tokens.get(item);
    return token !== undefined && this.#isHeld({ item, token }) ? token : undefined;
  }
}
