import { hash } from 'node:crypto';
import { canonicalJson } from '#libs/kernel';
import type { Field, Kind } from './headings.js';
import type { ReadyRow } from './plan.types.js';
import { type Finding, finding } from './problem.js';

interface Entry {
  readonly row: number;
  readonly key: string;
  readonly parentId: string | undefined;
  state: 'good' | 'clash' | 'bad';
  /** The row that said something else of the same id. */
  clashesWith?: number;
}

/** What the survey says of a row. */
export type Verdict =
  | { readonly kind: 'first' }
  | { readonly kind: 'bad' | 'duplicate'; readonly findings: readonly Finding[] };

/** The command key of a row: kind, id and content, so that the same row is the same command. */
export const keyOf = (kind: Kind, { id, action }: ReadyRow): string =>
  `import-${hash('sha256', canonicalJson([kind, id, action?.input]), 'base64url').slice(0, 32)}`;

/**
 * What must be known of all rows before the first goes in: which ids come twice. Keeps the ids of
 * the file and, beside each, a key, a row number and the unit above; nothing else of a row.
 */
export class Survey {
  readonly entries = new Map<string, Entry>();
  titles: Readonly<Partial<Record<Field, string>>> = {};

  constructor(private readonly kind: Kind) {}

  add(ready: ReadyRow): Verdict {
    const { id, row, findings, parentId } = ready;
    const bad = findings.length > 0;
    if (id === undefined) return { kind: 'bad', findings };
    const key = bad ? '' : keyOf(this.kind, ready);
    const earlier = this.entries.get(id);
    if (earlier === undefined) {
      this.entries.set(id, { row, key, parentId, state: bad ? 'bad' : 'good' });
      return bad ? { kind: 'bad', findings } : { kind: 'first' };
    }
    const params = { row: earlier.row };
    if (!bad && earlier.key === key)
      return { kind: 'duplicate', findings: [this.#atId('DUPLICATE_ROW', id, params)] };
    if (earlier.state === 'good') {
      earlier.state = 'clash';
      earlier.clashesWith = row;
    }
    return { kind: 'bad', findings: [...findings, this.#atId('DUPLICATE_DIFFERENT', id, params)] };
  }

  /** First rows of ids that came again with other content. */
  *clashes(): Generator<{ row: number; findings: readonly Finding[] }> {
    for (const [id, { row, clashesWith }] of this.entries)
      if (clashesWith !== undefined)
        yield { row, findings: [this.#atId('DUPLICATE_DIFFERENT', id, { row: clashesWith })] };
  }

  /** Whether this very row is the one that goes in for its id. */
  goesIn({ id, row }: ReadyRow): boolean {
    const entry = id === undefined ? undefined : this.entries.get(id);
    return entry?.state === 'good' && entry.row === row;
  }

  #atId(code: string, id: string, params: Finding['params']): Finding {
    return finding(code, this.titles.id, id, params);
  }
}
