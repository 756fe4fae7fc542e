import type { FindingRule } from '#libs/workflows';
import type { NeedOf, RowOf, RowsOf } from '#libs/projections';
import { findingLine, findingNote, obligedSpan, planLine } from './findings.table.js';

export const tables = {
  finding_line: findingLine,
  finding_note: findingNote,
  obliged_span: obligedSpan,
  plan_line: planLine,
} as const;

export type FindingRows = RowsOf<typeof tables>;
export type Need = NeedOf<typeof tables>;
export type Finding = RowOf<typeof findingLine>;

/** The part of an event that proves a finding. */
export interface Proof {
  readonly stream: string;
  readonly revision: number;
  readonly position: string;
}

export const proofOf = ({ stream, revision }: Proof): string => `${stream}@${revision}`;

interface About {
  readonly unitId: string;
  readonly memberId?: string | undefined;
  readonly year: number;
  readonly period?: string | undefined;
  /** ISO date. */
  readonly on: string;
  readonly proofs?: readonly string[];
  readonly source?: 'inspection';
}

export const findingId = (
  rule: FindingRule | 'INSPECTION',
  ...parts: readonly (string | number)[]
): string => [rule, ...parts].join(':');

/**
 * Raises a finding by one of the rules that an inspection may cite too (domain brief, 3G). Of one
 * raised before, the proofs and the day are those of the latest fact.
 */
export function raise(
  rows: FindingRows,
  id: string,
  rule: FindingRule,
  event: Proof,
  { unitId, memberId, year, period, on, proofs = [], source }: About,
): void {
  rows.finding_line.put({
    id,
    rule_id: rule,
    unit_id: unitId,
    member_id: memberId ?? null,
    year,
    period: period ?? null,
    events: [...new Set([...proofs, proofOf(event)])].join(' '),
    raised_on: on,
    cleared_on: null,
    source: source ?? 'rule',
    position: event.position,
  });
  rows.touch(unitId);
}

/** The fault was mended; without such a finding nothing happens. */
export function clear(rows: FindingRows, id: string, event: Proof, on: string): void {
  const finding = rows.finding_line.get(id);
  if (finding === undefined || finding.cleared_on !== null) return;
  const events = `${finding.events} ${proofOf(event)}`;
  rows.finding_line.change(finding, { cleared_on: on, events, position: event.position });
}

export const noteOf = (rows: FindingRows, id: string): string =>
  rows.finding_note.get(id)?.note ?? '';

export const note = (rows: FindingRows, id: string, text: string): void =>
  rows.finding_note.put({ id, note: text });
