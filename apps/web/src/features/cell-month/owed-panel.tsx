import { Badge, Group, Text } from '@mantine/core';
import { IconClockX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { today } from '../../format/dates.js';
import { useFormat } from '../../format/use-format.js';
import { Link } from '../../ui/link.js';
import { useNames } from '../../ui/names.js';
import { Panel } from '../../ui/panel.js';
import { Empty } from '../../ui/states.js';
import { useWords } from '../../ui/words.js';
import type { OwedItem } from './cell-month-api.js';
import classes from './cell-month.module.css';

const STREAMS: readonly (readonly [string, string])[] = [
  ['meeting-', 'meeting'],
  ['session-', 'criticism-session'],
  ['inspection-', 'inspection'],
  ['steering-', 'steering-committee'],
];

/** The record a thing is owed in; undefined: of a kind this page does not know. */
export const recordOwedIn = (stream: string): { workflow: string; id: string } | undefined => {
  const found = STREAMS.find(([prefix]) => stream.startsWith(prefix));
  return found && { workflow: found[1], id: stream.slice(found[0].length) };
};

/** Issues and remedies that somebody owes, the most pressing first. */
export function OwedPanel({ items }: { items: readonly OwedItem[] }) {
  const { t } = useTranslation();
  const nameOf = useNames(
    'member',
    items.map(({ ownerId }) => ownerId),
  );
  const late = items.filter(({ due }) => due < today()).length;
  return (
    <Panel
      title={t('cell.owed')}
      hint={items.length > 0 ? t('cell.owedHint', { count: items.length, late }) : undefined}
    >
      {items.length === 0 ? (
        <Empty title={t('cell.owedNone')} advice={t('cell.owedNoneAdvice')} />
      ) : (
        <ul className={classes.rows}>
          {items.map((item) => (
            <OwedLine key={item.id} item={item} name={nameOf(item.ownerId)} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function OwedLine({ item, name }: { item: OwedItem; name: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const record = recordOwedIn(item.stream);
  const words = useWords(record?.workflow ?? 'meeting');
  const isLate = item.due < today();
  const what = `${t(`cell.kind.${item.kind === 'remedy' ? 'remedy' : 'issue'}`)} · ${name}`;
  return (
    <li>
      <Group justify="space-between" gap="xs">
        <div style={{ minWidth: 0 }}>
          {record ? (
            <Link to="/r/$workflow/$id" params={record} size="sm" fw={600}>
              {what}
            </Link>
          ) : (
            <Text size="sm" fw={600}>
              {what}
            </Text>
          )}
          <Text size="xs" c="dimmed">
            {t('record.dueBy', { on: format.date(item.due) })}
          </Text>
        </div>
        <Badge
          variant="light"
          color={isLate ? 'red' : item.status === 'reported' ? 'blue' : 'orange'}
          tt="none"
          leftSection={isLate ? <IconClockX size={13} /> : undefined}
        >
          {isLate ? t('cell.late') : words.value('status', item.status)}
        </Badge>
      </Group>
    </li>
  );
}
