import type { AnyWorkflow, RecordedFact } from '#libs/kernel';

/** A field of an object that is a text. */
export const textIn = (source: object, field: string): string | undefined => {
  const value = (source as Readonly<Record<string, unknown>>)[field];
  return typeof value === 'string' ? value : undefined;
};

/** Who owes something since this fact: its owner, or the person who takes it over. */
export const ownerIn = (data: object): string | undefined =>
  (textIn(data, 'heirKind') === 'unit' ? undefined : textIn(data, 'heirId')) ??
  textIn(data, 'ownerId');

/** A fact as its declaration's `apply` reads it, without anything sealed. */
type ClearFact = Pick<RecordedFact, 'type' | 'data' | 'revision' | 'position' | 'recordedAt'>;

/**
 * Reads the values that a fact gives fields of the state; undefined: it leaves the field alone. A
 * fact may carry a field of that name about somebody else (who wrote it down); only what its
 * `apply` puts into the state counts. `known` is what stands there: the same again need not be
 * looked into. The fact is applied once at most, whatever the number of fields.
 */
export function fieldsAfter(
  workflow: AnyWorkflow,
  id: string,
  fact: ClearFact,
): (field: string, known: string | null | undefined) => string | undefined {
  let applied: object | 'builds on others' | 'unknown' | undefined;
  return (field, known) => {
    const value = textIn(fact.data, field);
    if (value === undefined || value === known) return undefined;
    applied ??= stateFrom(workflow, id, fact);
    // It builds on facts before it, which a state from nothing lacks: then its word is taken.
    if (applied === 'builds on others') return value;
    return applied !== 'unknown' && textIn(applied, field) === value ? value : undefined;
  };
}

/** The state to which the fact alone leads, from nothing. */
function stateFrom(
  workflow: AnyWorkflow,
  id: string,
  fact: ClearFact,
): object | 'builds on others' | 'unknown' {
  const spec = workflow.facts.get(fact.type);
  if (spec === undefined) return 'unknown';
  const { type, data, revision, position } = fact;
  const recorded = {
    ...NOBODYS,
    ...{ type, data, revision, position },
    get recordedAt() {
      return fact.recordedAt;
    },
    // What it says of its time stands in the envelope, which is not worth parsing for a field.
    get occurredAt() {
      return fact.recordedAt;
    },
  };
  const state = workflow.start(id);
  try {
    spec.apply(state, data, recorded);
  } catch {
    return 'builds on others';
  }
  return state;
}

const NOBODYS = { actor: '', commandId: '', commandHash: '', definitionVersion: 1 };
