import { Button, Group, NativeSelect, Radio, Stack, Textarea } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RegistrationPage } from '../../api/types.js';
import { RESULTS, type ActionValues } from './action-values.js';
import classes from './registration.module.css';

interface AssessFieldsProps {
  page: RegistrationPage;
  form: UseFormReturnType<ActionValues>;
}

function ShortcomingFields({ page, form }: AssessFieldsProps) {
  const { t, i18n } = useTranslation();
  const language = i18n.language.startsWith('vi') ? 'vi' : 'en';
  const areas = page.rules.areas.map((area) => ({ value: area.code, label: area[language] }));
  return (
    <>
      {form.getValues().shortcomings.map((_, index) => {
        const at = `shortcomings.${String(index)}`;
        return (
          <Stack key={at} gap="xs" className={classes.deed}>
            <Group grow align="flex-end">
              <NativeSelect
                label={t('deed.area')}
                data={areas}
                {...form.getInputProps(`${at}.area`)}
              />
              <NativeSelect
                label={t('form.severity')}
                data={['minor', 'serious'].map((value) => ({
                  value,
                  label: t(`severity.${value}`),
                }))}
                {...form.getInputProps(`${at}.severity`)}
              />
            </Group>
            <Textarea
              label={t('form.shortcoming')}
              autosize
              {...form.getInputProps(`${at}.text`)}
            />
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              leftSection={<IconTrash size={15} aria-hidden />}
              onClick={() => form.removeListItem('shortcomings', index)}
            >
              {t('common.remove')}
            </Button>
          </Stack>
        );
      })}
      <Button
        variant="light"
        leftSection={<IconPlus size={17} aria-hidden />}
        onClick={() =>
          form.insertListItem('shortcomings', {
            area: areas[0]?.value ?? '',
            severity: 'minor',
            text: '',
          })
        }
      >
        {t('form.addShortcoming')}
      </Button>
    </>
  );
}

/** The result of each deed, a word on the whole, and shortcomings for next year to answer. */
export function AssessFields({ page, form }: AssessFieldsProps) {
  const { t } = useTranslation();
  return (
    <Stack>
      {(page.form?.deeds ?? []).map((deed, index) => (
        <Radio.Group
          key={deed.key ?? index}
          label={`${t('registration.deedNo', { number: index + 1 })}: ${deed.content}`}
          withAsterisk
          {...form.getInputProps(`results.${deed.key ?? String(index)}`)}
        >
          <Group gap="md" mt={6}>
            {RESULTS.map((result) => (
              <Radio key={result} value={result} label={t(`result.${result}`)} />
            ))}
          </Group>
        </Radio.Group>
      ))}
      <Textarea label={t('form.assessment')} autosize minRows={2} {...form.getInputProps('text')} />
      <ShortcomingFields page={page} form={form} />
    </Stack>
  );
}
