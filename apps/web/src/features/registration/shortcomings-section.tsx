import { Stack, Text, Textarea } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RegistrationPage } from '../../api/types.js';
import { Panel } from '../../ui/panel.js';
import { fieldId } from '../command-form/focus-field.js';
import type { EditorState } from './use-editor.js';
import classes from './registration.module.css';

/** Last year's shortcomings: each is mended by a deed, or it is said why not. */
export function ShortcomingsSection({
  page,
  editor,
}: {
  page: RegistrationPage;
  editor: EditorState;
}) {
  const { t } = useTranslation();
  const { form } = editor;
  const { deeds } = form.getValues();
  return (
    <Panel title={t('registration.shortcomings')} hint={t('registration.shortcomingsHint')}>
      <div id={fieldId('justifications')} tabIndex={-1} style={{ outline: 'none' }}>
        {page.shortcomings.map((shortcoming, index) => {
          const mending = deeds.findIndex((deed) => deed.shortcomingId === shortcoming.id);
          return (
            <Stack key={shortcoming.id} gap={6} className={classes.line}>
              <Text size="sm" fw={600}>
                {shortcoming.text ?? t(`area.${shortcoming.area}`)}
              </Text>
              {mending >= 0 ? (
                <Text size="sm" c="var(--guong-good)">
                  <IconCircleCheck size={15} aria-hidden style={{ verticalAlign: '-2px' }} />{' '}
                  {t('registration.mendedBy', { number: mending + 1 })}
                </Text>
              ) : (
                <Textarea
                  id={fieldId(`justifications.${String(index)}.text`)}
                  label={t('registration.justification')}
                  autosize
                  minRows={2}
                  {...form.getInputProps(`justifications.${String(index)}.text`)}
                />
              )}
            </Stack>
          );
        })}
      </div>
    </Panel>
  );
}
