import { Button, Code, Collapse, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistoryItem } from '../../api/types.js';
import { useFormat } from '../../format/use-format.js';
import { useWords } from '../../ui/words.js';
import { workflowOfStream } from '../../ui/workflow-of-stream.js';

type Value = string | number | boolean;

const isValue = (value: unknown): value is Value =>
  ['string', 'number', 'boolean'].includes(typeof value);

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Ids, and what the line says already. */
const SAID = /(^id|Id|Ids|Key)$|^(year|month|period|periodEnd|subjectKind|key)$/;

/** The few facts worth reading at a glance, in words. */
function useFacts(item: HistoryItem): string[] {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const words = useWords(workflowOfStream(item.stream));
  const wordOf = (field: string, value: Value): string => {
    if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no');
    if (typeof value === 'number') return String(value);
    if (DATE.test(value)) return format.date(value);
    const status = `memberStatus.${value}`;
    if (field === 'status' && i18n.exists(status)) return t(status);
    // A code is one small word; a text stays as it was written.
    return /^[a-z][a-z0-9_]*$/.test(value) ? words.value(field, value) : value;
  };
  return Object.entries(item.data).flatMap(([field, value]) =>
    isValue(value) && value !== false && value !== '' && !SAID.test(field) && words.isNamed(field)
      ? [`${words.field(field)}: ${wordOf(field, value)}`]
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
