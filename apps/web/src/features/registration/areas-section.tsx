import { Checkbox, Stack, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RegistrationPage } from '../../api/types.js';
import { Panel } from '../../ui/panel.js';
import { fieldId } from '../command-form/focus-field.js';
import { RemarkNote } from './remark-note.js';
import type { EditorState } from './use-editor.js';
import classes from './registration.module.css';

/** The areas of the pledge: a text each, or an explicit "not applicable". */
export function AreasSection({ page, editor }: { page: RegistrationPage; editor: EditorState }) {
  const { t, i18n } = useTranslation();
  const { form } = editor;
  const language = i18n.language.startsWith('vi') ? 'vi' : 'en';
  return (
    <Panel
      title={t('registration.areas')}
      hint={t('registration.areasHint', { count: page.rules.areas.length })}
    >
      <div id={fieldId('areas')} tabIndex={-1} style={{ outline: 'none' }}>
        {form.getValues().areas.map((line, index) => {
          const at = `areas.${String(index)}`;
          // A remark counts the lines of the paper as it was sent, without those left blank.
          const sent = page.form?.areas.findIndex((one) => one.area === line.area) ?? -1;
          const area = page.rules.areas.find((one) => one.code === line.area);
          return (
            <Stack key={line.area} gap={8} className={classes.line}>
              <Textarea
                id={fieldId(`${at}.text`)}
                label={`${String(index + 1)}. ${area?.[language] ?? line.area}`}
                autosize
                minRows={line.notApplicable ? 1 : 2}
                disabled={line.notApplicable}
                {...form.getInputProps(`${at}.text`)}
              />
              <RemarkNote remarks={page.remarks} path={`areas[${String(sent)}].text`} />
              <Checkbox
                size="sm"
                label={t('registration.notApplicable')}
                aria-label={`${t('registration.notApplicable')}: ${area?.[language] ?? line.area}`}
                {...form.getInputProps(`${at}.notApplicable`, { type: 'checkbox' })}
              />
            </Stack>
          );
        })}
      </div>
    </Panel>
  );
}
