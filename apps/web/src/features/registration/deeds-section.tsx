import { Button, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RegistrationPage } from '../../api/types.js';
import { Panel } from '../../ui/panel.js';
import { fieldId, focusField } from '../command-form/focus-field.js';
import { DeedCard } from './deed-card.js';
import { emptyDeed } from './form-values.js';
import type { EditorState } from './use-editor.js';

interface SectionProps {
  page: RegistrationPage;
  editor: EditorState;
}

/** The deeds, one card each, as many as the rules of the year allow. */
export function DeedsSection({ page, editor }: SectionProps) {
  const { t } = useTranslation();
  const { form } = editor;
  const { min, max } = page.rules.deeds;
  const deeds = form.getValues().deeds;
  const error = form.errors['deeds'];
  const add = () => {
    form.insertListItem('deeds', emptyDeed(deeds));
    focusField(`deeds.${String(deeds.length)}.content`);
  };
  return (
    <Panel title={t('registration.deeds')} hint={t('registration.deedsHint', { min, max })}>
      <Stack gap="md" id={fieldId('deeds')} tabIndex={-1}>
        {error && (
          <Text size="sm" c="var(--guong-bad)" role="alert">
            {error}
          </Text>
        )}
        {deeds.map((deed, index) => (
          <DeedCard
            key={deed.key}
            index={index}
            page={page}
            editor={editor}
            {...(deeds.length > min && { remove: () => form.removeListItem('deeds', index) })}
          />
        ))}
        <div>
          <Button
            variant="light"
            leftSection={<IconPlus size={17} aria-hidden />}
            onClick={add}
            disabled={deeds.length >= max}
          >
            {t('registration.addDeed')}
          </Button>
          {deeds.length >= max && (
            <Text size="xs" c="dimmed" mt={4}>
              {t('registration.enoughDeeds', { max })}
            </Text>
          )}
        </div>
      </Stack>
    </Panel>
  );
}
