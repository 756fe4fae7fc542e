import { Button, Drawer, SegmentedControl, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { figureEventsQuery } from '../../api/queries.js';
import type { Indicator, Side, UnitDetail } from '../../api/types.js';
import { Empty, Failure, Loading } from '../../ui/states.js';
import { FigureEventLine } from './figure-event-line.js';

interface EventsProps {
  unit: UnitDetail;
  period: number;
  map: string;
  indicator: Indicator;
  side: Side;
}

function Events({ unit, period, map, indicator, side }: EventsProps) {
  const { t } = useTranslation();
  const events = useInfiniteQuery(
    figureEventsQuery({ unitId: unit.id, indicator, period, side, map }),
  );
  if (events.isError) return <Failure error={events.error} retry={() => void events.refetch()} />;
  if (!events.data) return <Loading />;
  const items = events.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <Empty title={t('events.none')} advice={t('events.noneAdvice')} />;
  return (
    <>
      <Stack component="ul" gap={0} p={0} m={0} style={{ listStyle: 'none' }}>
        {items.map((event, index) => (
          <FigureEventLine key={`${String(event.position)}-${String(index)}`} event={event} />
        ))}
      </Stack>
      {events.hasNextPage && (
        <Button
          variant="default"
          loading={events.isFetchingNextPage}
          onClick={() => void events.fetchNextPage()}
        >
          {t('common.more')}
        </Button>
      )}
    </>
  );
}

interface EventsDrawerProps {
  unit: UnitDetail;
  period: number;
  map: string;
  indicator: Indicator | null;
  close: () => void;
}

/** The events a figure is made of: what, when it happened, when it was recorded, who. */
export function EventsDrawer({ indicator, close, ...view }: EventsDrawerProps) {
  const { t } = useTranslation();
  const [side, setSide] = useState<Side>('numerator');
  return (
    <Drawer
      opened={indicator !== null}
      onClose={close}
      position="right"
      size="lg"
      closeButtonProps={{ 'aria-label': t('common.close') }}
      title={
        indicator && (
          <div>
            <Text fw={700}>{t('events.title')}</Text>
            <Text size="sm" c="dimmed">
              {t(`indicator.${indicator}.name`)} · {view.unit.name} · {view.period}
            </Text>
          </div>
        )
      }
    >
      {indicator && (
        <Stack>
          <Text size="sm">{t(`indicator.${indicator}.meaning`)}</Text>
          <SegmentedControl
            fullWidth
            value={side}
            onChange={(next) => setSide(next === 'denominator' ? 'denominator' : 'numerator')}
            aria-label={t('events.side')}
            data={[
              { value: 'numerator', label: t(`indicator.${indicator}.numerator`) },
              { value: 'denominator', label: t(`indicator.${indicator}.denominator`) },
            ]}
          />
          <Events {...view} indicator={indicator} side={side} />
        </Stack>
      )}
    </Drawer>
  );
}
