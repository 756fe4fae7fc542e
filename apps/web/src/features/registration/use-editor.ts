import { useForm, type UseFormReturnType } from '@mantine/form';
import { useRef, useState } from 'react';
import { isApiError } from '../../api/api-error.js';
import { useMe } from '../../api/session.js';
import type { Reason, RegistrationPage } from '../../api/types.js';
import { draftOf, restored, type Draft } from './draft.js';
import { contentOf, fieldOf, valuesOf, type FormValues } from './form-values.js';
import { useReasonText } from '../command-form/reason-text.js';
import { focusField } from '../command-form/focus-field.js';
import type { Refusal } from '../command-form/refusal-summary.js';
import { useCommand } from '../command-form/use-command.js';

export interface EditorState {
  form: UseFormReturnType<FormValues>;
  /** The paper the typed text stands on. */
  base: RegistrationPage;
  /** Whether the server has a newer paper than the one typed upon. */
  outdated: boolean;
  refusals: readonly Refusal[];
  /** An error that is not about a line (offline, out of scope). */
  failure: unknown;
  pending: string | undefined;
  keptAt: string | undefined;
  restoredFrom: Draft | null;
  send: (command: string) => void;
  keepMine: () => void;
  takeTheirs: () => void;
}

const revisionOf = (page: RegistrationPage): number => page.revision ?? -1;

/** Everything that happens while a form is written: keeping, sending, refusals, conflicts. */
export function useEditor(
  page: RegistrationPage,
  command: string,
  leave: (() => void) | undefined,
): EditorState {
  const me = useMe();
  const reasonText = useReasonText();
  const draft = draftOf(me.username, page.memberId, page.year);
  const [found, setFound] = useState(() => draft.read());
  const [base, setBase] = useState(page);
  // The revision our own last command made: not somebody else's change.
  const reached = useRef(-1);
  const [keptAt, setKeptAt] = useState<string>();
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const orders = useCommand('registration', `${page.memberId}-${String(page.year)}`);

  const form = useForm<FormValues>({
    initialValues: found ? restored(found, valuesOf(page)) : valuesOf(page),
    onValuesChange: (values) => {
      if (draft.keep(values)) setKeptAt(new Date().toISOString());
    },
  });

  const show = (reasons: readonly Reason[]) => {
    const values = form.getValues();
    const lines = reasons.map((reason) => ({
      field: fieldOf(reason.path, reason.params, values),
      text: reasonText(reason),
    }));
    setRefusals(lines);
    form.setErrors(
      Object.fromEntries(lines.filter((line) => line.field).map((line) => [line.field, line.text])),
    );
    const fields = lines.map((line) => line.field).filter(Boolean);
    focusField(...(fields.length > 0 ? fields : ['summary']));
  };

  const send = (name: string) => {
    const values = form.getValues();
    form.clearErrors();
    setRefusals([]);
    const input = {
      ...contentOf(values),
      ...(command === 'adjust' && { reason: values.reason.trim() }),
    };
    const seen = Math.max(revisionOf(base), reached.current);
    orders.mutate(
      { command: name, input, expectedRevision: base.revision === null && seen < 0 ? null : seen },
      {
        onSuccess: (answer) => {
          reached.current = answer.revision;
          draft.forget();
          setFound(null);
          setKeptAt(undefined);
          if (name === 'adjust') leave?.();
        },
        onError: (error) => {
          if (isApiError(error) && error.reasons.length > 0 && error.code !== 'CONFLICT') {
            show(error.reasons);
          } else focusField('summary');
        },
      },
    );
  };

  const failed = orders.isError && refusals.length === 0;
  const conflict = isApiError(orders.error) && orders.error.code === 'CONFLICT';
  return {
    form,
    base,
    outdated: revisionOf(page) > Math.max(revisionOf(base), reached.current),
    refusals,
    failure: failed && !conflict ? orders.error : null,
    pending: orders.isPending ? orders.variables.command : undefined,
    keptAt,
    restoredFrom: found,
    send,
    keepMine: () => {
      orders.reset();
      setBase(page);
    },
    takeTheirs: () => {
      orders.reset();
      setBase(page);
      form.setValues(valuesOf(page));
      form.clearErrors();
      setRefusals([]);
      draft.forget();
      setFound(null);
      setKeptAt(undefined);
    },
  };
}
