import { SimpleGrid, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { figuresQuery } from '../../api/queries.js';
import { INDICATORS, type Indicator, type UnitDetail } from '../../api/types.js';
import { Empty, Failure } from '../../ui/states.js';
import { FigureCard } from './figure-card.js';

interface FigureCardsProps {
  unit: UnitDetail;
  period: number;
  map: string;
  figure: Indicator;
  select: (indicator: Indicator) => void;
  explain: (indicator: Indicator) => void;
}

/** The six figures of the year; each says its parts, its change, and where it comes from. */
export function FigureCards({ unit, period, map, figure, select, explain }: FigureCardsProps) {
  const { t } = useTranslation();
  const now = useQuery(figuresQuery(unit.id, period, map));
  const before = useQuery({
    ...figuresQuery(unit.id, period - 1, map),
    enabled: unit.years.includes(period - 1),
  });
  if (now.isError) return <Failure error={now.error} retry={() => void now.refetch()} />;
  const figures = now.data?.indicators;
  const nothing = figures !== undefined && INDICATORS.every((name) => !figures[name]?.denominator);
  if (nothing) {
    return (
      <div className="card">
        <Empty title={t('unit.noFigures', { year: period })} advice={t('unit.noFiguresAdvice')} />
      </div>
    );
  }
  return (
    <section aria-label={t('unit.figures')}>
      <SimpleGrid cols={{ base: 2, md: 3 }} spacing={{ base: 10, xs: 'md' }}>
        {INDICATORS.map((indicator) =>
          figures ? (
            <FigureCard
              key={indicator}
              indicator={indicator}
              figure={figures[indicator]}
              before={
                unit.years.includes(period - 1) && before.data && !before.isPlaceholderData
                  ? before.data.indicators[indicator]
                  : undefined
              }
              period={period}
              selected={figure === indicator}
              select={() => select(indicator)}
              explain={() => explain(indicator)}
            />
          ) : (
            <Skeleton key={indicator} height={168} radius={14} />
          ),
        )}
      </SimpleGrid>
    </section>
  );
}
