import { Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { isApiError } from '../../api/api-error.js';
import { request } from '../../api/request.js';

import { PageHead } from '../../ui/page-head.js';
import { Panel } from '../../ui/panel.js';
import { Failure, Loading } from '../../ui/states.js';
import { HealthLines, linesOf, textOf } from './health-lines.js';

interface Health {
  status: string;
  details?: Record<string, { status: string } & Record<string, unknown>>;
}

/** A red health answer is an answer: its body is what one wants to see. */
const askHealth = async (signal: AbortSignal): Promise<Health> => {
  try {
    return await request<Health>('/health/ready', { signal });
  } catch (error) {
    if (isApiError(error) && error.status === 503 && error.body) return error.body as Health;
    throw error;
  }
};

/** What a part says of itself in single values; lists have their own table. */
const wordsOf = (detail: Record<string, unknown>): string =>
  Object.entries(detail)
    .filter(([name, value]) => name !== 'status' && !Array.isArray(value))
    .map(([name, value]) => `${name}: ${textOf(value)}`)
    .join(' · ');

function StatusMark({ status }: { status: string }) {
  const { t } = useTranslation();
  const up = status === 'up' || status === 'ok';
  const Icon = up ? IconCircleCheck : IconAlertTriangle;
  return (
    <Badge
      color={up ? 'green' : 'red'}
      variant="light"
      leftSection={<Icon size={13} aria-hidden />}
      tt="none"
    >
      {t(up ? 'system.up' : 'system.down')}
    </Badge>
  );
}

/** For the operator: is it well, and what is behind. */
export function SystemPage() {
  const { t, i18n } = useTranslation();
  const health = useQuery({
    queryKey: ['health'],
    queryFn: ({ signal }) => askHealth(signal),
    refetchInterval: 5000,
  });
  const parts = Object.entries(health.data?.details ?? {});
  return (
    <>
      <PageHead
        documentTitle={t('system.title')}
        title={t('system.title')}
        under={t('system.hint')}
        aside={
          <Group gap="xs">
            <Button component="a" href="/api/docs" variant="default">
              {t('system.docs')}
            </Button>
          </Group>
        }
      />
      <Stack>
        {health.isError && <Failure error={health.error} retry={() => void health.refetch()} />}
        {health.isPending && <Loading />}
        {health.data && (
          <Panel title={t('system.health')} aside={<StatusMark status={health.data.status} />}>
            {parts.map(([name, detail]) => (
              <section key={name} aria-label={name}>
                <Group gap="sm">
                  <Title order={3} size="h5">
                    {i18n.exists(`system.part.${name}`) ? t(`system.part.${name}`) : name}
                  </Title>
                  <StatusMark status={detail.status} />
                  <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                    {wordsOf(detail)}
                  </Text>
                </Group>
                {Object.values(detail).map((value, index) => {
                  const lines = linesOf(value);
                  return lines.length > 0 ? (
                    <HealthLines key={`${name}-${String(index)}`} name={name} lines={lines} />
                  ) : null;
                })}
              </section>
            ))}
          </Panel>
        )}
      </Stack>
    </>
  );
}
