import type { TFunction } from 'i18next';
import { Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { unitQuery } from '../../api/queries.js';
import type { HistoryItem } from '../../api/types.js';
import { useFormat } from '../../format/use-format.js';
import { DelayBadge } from '../../ui/delay-badge.js';
import { useEventName } from '../../ui/event-name.js';
import { HistoryDetails } from './history-details.js';
import { policyWords } from './policy-words.js';

/** One event of the book: when, what, who, in which capacity, by which rule. */
export function HistoryLine({ item }: { item: HistoryItem }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const nameOf = useEventName();
  const office = (name: string) => (i18n.exists(`office.${name}`) ? t(`office.${name}`) : name);
  const unitName = useUnitName(item.capacity?.unit);
  const year = item.data['year'];
  return (
    <li data-late={item.delayDays >= 1 || undefined}>
      <Group gap="xs" align="baseline">
        <Text fw={700} size="sm" className="nowrap">
          {format.date(item.occurredAt)}
        </Text>
        <Text fw={600} size="sm">
          {nameOf(item.type)}
          {typeof year === 'number' && ` (${String(year)})`}
        </Text>
        <DelayBadge days={item.delayDays} />
      </Group>
      <Text size="sm" c="dimmed">
        {t('history.by', { name: item.actorName ?? actorWords(item.actor, t) })}
        {item.onBehalfOf && ` ${t('history.onBehalf', { name: item.onBehalfOf })}`}
        {item.capacity &&
          ` · ${t('history.capacity', {
            office: office(item.capacity.office),
            unit: unitName,
          })}`}
      </Text>
      <Text size="xs" c="dimmed">
        {t('history.recorded', { at: format.moment(item.recordedAt) })}
        {item.policy && ` · ${t('history.policy', { rule: ruleOf(item.policy, t) })}`}
      </Text>
      <HistoryDetails item={item} />
    </li>
  );
}

/** The name of the unit in which an office was held; its id until the name is known. */
function useUnitName(unitId: string | undefined): string {
  const unit = useQuery({ ...unitQuery(unitId ?? ''), enabled: unitId !== undefined });
  return unit.data?.name ?? unitId ?? '';
}

const actorWords = (actor: string, t: (key: string) => string): string =>
  /^(system|reactor|timer)\b/.test(actor) ? t('history.system') : actor;

const ruleOf = (policy: string, t: TFunction): string =>
  policyWords(policy, (key, values) => t(key, values ?? {}));
