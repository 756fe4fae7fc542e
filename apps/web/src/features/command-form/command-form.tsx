import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { IconSend, IconWifiOff } from '@tabler/icons-react';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { JsonSchema } from '../../api/instance-types.js';
import type { CommandAnswer } from '../../api/types.js';
import { useFormat } from '../../format/use-format.js';
import { useWords } from '../../ui/words.js';
import classes from './command-form.module.css';
import { ConflictAlert } from './conflict-alert.js';
import { FieldInput } from './field-input.js';
import { fieldsOf, withChanges, type FieldChanges } from './fields-of-schema.js';
import { FormContext, type CommandFormState } from './form-context.js';
import type { Values } from './form-input.js';
import { referencesIn } from './references.js';
import { RefusalSummary } from './refusal-summary.js';
import { RestoredNotice } from './restored-notice.js';
import { useCommandForm } from './use-command-form.js';

export interface CommandFormProps {
  workflow: string;
  id: string;
  command: string;
  /** JSON Schema of the input, as `GET /{workflow}/{id}/actions` gives it. */
  schema: JsonSchema;
  /** The revision on screen; null: whatever stands there (several people at once). */
  revision: number | null;
  state: string;
  /** What the fields begin with; a hidden field is sent as it is given here. */
  initial?: Values;
  /** The record's data: fields that name one of its lines become choices among them. */
  data?: Record<string, unknown> | undefined;
  /** What the page knows better than the schema, by path: options, kinds, hidden fields. */
  fields?: FieldChanges;
  /** Where pickers of people look first; default: the person's own unit. */
  unitId?: string | undefined;
  submitLabel?: string;
  /** What stands above the fields; it may fill them in. */
  above?: (form: CommandFormState) => ReactNode;
  onDone: (answer: CommandAnswer) => void;
  onCancel?: () => void;
}

const NO_CHANGES: FieldChanges = {};
const NOTHING: Values = {};

/**
 * A command as a form. The server judges and its reasons stand at the fields; what is typed is kept
 * in the browser at every keystroke until the command is accepted.
 */
export function CommandForm(props: CommandFormProps) {
  const { workflow, command, schema, fields: changes = NO_CHANGES, initial = NOTHING } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const words = useWords(workflow, command);
  const network = useNetwork();
  const { data } = props;
  const fields = useMemo(() => {
    const plain = fieldsOf(schema, command);
    const known = data ? withChanges(plain, referencesIn(plain, data)) : plain;
    return withChanges(known, changes);
  }, [schema, command, changes, data]);
  const room = useCommandForm({ ...props, fields, words, initial });
  const { form, pending, conflict } = room;
  return (
    <FormContext value={{ form, words, unitId: props.unitId, Field: FieldInput }}>
      <form
        noValidate
        aria-label={words.command(command)}
        onSubmit={(event) => {
          event.preventDefault();
          if (!pending) room.send();
        }}
      >
        <Stack gap="md">
          {room.restoredFrom && (
            <RestoredNotice savedAt={room.restoredFrom.savedAt} discard={room.discard} />
          )}
          {conflict && (
            <ConflictAlert
              states={
                conflict.before === conflict.after
                  ? undefined
                  : { before: words.state(conflict.before), after: words.state(conflict.after) }
              }
              keepMine={room.keepMine}
              takeTheirs={room.takeTheirs}
            />
          )}
          <RefusalSummary refusals={room.refusals} failure={room.failure} />
          {props.above?.(form)}
          {fields.map((field) => (
            <FieldInput key={field.name} field={field} path={field.name} />
          ))}
          {!network.online && (
            <Alert color="yellow" p="xs" icon={<IconWifiOff aria-hidden />} role="status">
              {t('commandForm.offline')}
            </Alert>
          )}
          <div className={classes.foot}>
            <Text size="xs" c="dimmed" role="status" mb={6}>
              {room.slow && t('commandForm.slow')}
              {!room.slow && room.keptAt
                ? t('registration.kept', { at: format.moment(room.keptAt) })
                : ''}
            </Text>
            <Group justify="flex-end" gap="xs">
              {props.onCancel && (
                <Button variant="default" onClick={props.onCancel}>
                  {t('common.cancel')}
                </Button>
              )}
              <Button
                type="submit"
                loading={pending}
                leftSection={<IconSend size={17} aria-hidden />}
              >
                {props.submitLabel ?? words.command(command)}
              </Button>
            </Group>
          </div>
        </Stack>
      </form>
    </FormContext>
  );
}
