import { SimpleGrid, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { FIGURE_GROUPS, type FigureGroup, GROUPS } from '../../api/indicators.js';
import { figuresQuery } from '../../api/queries.js';
import { type Figures, INDICATORS, type Indicator, type UnitDetail } from '../../api/types.js';
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

/** Groups that every unit answers for: they are shown even where nothing is counted yet. */
const ALWAYS: readonly FigureGroup[] = ['registration', 'plans'];

/** The figures of the year by group; each says its parts, its change, and where it comes from. */
export function FigureCards({ unit, period, map, ...rest }: FigureCardsProps) {
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
  const known = unit.years.includes(period - 1) && !before.isPlaceholderData;
  return (
    <Stack gap="xl" component="section" aria-label={t('unit.figures')}>
      {GROUPS.map((group) => (
        <Group
          key={group}
          group={group}
          figures={figures}
          before={known ? before.data?.indicators : undefined}
          period={period}
          {...rest}
        />
      ))}
    </Stack>
  );
}

interface GroupProps extends Pick<FigureCardsProps, 'period' | 'figure' | 'select' | 'explain'> {
  group: FigureGroup;
  figures: Figures | undefined;
  before: Figures | undefined;
}

/** One group; a figure of which there is nothing to count is named, not shown as a zero. */
function Group({ group, figures, before, period, figure, select, explain }: GroupProps) {
  const { t } = useTranslation();
  const heading = useId();
  const all: readonly Indicator[] = FIGURE_GROUPS[group];
  const always = ALWAYS.includes(group);
  if (!figures) return always ? <Waiting count={all.length} /> : null;
  const counted = all.filter((name) => always || (figures[name]?.denominator ?? 0) > 0);
  const missing = all.filter((name) => !counted.includes(name));
  if (counted.length === 0) return null;
  return (
    <section aria-labelledby={heading}>
      <Title order={2} size="h5" id={heading} mb={8}>
        {t(`figureGroup.${group}`)}
      </Title>
      <SimpleGrid cols={{ base: 2, md: 3 }} spacing={{ base: 10, xs: 'md' }}>
        {counted.map((indicator) => (
          <FigureCard
            key={indicator}
            indicator={indicator}
            figure={figures[indicator]}
            before={before?.[indicator]}
            period={period}
            selected={figure === indicator}
            select={() => select(indicator)}
            explain={() => explain(indicator)}
          />
        ))}
      </SimpleGrid>
      {missing.length > 0 && (
        <Text size="sm" c="dimmed" mt={8}>
          {t('figure.notCounted', {
            names: missing.map((name) => t(`indicator.${name}.name`)).join(', '),
          })}
        </Text>
      )}
    </section>
  );
}

function Waiting({ count }: { count: number }) {
  return (
    <SimpleGrid cols={{ base: 2, md: 3 }} spacing={{ base: 10, xs: 'md' }}>
      {Array.from({ length: count }, (_, index) => (
        <Skeleton key={index} height={168} radius={14} />
      ))}
    </SimpleGrid>
  );
}
