import { NativeSelect, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../ui/date-field.js';
import type { ActionValues } from './action-values.js';

/** Places of publication that the workflow knows. */
const CHANNELS = ['meeting', 'notice_board', 'local_radio', 'website'] as const;

interface SimpleFieldsProps {
  command: string;
  form: UseFormReturnType<ActionValues>;
}

/** The few fields of endorsing, publishing, bringing into force and closing. */
export function SimpleFields({ command, form }: SimpleFieldsProps) {
  const { t } = useTranslation();
  const channels = CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) }));
  return (
    <>
      {command === 'endorse' && (
        <TextInput
          label={t('form.minutesNo')}
          description={t('form.minutesNoHint')}
          data-autofocus
          {...form.getInputProps('minutesNo')}
        />
      )}
      {command === 'publish' && (
        <>
          <NativeSelect
            label={t('form.channel')}
            data={[{ value: '', label: t('common.choose') }, ...channels]}
            withAsterisk
            data-autofocus
            {...form.getInputProps('channel')}
          />
          <TextInput
            label={t('form.legalBasis')}
            description={t('form.legalBasisHint')}
            withAsterisk
            {...form.getInputProps('legalBasis')}
          />
        </>
      )}
      {command !== 'endorse' && (
        <DateField label={t('form.on')} withAsterisk {...form.getInputProps('on')} />
      )}
    </>
  );
}
