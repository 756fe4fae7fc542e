import { Button, Code, Collapse, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistoryItem } from '../../api/types.js';
import { useFormat } from '../../format/use-format.js';

type Value = string | number | boolean;

const isValue = (value: unknown): value is Value =>
  ['string', 'number', 'boolean'].includes(typeof value);

const isDate = (value: Value): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

/** The few facts worth reading at a glance, in words. */
function useFacts(item: HistoryItem): string[] {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const wordOf = (field: string, value: Value): string => {
    if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no');
    if (isDate(value)) return format.date(value);
    for (const list of [field, 'memberStatus', 'office', 'level']) {
      const key = `${list}.${String(value)}`;
      if (i18n.exists(key) && typeof value === 'string') return t(key);
    }
    return String(value);
  };
  return Object.entries(item.data).flatMap(([field, value]) =>
    isValue(value) && value !== false && i18n.exists(`field.${field}`)
      ? [`${t(`field.${field}`)}: ${wordOf(field, value)}`]
      : [],
  );
}

/** A line of facts, and the whole stored event for whoever wants to check it. */
export function HistoryDetails({ item }: { item: HistoryItem }) {
  const { t } = useTranslation();
  const [opened, { toggle }] = useDisclosure(false);
  const id = useId();
  const facts = useFacts(item);
  return (
    <>
      {facts.length > 0 && (
        <Text size="sm" mt={4}>
          {facts.join(' · ')}
        </Text>
      )}
      <Button
        variant="subtle"
        color="gray"
        size="compact-xs"
        px={0}
        fw={400}
        aria-expanded={opened}
        aria-controls={id}
        onClick={toggle}
        className="no-print"
      >
        {t(opened ? 'history.hideStored' : 'history.showStored')}
      </Button>
      <Collapse expanded={opened} id={id}>
        <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {JSON.stringify(
            {
              position: item.position,
              stream: item.stream,
              revision: item.revision,
              type: item.type,
              data: item.data,
              ...(item.sealed && { sealed: item.sealed }),
            },
            null,
            2,
          )}
        </Code>
      </Collapse>
    </>
  );
}
