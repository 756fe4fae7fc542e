import { Button, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { instanceEventsQuery } from '../../api/instance-queries.js';
import { Panel } from '../../ui/panel.js';
import { Failure, Loading } from '../../ui/states.js';
import { HistoryLine } from '../member/history-line.js';

/** The events of one record in order: when, who, in which capacity, how late. */
export function RecordTimeline({ workflow, id }: { workflow: string; id: string }) {
  const { t } = useTranslation();
  const events = useInfiniteQuery(instanceEventsQuery(workflow, id));
  const items = events.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Panel title={t('history.title')} hint={t('history.hint')}>
      {events.isPending && <Loading />}
      {events.isError && <Failure error={events.error} retry={() => void events.refetch()} />}
      {events.data && (
        <Stack gap="md">
          <Text size="sm" c="dimmed" role="status">
            {t('history.count', { count: items.length })}
            {events.hasNextPage ? '+' : ''}
          </Text>
          <ol className="timeline">
            {items.map((item) => (
              <HistoryLine key={item.revision} item={item} />
            ))}
          </ol>
          {events.hasNextPage && (
            <Button
              variant="default"
              loading={events.isFetchingNextPage}
              onClick={() => void events.fetchNextPage()}
            >
              {t('common.more')}
            </Button>
          )}
        </Stack>
      )}
    </Panel>
  );
}
