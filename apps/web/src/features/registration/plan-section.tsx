import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../ui/panel.js';
import { fieldId } from '../command-form/focus-field.js';
import type { EditorState } from './use-editor.js';

/** The personal action plan of those in leading posts. */
export function PlanSection({ editor }: { editor: EditorState }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('registration.plan')} hint={t('registration.planHint')}>
      <Textarea
        id={fieldId('personalPlan')}
        aria-label={t('registration.plan')}
        autosize
        minRows={4}
        {...editor.form.getInputProps('personalPlan')}
      />
    </Panel>
  );
}
