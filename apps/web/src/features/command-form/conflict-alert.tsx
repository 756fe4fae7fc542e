import { Alert, Button, Group, Text } from '@mantine/core';
import { IconArrowsLeftRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface ConflictAlertProps {
  /** The states before and after in words, if they differ. */
  states?: { before: string; after: string } | undefined;
  /** What else has changed meanwhile. */
  children?: ReactNode;
  keepMine: () => void;
  takeTheirs: () => void;
}

/** Somebody else changed the record meanwhile: what changed, with what was typed untouched. */
export function ConflictAlert({ states, children, keepMine, takeTheirs }: ConflictAlertProps) {
  const { t } = useTranslation();
  return (
    <Alert
      color="orange"
      role="alert"
      icon={<IconArrowsLeftRight aria-hidden />}
      title={t('conflict.title')}
    >
      <Text size="sm">{t('conflict.kept')}</Text>
      {states && <Text size="sm">{t('conflict.state', states)}</Text>}
      {children}
      <Group gap="xs" mt="xs">
        <Button size="xs" onClick={keepMine}>
          {t('conflict.keepMine')}
        </Button>
        <Button size="xs" variant="default" onClick={takeTheirs}>
          {t('conflict.takeTheirs')}
        </Button>
      </Group>
    </Alert>
  );
}
