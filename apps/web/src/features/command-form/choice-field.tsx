import { Checkbox, Group, NativeSelect, Radio, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Words } from '../../ui/words.js';
import type { Field } from './fields-of-schema.js';

interface ChoiceProps {
  id: string;
  label: ReactNode;
  description?: ReactNode;
  error?: ReactNode;
  withAsterisk?: boolean;
  field: Field;
  words: Words;
}

const FEW = 4;

const named = (field: Field, words: Words) =>
  (field.options ?? []).map(({ value, label }) => ({
    value,
    label: label ?? words.value(field.name, value),
  }));

/** One of several: a few stand open to one tap, many in the device's own list. */
export function ChoiceField({
  id,
  field,
  words,
  value,
  onChange,
  ...rest
}: ChoiceProps & { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation();
  const options = named(field, words);
  if (options.length > FEW || options.some(({ label }) => label.length > 40)) {
    return (
      <NativeSelect
        {...rest}
        id={id}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        data={[{ value: '', label: t('common.choose') }, ...options]}
      />
    );
  }
  return (
    <Radio.Group {...rest} value={value} onChange={onChange}>
      <Group gap="md" mt={6} id={id} tabIndex={-1}>
        {options.map((option) => (
          <Radio key={option.value} value={option.value} label={option.label} />
        ))}
      </Group>
    </Radio.Group>
  );
}

/** Any number of several. */
export function ChoicesField({
  id,
  field,
  words,
  value,
  onChange,
  ...rest
}: ChoiceProps & { value: string[]; onChange: (value: string[]) => void }) {
  return (
    <Checkbox.Group {...rest} value={value} onChange={onChange}>
      <Stack gap={8} mt={6} id={id} tabIndex={-1}>
        {named(field, words).map((option) => (
          <Checkbox key={option.value} value={option.value} label={option.label} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
