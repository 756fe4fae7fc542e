import type { JsonSchema } from '#libs/kernel';
import generated from './event-schemas.json' with { type: 'json' };

/** The stored shape of one type of fact. */
export interface FactSchema {
  readonly type: string;
  readonly description?: string;
  /** What is stored in the clear. */
  readonly data: JsonSchema;
  /** Sealed parts by name; each belongs to one person. */
  readonly sealed?: Readonly<Record<string, JsonSchema>>;
}

/** Fact types of every workflow by its name, in the order of the declaration. */
export type EventSchemas = Readonly<Record<string, readonly FactSchema[]>>;

/** Generated from every `x.events.ts`; `npm run docs` writes it, a test compares. */
export const EVENT_SCHEMAS: EventSchemas = generated as unknown as EventSchemas;
