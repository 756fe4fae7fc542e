import { Alert, Button, Group, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';

interface RestoredNoticeProps {
  savedAt: string;
  discard: () => void;
}

/** Says that what stands in the fields was typed earlier and never accepted. */
export function RestoredNotice({ savedAt, discard }: RestoredNoticeProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Alert color="blue" icon={<IconHistory aria-hidden />} role="status">
      <Group justify="space-between" gap="xs">
        <Text size="sm">{t('registration.restored', { at: format.moment(savedAt) })}</Text>
        <Button size="xs" variant="default" onClick={discard}>
          {t('registration.discard')}
        </Button>
      </Group>
    </Alert>
  );
}
