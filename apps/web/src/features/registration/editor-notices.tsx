import { Alert, Text } from '@mantine/core';
import { IconArrowBackUp, IconCalendarDue } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RegistrationPage } from '../../api/types.js';
import { useFormat } from '../../format/use-format.js';
import { RestoredNotice } from '../command-form/restored-notice.js';
import type { EditorState } from './use-editor.js';

interface EditorNoticesProps {
  page: RegistrationPage;
  editor: EditorState;
  due: string | undefined;
}

const monthDay = (text: string, year: number): string =>
  text.length === 5 ? `${String(year)}-${text}` : text;

/** What a person should know before writing: window, remarks to answer, text that came back. */
export function EditorNotices({ page, editor, due }: EditorNoticesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { restoredFrom } = editor;
  const general = page.remarks.filter((remark) => !remark.path);
  return (
    <>
      <Alert variant="light" color="gray" icon={<IconCalendarDue aria-hidden />}>
        <Text size="sm">
          {t('registration.window', {
            from: format.date(monthDay(page.rules.window.from, page.year)),
            to: format.date(monthDay(page.rules.window.to, page.year)),
            min: page.rules.deeds.min,
            max: page.rules.deeds.max,
          })}
          {due && ` ${t('registration.due', { on: format.date(due) })}`}
        </Text>
      </Alert>
      {restoredFrom && (
        <RestoredNotice savedAt={restoredFrom.savedAt} discard={editor.takeTheirs} />
      )}
      {page.state === 'returned' && (
        <Alert
          color="orange"
          icon={<IconArrowBackUp aria-hidden />}
          title={t('registration.returned', { count: page.remarks.length })}
        >
          {general.map((remark) => (
            <Text size="sm" key={remark.text}>
              {remark.text}
            </Text>
          ))}
          <Text size="sm">{t('registration.returnedAdvice')}</Text>
        </Alert>
      )}
    </>
  );
}
