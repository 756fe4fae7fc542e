import { ActionIcon, Group, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { thisYear } from '../format/dates.js';

/** One year back, one year on. */
export function YearSteps({ year, go }: { year: number; go: (year: number) => void }) {
  const { t } = useTranslation();
  return (
    <Group gap={4} className="no-print" wrap="nowrap">
      <ActionIcon
        variant="default"
        size={42}
        aria-label={t('unit.yearBefore')}
        onClick={() => go(year - 1)}
      >
        <IconChevronLeft size={20} />
      </ActionIcon>
      <Text fw={700} miw={56} ta="center" aria-live="polite">
        {year}
      </Text>
      <ActionIcon
        variant="default"
        size={42}
        aria-label={t('unit.yearAfter')}
        disabled={year > thisYear()}
        onClick={() => go(year + 1)}
      >
        <IconChevronRight size={20} />
      </ActionIcon>
    </Group>
  );
}
