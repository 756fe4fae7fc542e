import { FRESH_MS } from './account-store.port.js';

/** Readings under way: whoever asks for the same meanwhile waits for the same answer. */
export class ReadingsUnderway<T> {
  readonly #asked = new Map<string, { readonly at: number; readonly answer: Promise<T> }>();

  /** Joins a reading that was begun recently enough, or begins one. */
  join(key: string, now: number, read: () => Promise<T>): Promise<T> {
    const asked = this.#asked.get(key);
    const age = asked === undefined ? FRESH_MS : now - asked.at;
    if (asked !== undefined && age < FRESH_MS && age >= 0) return asked.answer;
    const answer = read().finally(() => {
      if (this.#asked.get(key)?.answer === answer) this.#asked.delete(key);
    });
    this.#asked.set(key, { at: now, answer });
    return answer;
  }

  /** Nobody joins what was asked before a change. */
  forget(): void {
    this.#asked.clear();
  }
}
