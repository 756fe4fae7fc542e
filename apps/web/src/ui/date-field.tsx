import { ActionIcon, TextInput, type TextInputProps } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseDay, typedDate } from '../format/typed-dates.js';

interface DateFieldProps extends Omit<
  TextInputProps,
  'value' | 'onChange' | 'defaultValue' | 'type'
> {
  /** ISO date; what cannot be read as a date is handed on as typed, so that nothing is lost. */
  value?: string;
  onChange?: (value: string) => void;
  min?: string;
  max?: string;
}

/**
 * A date typed as dd/MM/yyyy whatever the browser's own language, with the device's calendar
 * behind a button: a date that reads as 03/04 must not mean April to one and March to another.
 */
export function DateField({ value = '', onChange, min, max, onBlur, ...rest }: DateFieldProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(typedDate(value));
  const picker = useRef<HTMLInputElement>(null);
  const told = useRef(value);
  useEffect(() => {
    // Only a change from outside rewrites what stands in the field.
    if (told.current !== value) setText(typedDate(value));
    told.current = value;
  }, [value]);
  const tell = (next: string) => {
    told.current = next;
    onChange?.(next);
  };
  return (
    <div style={{ position: 'relative' }}>
      <TextInput
        {...rest}
        value={text}
        inputMode="numeric"
        autoComplete="off"
        placeholder={t('common.datePlaceholder')}
        onChange={(event) => {
          setText(event.currentTarget.value);
          tell(parseDay(event.currentTarget.value) ?? event.currentTarget.value.trim());
        }}
        onBlur={(event) => {
          setText(typedDate(parseDay(text) ?? text));
          onBlur?.(event);
        }}
        rightSection={
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('common.calendar')}
            onClick={() => picker.current?.showPicker()}
          >
            <IconCalendar size={18} />
          </ActionIcon>
        }
      />
      <input
        ref={picker}
        type="date"
        tabIndex={-1}
        aria-hidden
        value={parseDay(text) ?? ''}
        min={min}
        max={max}
        onChange={(event) => {
          setText(typedDate(event.currentTarget.value));
          tell(event.currentTarget.value);
        }}
        style={{
          position: 'absolute',
          right: 0,
          bottom: 0,
          width: 1,
          height: 1,
          opacity: 0,
          border: 0,
          padding: 0,
        }}
      />
    </div>
  );
}
