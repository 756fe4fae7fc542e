/** What the dialogs ask for, all commands together; `inputOf` picks what one of them needs. */
export interface ActionValues {
  minutesNo: string;
  channel: string;
  legalBasis: string;
  /** ISO date. */
  on: string;
  text: string;
  /** Result by deed key; empty: not chosen yet. */
  results: Record<string, string>;
  shortcomings: { area: string; severity: string; text: string }[];
}

export const RESULTS = ['done', 'partly', 'not_done'] as const;

export function inputOf(command: string, values: ActionValues): Record<string, unknown> {
  const text = values.text.trim();
  switch (command) {
    case 'endorse':
      return values.minutesNo.trim() === '' ? {} : { minutesNo: values.minutesNo.trim() };
    case 'publish':
      return {
        channel: values.channel.trim(),
        on: values.on,
        legalBasis: values.legalBasis.trim(),
      };
    case 'assess':
      return {
        results: Object.entries(values.results).map(([key, result]) => ({ key, result })),
        ...(text !== '' && { text }),
        ...(values.shortcomings.length > 0 && { shortcomings: values.shortcomings }),
      };
    default:
      return { on: values.on };
  }
}
