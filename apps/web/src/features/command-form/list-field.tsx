import { ActionIcon, Button, Fieldset, Group, Input, Stack, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { lineKeyOf, type Field as FieldOf } from './fields-of-schema.js';
import { fieldId, focusField } from './focus-field.js';
import { useFormRoom } from './form-context.js';
import { emptyLine, type Values } from './form-input.js';
import classes from './command-form.module.css';

interface LinesProps {
  field: FieldOf;
  path: string;
}

const firstShown = (fields: readonly FieldOf[]): string =>
  fields.find((one) => !one.hidden && one.kind !== 'key')?.name ?? '';

/** Several lines of the same fields: remarks, remedies, people present. */
export function ListField({ field, path }: LinesProps) {
  const { t } = useTranslation();
  const { form, words, Field } = useFormRoom();
  const props = form.getInputProps(path) as { value: Values[]; error?: string };
  const fields = field.fields ?? [];
  const label = words.field(field.name);
  const lines = props.value;
  const given = field.lines;
  const key = given && lineKeyOf(field);
  const shown = fields.filter(({ name }) => name !== key);
  const headOf = (line: Values, index: number): string =>
    given?.find(({ value }) => value === line[key ?? ''])?.label ?? String(index + 1);
  const add = () => {
    form.insertListItem(path, emptyLine(fields, lines));
    focusField(`${path}.${String(lines.length)}.${firstShown(fields)}`);
  };
  return (
    <Fieldset
      variant="unstyled"
      p={0}
      legend={
        <Text span fw={600} size="sm">
          {label}
          {field.required && (
            <Text span c="var(--mantine-color-error)" aria-hidden>
              {' *'}
            </Text>
          )}
        </Text>
      }
      id={fieldId(path)}
      tabIndex={-1}
    >
      <Stack gap="sm">
        {words.hint(field.name) && (
          <Text size="sm" c="dimmed">
            {words.hint(field.name)}
          </Text>
        )}
        {props.error && <Input.Error>{props.error}</Input.Error>}
        {lines.map((line, index) => (
          <div
            key={index}
            className={classes.line}
            role="group"
            aria-label={given ? headOf(line, index) : `${label} ${String(index + 1)}`}
          >
            <Group justify="space-between" mb={4} wrap="nowrap">
              <Text size={given ? 'sm' : 'xs'} c={given ? undefined : 'dimmed'} fw={600}>
                {headOf(line, index)}
              </Text>
              {!given && (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={36}
                  aria-label={t('commandForm.removeLine', { label, number: index + 1 })}
                  onClick={() => form.removeListItem(path, index)}
                >
                  <IconTrash size={18} />
                </ActionIcon>
              )}
            </Group>
            <Stack gap="sm">
              {shown.map((one) => (
                <Field key={one.name} field={one} path={`${path}.${String(index)}.${one.name}`} />
              ))}
            </Stack>
          </div>
        ))}
        {!given && (
          <Group>
            <Button
              variant="default"
              leftSection={<IconPlus size={16} aria-hidden />}
              disabled={field.max !== undefined && lines.length >= field.max}
              onClick={add}
            >
              {t('commandForm.addLine')}
            </Button>
          </Group>
        )}
      </Stack>
    </Fieldset>
  );
}

/** Fields that belong together. */
export function GroupField({ field, path }: LinesProps) {
  const { words, Field } = useFormRoom();
  return (
    <Fieldset legend={words.field(field.name)} id={fieldId(path)} tabIndex={-1}>
      <Stack gap="sm">
        {field.fields?.map((one) => (
          <Field key={one.name} field={one} path={`${path}.${one.name}`} />
        ))}
      </Stack>
    </Fieldset>
  );
}
