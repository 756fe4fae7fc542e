import type { Reason } from '../../api/types.js';

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

/** The field of the dialog a reason concerns; undefined: none of them. */
export function actionField(reason: Reason, values: ActionValues): string | undefined {
  const key = reason.params?.['key'];
  if (reason.path === 'results' && typeof key === 'string') return `results.${key}`;
  const field = reason.path?.replace(/\[(\d+)\]/g, '.$1');
  const first = field?.split('.')[0];
  return first !== undefined && first in values ? field : undefined;
}

export function inputOf(command: string, values: ActionValues): Record<string, unknown> {
  const text = values.text.trim();
  switch (command) {
    case 'endorse':
      return values.minutesNo.trim() === '' ? {} : { minutesNo: values.minutesNo.trim() };
    case 'publish':
      return {
        channel: values.channel,
        on: values.on,
        legalBasis: values.legalBasis.trim(),
      };
    case 'assess':
      return {
        // A deed without a result is left out, so that the server names it.
        results: Object.entries(values.results)
          .filter(([, result]) => result !== '')
          .map(([key, result]) => ({ key, result })),
        ...(text !== '' && { text }),
        ...(values.shortcomings.length > 0 && { shortcomings: values.shortcomings }),
      };
    default:
      return { on: values.on };
  }
}
