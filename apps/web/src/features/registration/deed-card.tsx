import {
  Button,
  Group,
  NativeSelect,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RegistrationPage } from '../../api/types.js';
import { DateField } from '../../ui/date-field.js';
import { fieldId } from '../command-form/focus-field.js';
import { RemarkNote } from './remark-note.js';
import type { EditorState } from './use-editor.js';
import classes from './registration.module.css';

interface DeedCardProps {
  index: number;
  page: RegistrationPage;
  editor: EditorState;
  remove?: () => void;
}

/** One deed: what, in which area, measured how, up to what, by when, shown by what. */
export function DeedCard({ index, page, editor, remove }: DeedCardProps) {
  const { t, i18n } = useTranslation();
  const { form } = editor;
  const at = `deeds.${String(index)}`;
  const path = `deeds[${String(index)}]`;
  const field = (name: string) => ({
    id: fieldId(`${at}.${name}`),
    label: t(`deed.${name}`),
    withAsterisk: name === 'content' || name === 'area' || page.rules.needs.includes(name),
    ...form.getInputProps(`${at}.${name}`),
  });
  const note = (name: string) => <RemarkNote remarks={page.remarks} path={`${path}.${name}`} />;
  const language = i18n.language.startsWith('vi') ? 'vi' : 'en';
  const areas = page.rules.areas.map((area) => ({ value: area.code, label: area[language] }));
  const evidence = page.rules.evidenceKinds.map((kind) => ({
    value: kind,
    label: i18n.exists(`evidence.${kind}`) ? t(`evidence.${kind}`) : kind,
  }));
  const whole = form.errors[at];
  return (
    <section
      className={classes.deed}
      aria-labelledby={`${fieldId(at)}-title`}
      id={fieldId(at)}
      tabIndex={-1}
    >
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={3} size="h5" id={`${fieldId(at)}-title`}>
            {t('registration.deedNo', { number: index + 1 })}
          </Title>
          {remove && (
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              leftSection={<IconTrash size={15} aria-hidden />}
              onClick={remove}
              aria-label={t('registration.removeDeed', { number: index + 1 })}
            >
              {t('common.remove')}
            </Button>
          )}
        </Group>
        {whole && (
          <Text size="sm" c="var(--guong-bad)">
            {whole}
          </Text>
        )}
        <RemarkNote remarks={page.remarks} path={path} />
        <Textarea {...field('content')} description={t('deed.contentHint')} autosize minRows={2} />
        {note('content')}
        <NativeSelect
          {...field('area')}
          data={[{ value: '', label: t('common.choose') }, ...areas]}
        />
        {note('area')}
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <Stack gap={6}>
            <TextInput {...field('measure')} placeholder={t('deed.measureExample')} />
            {note('measure')}
          </Stack>
          <Stack gap={6}>
            <TextInput {...field('target')} placeholder={t('deed.targetExample')} />
            {note('target')}
          </Stack>
          <Stack gap={6}>
            <DateField
              {...field('deadline')}
              min={`${String(page.year)}-01-01`}
              max={`${String(page.year)}-12-31`}
            />
            {note('deadline')}
          </Stack>
          <Stack gap={6}>
            <NativeSelect
              {...field('evidence')}
              data={[{ value: '', label: t('common.choose') }, ...evidence]}
            />
            {note('evidence')}
          </Stack>
        </SimpleGrid>
        {page.shortcomings.length > 0 && (
          <NativeSelect
            {...field('shortcomingId')}
            data={[
              { value: '', label: t('deed.noShortcoming') },
              ...page.shortcomings.map((one) => ({ value: one.id, label: one.text ?? one.id })),
            ]}
          />
        )}
      </Stack>
    </section>
  );
}
