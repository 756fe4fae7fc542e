import { Alert, Button, Group, List, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/session.js';
import type { RegistrationPage } from '../../api/types.js';
import { useFormat } from '../../format/use-format.js';
import { draftOf } from './draft.js';

/** Text typed but never sent, for a paper that can no longer be written: shown, not thrown away. */
export function KeptDraft({ page }: { page: RegistrationPage }) {
  const { t } = useTranslation();
  const format = useFormat();
  const me = useMe();
  const store = draftOf(me.username, page.memberId, page.year);
  const [draft, setDraft] = useState(() => store.read());
  if (!draft) return null;
  const texts = [
    ...draft.values.deeds.map((deed) =>
      [deed.content, deed.measure, deed.target].filter(Boolean).join(' · '),
    ),
    ...draft.values.areas.map((line) => line.text),
    draft.values.personalPlan,
  ].filter((text) => text !== '');
  return (
    <Alert color="blue" icon={<IconHistory aria-hidden />} title={t('registration.unsent')}>
      <Text size="sm">{t('registration.unsentAt', { at: format.moment(draft.savedAt) })}</Text>
      <List size="sm" my="xs">
        {texts.map((text, index) => (
          <List.Item key={index}>{text}</List.Item>
        ))}
      </List>
      <Group>
        <Button
          size="xs"
          variant="default"
          onClick={() => {
            store.forget();
            setDraft(null);
          }}
        >
          {t('registration.forget')}
        </Button>
      </Group>
    </Alert>
  );
}
