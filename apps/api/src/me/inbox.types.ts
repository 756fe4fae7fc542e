import type { InboxPlace } from '#libs/read-models';

/** What an item is about, as far as the viewer may see it. */
export interface Title {
  readonly memberId: string | null;
  /** Null where the name is not for the viewer, or is erased. */
  readonly memberName: string | null;
  readonly unitId: string | null;
  readonly unitName: string | null;
  readonly year: number | null;
  /** A month, quarter or other part of a year, as the workflow writes it. */
  readonly period: string | null;
}

/** One thing that waits for the viewer and that they can do now. */
export interface InboxItem extends Title {
  readonly workflow: string;
  readonly id: string;
  /** What to do: what the clock asks for, or else the first thing that leads on. */
  readonly command: string;
  /** What could be done instead. */
  readonly also: readonly string[];
  /** Whether the same input does for many records, so that it can be done for them at once. */
  readonly batch: boolean;
  /** Null: in one's own right. */
  readonly onBehalfOf: { readonly personId: string; readonly via: readonly string[] } | null;
  readonly state: string;
  readonly revision: number;
  /** ISO date; null: no date. */
  readonly due: string | null;
  readonly overdue: boolean;
}

export interface InboxPage {
  readonly items: readonly (InboxItem & { readonly personName: string | null })[];
  /** The day by which dates are judged, in Việt Nam. */
  readonly today: string;
  /** The next page; null: this was the last. */
  readonly next: InboxPlace | null;
  /** For whom the viewer may act today. */
  readonly sides: readonly {
    readonly personId: string;
    readonly via: readonly string[];
    readonly name: string | null;
  }[];
}
