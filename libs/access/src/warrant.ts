/** Leave for one person to read others' records, from a decision to inspect or from an account. */
export interface Warrant {
  readonly personId: string;
  /** Units with everything below them. */
  readonly unitIds: readonly string[];
  readonly memberIds: readonly string[];
  /** First and last day on which it may be used, ISO dates. */
  readonly from: string;
  readonly until: string;
  /** What time the records read may be about, ISO dates, inclusive; absent: any. */
  readonly period?: { readonly from: string; readonly until: string } | undefined;
  /** The inspection whose stream issued it; absent: it was given to an account. */
  readonly inspectionId?: string | undefined;
  readonly warrantId?: string | undefined;
}

/** What an inspection's own stream says of its warrant at the moment of asking. */
export interface InspectionWarrant {
  readonly warrantId: string | undefined;
  readonly scope:
    | {
        readonly unitIds: readonly string[];
        readonly memberIds: readonly string[];
        readonly from: string;
        readonly until: string;
      }
    | undefined;
  readonly team: readonly { readonly memberId: string }[];
  readonly validFrom: string | undefined;
  readonly expires: string | undefined;
  /** Set once it was revoked or the inspection closed. */
  readonly endedOn: string | undefined;
}

/** Finds the warrants that may cover units or belong to a person; each is judged by its stream. */
export interface WarrantSource {
  /** Ids of inspections whose warrants name one of the units. May name too many, never too few. */
  covering(unitIds: readonly string[]): readonly string[];
  load(
    inspectionId: string,
  ): InspectionWarrant | undefined | Promise<InspectionWarrant | undefined>;
}

/** Nobody has a warrant. */
export const NO_WARRANTS: WarrantSource = { covering: () => [], load: () => undefined };

/** The warrants that an inspection gives its team, also when they are over; see `isInForce`. */
export function warrantsOf(
  inspectionId: string,
  { warrantId, scope, team, validFrom, expires }: InspectionWarrant,
): readonly Warrant[] {
  if (scope === undefined || validFrom === undefined || expires === undefined) return [];
  const { unitIds, memberIds, from, until } = scope;
  return team.map(({ memberId }) => ({
    personId: memberId,
    unitIds,
    memberIds,
    from: validFrom,
    until: expires,
    period: { from, until },
    inspectionId,
    warrantId,
  }));
}

/** Whether an inspection's warrant may be used on a day: issued, begun, not over, not ended. */
export const isInForce = (
  { validFrom, expires, endedOn }: InspectionWarrant,
  day: string,
): boolean =>
  endedOn === undefined &&
  validFrom !== undefined &&
  expires !== undefined &&
  validFrom <= day &&
  day <= expires;

/** Whether what is asked about (a year, if it is about one) lies in the warrant's period. */
export const coversYear = (
  { period }: Pick<Warrant, 'period'>,
  year: number | undefined,
): boolean =>
  period === undefined ||
  year === undefined ||
  (Number(period.from.slice(0, 4)) <= year && year <= Number(period.until.slice(0, 4)));
