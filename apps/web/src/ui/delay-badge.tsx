import { Badge, Tooltip } from '@mantine/core';
import { IconClockExclamation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** Days between happening and being recorded; silent when it was recorded the same day. */
export function DelayBadge({ days }: { days: number }) {
  const { t } = useTranslation();
  if (days < 1) return null;
  return (
    <Tooltip label={t('delay.meaning')}>
      <Badge
        size="sm"
        variant={days > 30 ? 'filled' : 'light'}
        color={days > 30 ? 'son.7' : 'orange'}
        tt="none"
        leftSection={<IconClockExclamation size={12} aria-hidden />}
      >
        {t('delay.late', { count: days })}
      </Badge>
    </Tooltip>
  );
}
