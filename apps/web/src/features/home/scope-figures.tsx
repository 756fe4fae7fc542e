import { Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { figuresQuery, unitQuery } from '../../api/queries.js';
import type { Indicator } from '../../api/types.js';
import { useLastYear } from '../unit/use-last-year.js';
import { useFormat } from '../../format/use-format.js';

const SHOWN: readonly Indicator[] = ['REG_RATE', 'DEED_OK', 'PLAN_ONTIME'];

/** The last year's main figures of a unit, at a glance; silent while there are none. */
export function ScopeFigures({ unitId }: { unitId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const unit = useQuery(unitQuery(unitId));
  const year = useLastYear(unit.data);
  const figures = useQuery({
    ...figuresQuery(unitId, year ?? 0, 'then'),
    enabled: year !== undefined,
  });
  if (year === undefined || !figures.data) return null;
  const { indicators } = figures.data;
  return (
    <Group gap="lg" mt="sm">
      {SHOWN.map((indicator) => (
        <div key={indicator}>
          <Text fw={700} size="xl" lh={1.2}>
            {format.figure(indicator, indicators[indicator])}
          </Text>
          <Text size="xs" c="dimmed">
            {t(`indicator.${indicator}.short`)} {year}
          </Text>
        </div>
      ))}
    </Group>
  );
}
