import { Accordion, Code, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DefinedCommand } from './definition-queries.js';
import { FieldTable } from './field-table.js';

/** Every command with what it takes, what it records and why it may be refused. */
export function CommandList({ commands }: { commands: readonly DefinedCommand[] }) {
  return (
    <Accordion multiple variant="separated" order={3}>
      {commands.map((command) => (
        <Accordion.Item key={command.name} value={command.name}>
          <Accordion.Control>
            {command.text} <Code>{command.name}</Code>
          </Accordion.Control>
          <Accordion.Panel>
            <CommandDetails command={command} />
          </Accordion.Panel>
        </Accordion.Item>
      ))}
    </Accordion>
  );
}

function CommandDetails({ command }: { command: DefinedCommand }) {
  const { t } = useTranslation();
  const { by, emits, fields, refusals } = command;
  return (
    <Stack gap="sm">
      <Text size="sm">
        <Text span c="dimmed">
          {t('definitions.who')}:{' '}
        </Text>
        {by}
      </Text>
      <Text size="sm">
        <Text span c="dimmed">
          {t('definitions.records')}:{' '}
        </Text>
        {emits.map(({ text }) => text).join(', ')}
      </Text>
      {fields.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('definitions.noInput')}
        </Text>
      ) : (
        <FieldTable fields={fields} />
      )}
      {refusals.length > 0 && (
        <div>
          <Text size="sm" fw={600}>
            {t('definitions.refusals')}
          </Text>
          <ul style={{ margin: 0, paddingLeft: 20 }}>
            {refusals.map(({ code, text }) => (
              <li key={code}>
                <Text size="sm" span>
                  {text} <Code>{code}</Code>
                </Text>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Stack>
  );
}
