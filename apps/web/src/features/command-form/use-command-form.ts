import { useForm } from '@mantine/form';
import { useEffect, useRef, useState } from 'react';
import { isApiError } from '../../api/api-error.js';
import { useMe } from '../../api/session.js';
import type { CommandAnswer, Reason } from '../../api/types.js';
import type { Words } from '../../ui/words.js';
import type { Field } from './fields-of-schema.js';
import { focusField } from './focus-field.js';
import { fieldAt, inputOf, lineNamed, valuesFor, type Sent, type Values } from './form-input.js';
import { keptText } from './kept-text.js';
import { useReasonText } from './reason-text.js';
import type { Refusal } from './refusal-summary.js';
import { useCommand } from './use-command.js';

export interface CommandFormOptions {
  workflow: string;
  id: string;
  command: string;
  fields: readonly Field[];
  words: Words;
  /** What the fields begin with. */
  initial: Values;
  /** The revision on screen; null: the command goes whatever stands there (several at once). */
  revision: number | null;
  state: string;
  onDone: (answer: CommandAnswer) => void;
}

/** The place of a field in words: "Kiến nghị 2, Thời hạn". */
const placeOf = (field: string, words: Words): string =>
  field
    .split('.')
    .map((part) => (/^\d+$/.test(part) ? String(Number(part) + 1) : words.field(part)))
    .join(' ')
    .replace(/ (\d+) /g, ' $1, ');

/** What was typed laid over the fields of today: a newer version may have more of them. */
const laidOver = (fields: readonly Field[], fresh: Values, typed: Values): Values => {
  const values = valuesFor(fields, typed);
  const isTyped = ({ name, hidden }: Field) => Object.hasOwn(typed, name) && hidden !== true;
  const names = fields.filter(isTyped).map(({ name }) => name);
  return { ...fresh, ...Object.fromEntries(names.map((name) => [name, values[name]])) };
};

/** The revision and state that a conflict named; the record may not have been fetched again yet. */
const nowOf = (error: unknown, revision: number | null, state: string) => {
  const answer = isApiError(error) ? (error.body as { revision?: number; state?: string }) : null;
  // No answer, no body.
  const body = answer ?? {};
  return revision !== null && (body.revision ?? -1) > revision
    ? { revision: body.revision ?? revision, state: body.state ?? state }
    : { revision, state };
};

const SLOW_MS = 6_000;

/** True once something has been under way for a while. */
function useSlow(pending: boolean): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!pending) return undefined;
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [pending]);
  return slow;
}

/** Everything that happens while a command is written: keeping, sending, refusals, conflicts. */
export function useCommandForm(options: CommandFormOptions) {
  const { workflow, id, command, fields, words, revision, state } = options;
  const me = useMe();
  const reasonText = useReasonText();
  const kept = keptText<Values>(me.username, `${workflow}.${id}.${command}`);
  // Forgotten on acceptance, whether this form is still on screen or not.
  const order = useCommand(workflow, id, () => kept.forget());
  const [found, setFound] = useState(() => kept.read());
  const [keptAt, setKeptAt] = useState<string>();
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  // The record that the typed text stands on.
  const [base, setBase] = useState({ revision, state });
  const sent = useRef<Sent['kept']>(new Map());
  const fresh = () => valuesFor(fields, options.initial);
  const form = useForm<Values>({
    initialValues: found ? laidOver(fields, fresh(), found.values) : fresh(),
    onValuesChange: (values) => {
      if (kept.keep(values)) setKeptAt(new Date().toISOString());
    },
  });

  const show = (reasons: readonly Reason[]) => {
    const lines = reasons.map((reason) => {
      const at = fieldAt(reason.path, fields, sent.current);
      const field = lineNamed(at, reason.params, fields);
      return { field, ...(field && { place: placeOf(field, words) }), text: reasonText(reason) };
    });
    setRefusals(lines);
    form.setErrors(
      Object.fromEntries(lines.filter((line) => line.field).map((line) => [line.field, line.text])),
    );
    const named = lines.map((line) => line.field).filter(Boolean);
    focusField(...(named.length > 0 ? named : ['summary']));
  };

  const send = () => {
    form.clearErrors();
    setRefusals([]);
    const { input, kept: lines } = inputOf(fields, form.getValues());
    sent.current = lines;
    order.mutate(
      { command, input, expectedRevision: base.revision },
      {
        onSuccess: options.onDone,
        onError: (error) => {
          if (isApiError(error) && error.reasons.length > 0 && error.code !== 'CONFLICT')
            show(error.reasons);
          else focusField('summary');
        },
      },
    );
  };

  const conflict = isApiError(order.error) && order.error.code === 'CONFLICT';
  const now = nowOf(order.error, revision, state);
  const goOn = () => {
    order.reset();
    setBase(now);
  };
  const discard = () => {
    form.setValues(fresh());
    form.clearErrors();
    setRefusals([]);
    kept.forget();
    setFound(null);
    setKeptAt(undefined);
  };
  return {
    form,
    refusals,
    failure: order.isError && refusals.length === 0 && !conflict ? order.error : null,
    pending: order.isPending,
    slow: useSlow(order.isPending),
    keptAt,
    restoredFrom: found,
    /** The states before and now, if somebody else changed the record meanwhile. */
    conflict: conflict ? { before: base.state, after: now.state } : null,
    send,
    discard,
    /** Puts what was typed upon the record as it stands now. */
    keepMine: goOn,
    takeTheirs: () => {
      goOn();
      discard();
    },
  };
}
