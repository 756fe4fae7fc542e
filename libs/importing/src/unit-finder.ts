import { organisation } from '#libs/workflows';
import type { PlanContext } from './plan.types.js';
import { idOf } from './row.reader.js';
import { fold } from './vietnamese-text.js';

export type FoundUnit = { readonly id: string } | { readonly code: string };

const REMEMBERED = 100_000;

/** Finds the unit a cell names, by code or else by name, and remembers the answer. */
export class UnitFinder {
  readonly #known = new Map<string, FoundUnit>();

  constructor(private readonly context: PlanContext) {}

  async find(text: string): Promise<FoundUnit> {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const found = await this.#lookUp(text);
    // Only a file full of nonsense names more units than there are.
    if (this.#known.size >= REMEMBERED) this.#known.clear();
    this.#known.set(text, found);
    return found;
  }

  async #lookUp(text: string): Promise<FoundUnit> {
    const id = idOf(text, '-');
    if (organisation.idPattern.test(id) && (await this.context.exists('organisation', id)))
      return { id };
    const [only, ...others] = (await this.context.unitsNamed?.(fold(text))) ?? [];
    if (only === undefined) return { code: 'UNIT_UNKNOWN' };
    return others.length === 0 ? { id: only } : { code: 'UNIT_AMBIGUOUS' };
  }
}
