import { Group, Input, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../ui/date-field.js';

interface MomentFieldProps {
  id: string;
  label: ReactNode;
  description?: ReactNode;
  error?: ReactNode;
  withAsterisk?: boolean;
  /** `2026-03-05T09:00` by the clock in Vietnam; halves may be missing while it is written. */
  value: string;
  onChange: (value: string) => void;
}

/** A day and a time of day. */
export function MomentField({ id, label, value, onChange, error, ...rest }: MomentFieldProps) {
  const { t } = useTranslation();
  const [day = '', time = ''] = value.split('T');
  const tell = (nextDay: string, nextTime: string) =>
    onChange(nextDay === '' && nextTime === '' ? '' : `${nextDay}T${nextTime}`);
  return (
    <Input.Wrapper {...rest} id={id} label={label} error={error} labelElement="div">
      <Group gap="xs" wrap="nowrap" align="flex-start">
        <div style={{ flex: '1 1 auto' }}>
          <DateField
            id={id}
            value={day}
            onChange={(next) => tell(next, time)}
            error={Boolean(error)}
            aria-label={t('commandForm.day')}
          />
        </div>
        <TextInput
          type="time"
          value={time}
          onChange={(event) => tell(day, event.currentTarget.value)}
          error={Boolean(error)}
          aria-label={t('commandForm.time')}
          w={120}
        />
      </Group>
    </Input.Wrapper>
  );
}
