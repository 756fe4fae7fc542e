import type { MemberStatus } from '#libs/workflows';
import type { Field } from './headings.js';
import type { Limits } from './limits.js';
import type { BadCell, Finding, Text } from './problem.js';
import type { Reason } from '#libs/kernel';

/** What a plan must know of the world. */
export interface PlanContext {
  /** ISO date of today in UTC, by which the engine, too, tells what lies in the future. */
  readonly today: string;
  /** Whether the stream exists: `exists('organisation', 'cb-01')`. */
  readonly exists: (workflow: string, id: string) => boolean | Promise<boolean>;
  /** Ids of open units of that name (lower case, no diacritics), for lists without codes. */
  readonly unitsNamed?: ((folded: string) => Names | Promise<Names>) | undefined;
  /** Used where the file has no such column or cell. */
  readonly defaults?:
    | {
        /** ISO date. */
        readonly on?: string | undefined;
        readonly decisionNo?: string | undefined;
        readonly status?: MemberStatus | undefined;
      }
    | undefined;
  /** Secret of the installation; must stay the same, or the same file gives other members. */
  readonly idKey?: string | undefined;
  readonly limits?: Partial<Limits> | undefined;
  /** The application's words for refusals of the engine that this library does not know. */
  readonly translate?: ((reason: Reason) => Text | undefined) | undefined;
}

type Names = readonly string[];

/** A command ready for the engine (actor and validation are the application's). */
export interface ImportCommand {
  readonly workflow: string;
  readonly id: string;
  readonly command: string;
  readonly input: object;
  /** The same row gives the same key for ever, so a second run writes nothing. */
  readonly commandId: string;
  /** ISO 8601, midnight UTC of the day on which the row takes effect. */
  readonly occurredAt: string;
}

/** One row, planned. */
export type PlanItem =
  | {
      readonly kind: 'ok';
      readonly row: number;
      readonly command: ImportCommand;
      /** Rows of wave n need those of wave n - 1 to be in. Waves come in order, from 0. */
      readonly wave: number;
      /** The unit above, if the row has one. */
      readonly parentId?: string | undefined;
      /** Puts reasons of the engine into lines of the report. */
      readonly explain: (reasons: readonly Reason[]) => readonly BadCell[];
    }
  | { readonly kind: 'bad'; readonly row: number; readonly bad: readonly BadCell[] }
  /** Says the same as an earlier row. */
  | { readonly kind: 'duplicate'; readonly row: number; readonly bad: readonly BadCell[] };

/** A row read on its own, before it is held against the others. */
export interface ReadyRow {
  readonly row: number;
  /** Undefined when it could not be told. */
  readonly id: string | undefined;
  readonly parentId?: string | undefined;
  readonly findings: readonly Finding[];
  readonly titles?: Readonly<Partial<Record<Field, string>>>;
  readonly values?: Readonly<Partial<Record<Field, string>>>;
  readonly action?: {
    readonly workflow: string;
    readonly command: string;
    readonly input: object;
    readonly on: string;
  };
}
