import { Input, NumberInput, SimpleGrid } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Words } from '../../ui/words.js';
import type { Field } from './fields-of-schema.js';

interface CountsFieldProps {
  id: string;
  label: ReactNode;
  description?: ReactNode;
  error?: ReactNode;
  withAsterisk?: boolean;
  field: Field;
  words: Words;
  value: Record<string, unknown>;
  onChange: (value: Record<string, unknown>) => void;
}

const numberOf = (value: unknown): number | string =>
  typeof value === 'number' || typeof value === 'string' ? value : '';

/** A number for each of several names, such as the votes for each answer. */
export function CountsField({ id, field, words, value, onChange, ...rest }: CountsFieldProps) {
  const names = field.options?.map((option) => option.value) ?? Object.keys(value);
  const labelOf = (name: string) =>
    field.options?.find((option) => option.value === name)?.label ?? words.value(field.name, name);
  const change = (name: string, next: number | string) => {
    const { [name]: _before, ...others } = value;
    onChange(next === '' ? others : { ...others, [name]: next });
  };
  return (
    <Input.Wrapper {...rest} id={id} labelElement="div">
      <SimpleGrid cols={{ base: 2, xs: 3, sm: 4 }} mt={6}>
        {names.map((name) => (
          <NumberInput
            key={name}
            label={labelOf(name)}
            value={numberOf(value[name])}
            min={0}
            allowDecimal={false}
            onChange={(next) => change(name, next)}
          />
        ))}
      </SimpleGrid>
    </Input.Wrapper>
  );
}
