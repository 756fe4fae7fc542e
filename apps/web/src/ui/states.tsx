import { Alert, Button, Center, EmptyState, Group, Loader, Text } from '@mantine/core';
import { IconAlertTriangle, IconLock, IconMoodEmpty } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isApiError } from '../api/api-error.js';

export function Loading({ height = 160 }: { height?: number }) {
  const { t } = useTranslation();
  return (
    <Center h={height} role="status" aria-label={t('common.loading')}>
      <Loader />
    </Center>
  );
}

/** A sentence a person can act on, for any error. */
export function useErrorText(): (error: unknown) => string {
  const { t, i18n } = useTranslation();
  return (error) => {
    if (!isApiError(error)) return t('error.UNKNOWN');
    const key = `error.${error.code}`;
    if (i18n.exists(key)) return t(key);
    return error.detail ?? t('error.UNKNOWN');
  };
}

/** Outside one's scope: nothing broke, there is only nothing to show. */
export const isForbidden = (error: unknown): boolean =>
  isApiError(error) && error.code === 'FORBIDDEN';

export function Failure({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useTranslation();
  const textOf = useErrorText();
  if (isForbidden(error)) {
    return (
      <Alert color="gray" icon={<IconLock aria-hidden />} role="status">
        {textOf(error)}
      </Alert>
    );
  }
  return (
    <Alert
      color="red"
      icon={<IconAlertTriangle aria-hidden />}
      title={t('common.failed')}
      role="alert"
    >
      <Group justify="space-between">
        <Text size="sm">{textOf(error)}</Text>
        {retry && (
          <Button size="xs" variant="default" onClick={retry}>
            {t('common.retry')}
          </Button>
        )}
      </Group>
    </Alert>
  );
}

interface EmptyProps {
  title: string;
  /** Says what to do, not only that nothing is there. */
  advice: string;
  action?: ReactNode;
}

export function Empty({ title, advice, action }: EmptyProps) {
  return (
    <EmptyState
      size="sm"
      icon={<IconMoodEmpty aria-hidden />}
      withIndicatorBackground
      title={title}
      description={advice}
      py="md"
    >
      {action && <EmptyState.Actions>{action}</EmptyState.Actions>}
    </EmptyState>
  );
}
