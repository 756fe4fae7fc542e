import { List } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RegistrationPage } from '../../api/types.js';
import { useWords } from '../../ui/words.js';
import { ConflictAlert } from '../command-form/conflict-alert.js';
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
  const words = useWords('registration');
  const pathText = usePathText(page);
  if (!editor.outdated) return null;
  const changes = changesBetween(editor.base.form, page.form);
  const before = editor.base.state;
  return (
    <ConflictAlert
      states={
        before === page.state
          ? undefined
          : { before: words.state(before), after: words.state(page.state) }
      }
      keepMine={editor.keepMine}
      takeTheirs={editor.takeTheirs}
    >
      <List size="sm" my="xs">
        {changes.map((change) => (
          <List.Item key={change.path}>
            <b>{pathText(change.path)}</b>: {change.before || '—'} → {change.after || '—'}
          </List.Item>
        ))}
      </List>
    </ConflictAlert>
  );
}
