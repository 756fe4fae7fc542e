import { Accordion, Code, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DefinedFact } from './definition-queries.js';
import classes from './definitions.module.css';
import { FieldTable } from './field-table.js';

/** Every type of event with what it stores, in the clear and sealed, and who listens. */
export function FactList({ facts }: { facts: readonly DefinedFact[] }) {
  return (
    <Accordion multiple variant="separated" order={3}>
      {facts.map((fact) => (
        <Accordion.Item key={fact.type} value={fact.type}>
          <Accordion.Control>
            {fact.text} <Code>{fact.type}</Code>
          </Accordion.Control>
          <Accordion.Panel>
            <FactDetails fact={fact} />
          </Accordion.Panel>
        </Accordion.Item>
      ))}
    </Accordion>
  );
}

function FactDetails({ fact: { fields, sealed, schema, reactors } }: { fact: DefinedFact }) {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      {reactors.length > 0 && (
        <Text size="sm">
          <Text span c="dimmed">
            {t('definitions.reactors')}:{' '}
          </Text>
          {reactors.join(', ')}
        </Text>
      )}
      {fields.length > 0 && <FieldTable fields={fields} />}
      {sealed.map((part) => (
        <div key={part.part}>
          <Text size="sm" fw={600}>
            {t('definitions.sealed', { part: part.text })}
          </Text>
          {part.fields.length > 0 && <FieldTable fields={part.fields} />}
        </div>
      ))}
      {schema && (
        <details>
          <summary>{t('definitions.schema')}</summary>
          <Code block className={classes.code} tabIndex={0}>
            {JSON.stringify(schema, null, 2)}
          </Code>
        </details>
      )}
    </Stack>
  );
}
