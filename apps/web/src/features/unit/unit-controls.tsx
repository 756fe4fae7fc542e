import { ActionIcon, Group, NativeSelect, Paper, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { UnitDetail } from '../../api/types.js';
import type { UnitSearch } from '../../routes/search.js';
import { today } from '../../format/dates.js';
import { parseDay } from '../../format/typed-dates.js';
import { DateField } from '../../ui/date-field.js';

interface UnitControlsProps {
  unit: UnitDetail;
  period: number;
  map: string;
  change: (next: UnitSearch) => void;
}

function YearSelect({ unit, period, change }: Omit<UnitControlsProps, 'map'>) {
  const { t } = useTranslation();
  const years = [...new Set([...unit.years, period])].sort((a, b) => a - b);
  const at = years.indexOf(period);
  const step = (by: number) => {
    const year = years[at + by];
    if (year !== undefined) change({ period: year });
  };
  return (
    <Group gap={4} align="flex-end" wrap="nowrap">
      <ActionIcon
        variant="default"
        size={36}
        disabled={at <= 0}
        onClick={() => step(-1)}
        aria-label={t('unit.yearBefore')}
      >
        <IconChevronLeft size={18} />
      </ActionIcon>
      <NativeSelect
        label={t('unit.year')}
        value={String(period)}
        data={years.map(String)}
        onChange={(event) => change({ period: Number(event.currentTarget.value) })}
        w={96}
      />
      <ActionIcon
        variant="default"
        size={36}
        disabled={at >= years.length - 1}
        onClick={() => step(1)}
        aria-label={t('unit.yearAfter')}
      >
        <IconChevronRight size={18} />
      </ActionIcon>
    </Group>
  );
}

/** Which year, and on which map of the organisation the figures are summed. */
export function UnitControls({ unit, period, map, change }: UnitControlsProps) {
  const { t } = useTranslation();
  const kind = map === 'then' || map === 'today' ? map : 'date';
  const choose = (next: string) => {
    if (next === 'then') change({ map: undefined });
    else change({ map: next === 'date' ? today() : next });
  };
  const meaning = t(`map.${kind}Meaning`, { year: period });
  return (
    <>
      <Text className="printed" size="sm" mb="sm">
        {meaning}
      </Text>
      <Paper className="card no-print" p="sm" mb="lg" bg="var(--guong-card)">
        <Group gap="md" align="flex-end">
          <YearSelect unit={unit} period={period} change={change} />
          <NativeSelect
            label={t('map.label')}
            value={kind}
            aria-describedby="map-meaning"
            data={(['then', 'today', 'date'] as const).map((value) => ({
              value,
              label: t(`map.${value}`),
            }))}
            onChange={(event) => choose(event.currentTarget.value)}
          />
          {kind === 'date' && (
            <DateField
              label={t('map.on')}
              value={map}
              onChange={(next) => {
                if (parseDay(next)) change({ map: next });
              }}
            />
          )}
          <Text id="map-meaning" size="sm" c="dimmed" flex="1 1 240px" pb={6}>
            {meaning}
          </Text>
        </Group>
      </Paper>
    </>
  );
}
