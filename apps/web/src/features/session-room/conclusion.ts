/** What mends a shortcoming: who does what by when. */
export interface FoundRemedy {
  id: string;
  ownerId: string;
  measure: string;
  /** ISO date, or what was typed so far. */
  due: string;
}

export interface FoundShortcoming {
  id: string;
  area: string;
  severity: string;
  text: string;
  cause: string;
  remedies: FoundRemedy[];
}

/** The conclusion of an item as it is written. */
export interface Conclusion {
  text: string;
  shortcomings: FoundShortcoming[];
}

export const emptyConclusion = (): Conclusion => ({ text: '', shortcomings: [] });

const isBlank = ({ text, cause, remedies }: FoundShortcoming): boolean =>
  [text, cause, ...remedies.map(({ measure }) => measure)].every((one) => one.trim() === '');

/** The command's input: blank shortcomings are left out, remedies stand beside and name theirs. */
export function conclusionInput(
  { text, shortcomings }: Conclusion,
  subjectId: string,
  on: string,
): Record<string, unknown> {
  const found = shortcomings.filter((one) => !isBlank(one));
  return {
    ...{ subjectId, on, text: text.trim() },
    shortcomings: found.map(({ id, area, severity, text: what, cause }) => ({
      ...{ id, area, severity, cause: cause.trim(), text: what.trim() },
    })),
    remedies: found.flatMap(({ id: shortcomingId, remedies }) =>
      remedies
        .filter(({ measure }) => measure.trim() !== '')
        .map(({ id, ownerId, measure, due }) => ({
          ...{ id, shortcomingId, ownerId, measure: measure.trim(), due },
        })),
    ),
  };
}
