import { Button, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { historyQuery } from '../../api/queries.js';
import { Panel } from '../../ui/panel.js';
import { Empty, Failure, Loading } from '../../ui/states.js';
import { HistoryLine } from './history-line.js';
import { MomentPickers } from './moment-pickers.js';
import { StateThen } from './state-then.js';

interface HistoryPanelProps {
  memberId: string;
  asOf: string;
  known: string;
  change: (next: { asOf?: string | undefined; known?: string | undefined }) => void;
}

/** What happened, in order, seen from any day and with what was known on any day. */
export function HistoryPanel({ memberId, asOf, known, change }: HistoryPanelProps) {
  const { t } = useTranslation();
  const history = useInfiniteQuery(historyQuery(memberId, asOf, known));
  const items = history.data?.pages.flatMap((page) => page.items) ?? [];
  const state = history.data?.pages[0]?.state;
  return (
    <Panel title={t('history.title')} hint={t('history.hint')}>
      <MomentPickers asOf={asOf} known={known} change={change} />
      {history.isError && <Failure error={history.error} retry={() => void history.refetch()} />}
      {history.isPending && <Loading />}
      {history.data && (
        <Stack gap="md" style={{ opacity: history.isPlaceholderData ? 0.55 : 1 }}>
          {(asOf || known) && state && <StateThen state={state} asOf={asOf} known={known} />}
          <Text size="sm" c="dimmed" role="status">
            {t('history.count', { count: items.length })}
            {history.hasNextPage ? '+' : ''}
          </Text>
          {items.length === 0 && (
            <Empty title={t('history.none')} advice={t('history.noneAdvice')} />
          )}
          <ol className="timeline">
            {items.map((item) => (
              <HistoryLine
                key={`${item.stream}-${String(item.revision)}-${String(item.position)}`}
                item={item}
              />
            ))}
          </ol>
          {history.hasNextPage && (
            <Button
              variant="default"
              loading={history.isFetchingNextPage}
              onClick={() => void history.fetchNextPage()}
            >
              {t('common.more')}
            </Button>
          )}
        </Stack>
      )}
    </Panel>
  );
}
