import { Alert, Button, Group, List, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';

interface UnsentTextsProps {
  texts: readonly string[];
  savedAt: string;
  forget: () => void;
}

/** Texts typed but never sent, for what can no longer be done: shown, not thrown away. */
export function UnsentTexts({ texts, savedAt, forget }: UnsentTextsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Alert color="blue" icon={<IconHistory aria-hidden />} title={t('registration.unsent')}>
      <Text size="sm">{t('registration.unsentAt', { at: format.moment(savedAt) })}</Text>
      <List size="sm" my="xs">
        {texts.map((text, index) => (
          <List.Item key={index}>{text}</List.Item>
        ))}
      </List>
      <Group>
        <Button size="xs" variant="default" onClick={forget}>
          {t('registration.forget')}
        </Button>
      </Group>
    </Alert>
  );
}
