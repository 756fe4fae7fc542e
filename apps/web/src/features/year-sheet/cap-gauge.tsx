import { Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CapVerdict } from '../../api/cycle-types.js';
import { useFormat } from '../../format/use-format.js';
import { toneOf } from './sheet-values.js';
import classes from './year-sheet.module.css';

const LOOKS = {
  within: { color: 'var(--guong-good)', icon: IconCheck },
  full: { color: 'var(--guong-warn)', icon: IconInfoCircle },
  beyond: { color: 'var(--guong-bad)', icon: IconAlertTriangle },
} as const;

/** How many are rated best, of how many may be; says so in words as well as by the bar. */
export function CapGauge({ cap, decided = false }: { cap: CapVerdict; decided?: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const tone = toneOf(cap);
  const { color, icon: Icon } = LOOKS[tone];
  const { excellent, allowed, base, percent, denominator, exceptionNo } = cap;
  const full = Math.max(excellent, allowed, 1);
  return (
    <div>
      <Group gap={8} wrap="nowrap" align="baseline">
        <Text className={classes.big} style={{ color }} data-testid="cap-excellent">
          {format.count(excellent)}
        </Text>
        <Text fw={600}>{t('yearSheet.ofAllowed', { allowed: format.count(allowed) })}</Text>
      </Group>
      <div className={classes.gauge} aria-hidden>
        <span style={{ width: `${String((100 * excellent) / full)}%`, background: color }} />
        <i style={{ left: `${String((100 * allowed) / full)}%` }} />
      </div>
      <Group gap={6} wrap="nowrap" mt={6} style={{ color }} role="status">
        <Icon size={17} aria-hidden style={{ flex: 'none' }} />
        <Text size="sm" fw={600}>
          {t(decided ? 'yearSheet.toneDecided' : `yearSheet.tone.${tone}`, {
            over: format.count(Math.max(0, excellent - allowed)),
          })}
        </Text>
      </Group>
      <Text size="sm" c="dimmed" mt={4}>
        {t(`yearSheet.basis.${denominator}`, { percent, base: format.count(base) })}
        {exceptionNo ? ` ${t('yearSheet.exceptionIs', { number: exceptionNo })}` : ''}
      </Text>
    </div>
  );
}
