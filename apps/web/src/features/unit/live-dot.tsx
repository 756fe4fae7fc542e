import { Group, Text, Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLive } from '../../api/live.js';

/** Whether the figures on screen follow the log by themselves. */
export function LiveDot() {
  const { t } = useTranslation();
  const { status } = useLive();
  return (
    <Tooltip label={t(`live.${status}Hint`)}>
      <Group gap={6} component="span" wrap="nowrap" style={{ display: 'inline-flex' }}>
        <span className="live-dot" data-status={status} aria-hidden />
        <Text component="span" size="sm">
          {t(`live.${status}`)}
        </Text>
      </Group>
    </Tooltip>
  );
}
