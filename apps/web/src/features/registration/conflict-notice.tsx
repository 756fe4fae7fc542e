import { Alert, Button, Group, List, Text } from '@mantine/core';
import { IconArrowsLeftRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RegistrationPage } from '../../api/types.js';
import { changesBetween } from './changes.js';
import type { EditorState } from './use-editor.js';

/** `deeds[2].measure` as people say it: "Việc 2, Cách đo". */
function usePathText(page: RegistrationPage): (path: string) => string {
  const { t, i18n } = useTranslation();
  const language = i18n.language.startsWith('vi') ? 'vi' : 'en';
  return (path) => {
    const deed = /^deeds\[(\d+)\]\.(\w+)$/.exec(path);
    if (deed)
      return `${t('registration.deedNo', { number: deed[1] })}, ${t(`deed.${deed[2] ?? ''}`)}`;
    const line = /^areas\[(\d+)\]/.exec(path);
    const code = line && page.form?.areas[Number(line[1]) - 1]?.area;
    const area = page.rules.areas.find((one) => one.code === code);
    if (line) return area?.[language] ?? t('registration.areas');
    return t(path === 'personalPlan' ? 'registration.plan' : 'registration.shortcomings');
  };
}

/** Somebody else changed the paper meanwhile: what changed, with what was typed untouched. */
export function ConflictNotice({ editor, page }: { editor: EditorState; page: RegistrationPage }) {
  const { t } = useTranslation();
  const pathText = usePathText(page);
  if (!editor.outdated) return null;
  const changes = changesBetween(editor.base.form, page.form);
  return (
    <Alert
      color="orange"
      role="alert"
      icon={<IconArrowsLeftRight aria-hidden />}
      title={t('conflict.title')}
    >
      <Text size="sm">{t('conflict.kept')}</Text>
      {editor.base.state !== page.state && (
        <Text size="sm">
          {t('conflict.state', {
            before: t(`state.${editor.base.state}`),
            after: t(`state.${page.state}`),
          })}
        </Text>
      )}
      <List size="sm" my="xs">
        {changes.map((change) => (
          <List.Item key={change.path}>
            <b>{pathText(change.path)}</b>: {change.before || '—'} → {change.after || '—'}
          </List.Item>
        ))}
      </List>
      <Group gap="xs">
        <Button size="xs" onClick={editor.keepMine}>
          {t('conflict.keepMine')}
        </Button>
        <Button size="xs" variant="default" onClick={editor.takeTheirs}>
          {t('conflict.takeTheirs')}
        </Button>
      </Group>
    </Alert>
  );
}
