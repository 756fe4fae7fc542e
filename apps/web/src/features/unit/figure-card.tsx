import { Button, Group, Text, Tooltip, UnstyledButton } from '@mantine/core';
import {
  IconArrowDownRight,
  IconArrowUpRight,
  IconEqual,
  IconListSearch,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Figure, Indicator } from '../../api/types.js';
import { isJudged, isShare } from '../../api/indicators.js';
import { useFormat } from '../../format/use-format.js';
import classes from './figure-card.module.css';
import { Standing } from './standing.js';

interface FigureCardProps {
  indicator: Indicator;
  figure: Figure | undefined;
  before: Figure | undefined;
  period: number;
  selected: boolean;
  select: () => void;
  explain: () => void;
}

function Change({
  indicator,
  figure,
  before,
  period,
}: Pick<FigureCardProps, 'indicator' | 'figure' | 'before' | 'period'>) {
  const { t } = useTranslation();
  const format = useFormat();
  if (typeof figure?.value !== 'number' || typeof before?.value !== 'number') return null;
  const difference = figure.value - before.value;
  const shown = format.difference(indicator, difference);
  const still = !/[1-9]/.test(shown);
  const Icon = still ? IconEqual : difference > 0 ? IconArrowUpRight : IconArrowDownRight;
  const text = still
    ? t('figure.same', { year: period - 1 })
    : t(isShare(indicator) ? 'figure.points' : 'figure.more', {
        difference: shown,
        year: period - 1,
      });
  return (
    <Group gap={4} wrap="nowrap" component="span" display="inline-flex">
      <Icon size={15} aria-hidden />
      <span>{text}</span>
    </Group>
  );
}

/** One figure: value, its two parts, how it stands and changed, and the way to its events. */
export function FigureCard(props: FigureCardProps) {
  const { indicator, figure, selected, select, explain } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const name = t(`indicator.${indicator}.name`);
  const share = isShare(indicator) && typeof figure?.value === 'number' ? figure.value : undefined;
  const empty = !figure || figure.denominator === 0;
  return (
    <article className={`card ${classes.card}`} data-selected={selected || undefined}>
      <Tooltip label={t(`indicator.${indicator}.meaning`)} openDelay={500}>
        <UnstyledButton className={classes.main} aria-pressed={selected} onClick={select}>
          <div className={classes.head}>
            <Text fw={600} size="sm">
              {name}
            </Text>
            {share !== undefined && isJudged(indicator) && <Standing share={share} />}
          </div>
          <Text className={classes.value} data-testid={`figure-${indicator}`}>
            {format.figure(indicator, figure)}
          </Text>
          {share !== undefined && (
            <div className="bar" aria-hidden>
              <span style={{ width: `${String(Math.min(100, share * 100))}%` }} />
            </div>
          )}
          <Text size="sm" c="dimmed" mt={6}>
            {empty
              ? t('figure.none')
              : t(`indicator.${indicator}.parts`, {
                  numerator: format.count(figure.numerator),
                  denominator: format.count(figure.denominator),
                })}
          </Text>
        </UnstyledButton>
      </Tooltip>
      <Group justify="space-between" gap="xs" className={classes.foot}>
        <Text size="xs" c="dimmed" component="div">
          <Change {...props} />
        </Text>
        {!empty && (
          <Button
            className="no-print"
            variant="subtle"
            size="compact-sm"
            leftSection={<IconListSearch size={15} aria-hidden />}
            onClick={explain}
            aria-label={t('figure.explainOf', { name })}
          >
            {t('figure.explain')}
          </Button>
        )}
      </Group>
    </article>
  );
}
