import { Button, Group, Paper, Stack, Text, Textarea } from '@mantine/core';
import { IconDeviceFloppy, IconSend } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RegistrationPage } from '../../api/types.js';
import { useFormat } from '../../format/use-format.js';
import { AreasSection } from './areas-section.js';
import { ConflictNotice } from './conflict-notice.js';
import { DeedsSection } from './deeds-section.js';
import { PlanSection } from './plan-section.js';
import { useReasonText } from '../command-form/reason-text.js';
import { fieldId } from '../command-form/focus-field.js';
import { RefusalSummary } from '../command-form/refusal-summary.js';
import { EditorNotices } from './editor-notices.js';
import { ShortcomingsSection } from './shortcomings-section.js';
import { useEditor } from './use-editor.js';
import classes from './registration.module.css';

interface EditorProps {
  page: RegistrationPage;
  command: 'submit' | 'adjust';
  leave?: () => void;
}

/** The form being written. What is typed is kept at once; the server alone judges it. */
export function Editor({ page, command, leave }: EditorProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const reasonText = useReasonText();
  const editor = useEditor(page, command, leave);
  const { form, pending } = editor;
  const refusals = editor.refusals.map((refusal) => {
    const deed = /^deeds\.(\d+)/.exec(refusal.field);
    return deed
      ? { ...refusal, place: t('registration.deedNo', { number: Number(deed[1]) + 1 }) }
      : refusal;
  });
  const send = page.actions.find((action) => action.command === command);
  const canSave = page.actions.some((one) => one.command === 'saveDraft' && one.allowed);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        editor.send(command);
      }}
      noValidate
      aria-label={t('registration.of', { year: page.year })}
    >
      <Stack gap="lg">
        <EditorNotices page={page} editor={editor} due={send?.due} />
        <ConflictNotice editor={editor} page={page} />
        <RefusalSummary refusals={refusals} failure={editor.failure} />
        <DeedsSection page={page} editor={editor} />
        {page.shortcomings.length > 0 && <ShortcomingsSection page={page} editor={editor} />}
        <AreasSection page={page} editor={editor} />
        {page.leader && <PlanSection editor={editor} />}
        {command === 'adjust' && (
          <Textarea
            id={fieldId('reason')}
            label={t('registration.adjustReason')}
            withAsterisk
            autosize
            minRows={2}
            {...form.getInputProps('reason')}
          />
        )}
        <Paper className={`card ${classes.deskbar ?? ''}`} bg="var(--guong-card)">
          {send && !send.allowed && (
            <Text size="sm" c="var(--guong-warn)" mb="xs" role="status">
              {send.reasons.map(reasonText).join(' ')}
            </Text>
          )}
          <Group justify="space-between" gap="xs">
            <Text size="xs" c="dimmed" role="status">
              {editor.keptAt
                ? t('registration.kept', { at: format.moment(editor.keptAt) })
                : t('registration.keptAlways')}
            </Text>
            <Group gap="xs">
              {leave && (
                <Button variant="default" onClick={leave}>
                  {t('common.cancel')}
                </Button>
              )}
              {command === 'submit' && canSave && (
                <Button
                  variant="default"
                  leftSection={<IconDeviceFloppy size={17} aria-hidden />}
                  loading={pending === 'saveDraft'}
                  onClick={() => editor.send('saveDraft')}
                >
                  {t('workflow.registration.command.saveDraft')}
                </Button>
              )}
              <Button
                type="submit"
                leftSection={<IconSend size={17} aria-hidden />}
                loading={pending === command}
                disabled={!send?.allowed}
              >
                {t(`workflow.registration.command.${command}`)}
              </Button>
            </Group>
          </Group>
        </Paper>
      </Stack>
    </form>
  );
}
